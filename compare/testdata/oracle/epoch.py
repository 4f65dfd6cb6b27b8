"""Every way to ask for the time gives that of the epoch."""
import datetime
import logging
import sys
import time

utc = datetime.timezone.utc
print(int(time.time()), int(time.monotonic()), time.time_ns() // 10**9)
print(time.strftime("%Y", time.gmtime()), time.ctime()[-4:], time.asctime()[-4:], time.strftime("%Y"))
print(datetime.datetime.now(utc).replace(microsecond=0), datetime.datetime.now().year,
      datetime.datetime.today().year, datetime.date.today().year)
logging.basicConfig(stream=sys.stdout, format="%(asctime)s %(relativeCreated)d %(message)s", datefmt="%Y")
time.sleep(1.5)
logging.warning("later")


class Mine(datetime.datetime):
    pass


print(type(Mine.now()).__name__, Mine.now(utc).time().replace(microsecond=0))
