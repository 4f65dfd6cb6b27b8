import logging, logging.config, logging.handlers, os, re, tempfile, io, time

where = tempfile.mkdtemp()
path = os.path.join(where, "app.log")


def files():
    out = {}
    for name in sorted(os.listdir(where)):
        with open(os.path.join(where, name)) as f: out[re.sub(r"\d{4}-\d\d-\d\d(_\d\d(-\d\d)*)?", "DATE", name)] = f.read()
        os.remove(os.path.join(where, name))
    return out


def use(handler, n=4):
    log = logging.Logger("l"); log.addHandler(handler)
    for i in range(n): log.warning("message %d", i)
    handler.close()
    print(type(handler).__name__, files())


use(logging.handlers.RotatingFileHandler(path, maxBytes=25, backupCount=2), 7)
use(logging.handlers.RotatingFileHandler(path, maxBytes=25))
h = logging.handlers.RotatingFileHandler(path, maxBytes=15, backupCount=2)
h.namer = lambda name: name.replace(".log.", "-") + ".log"
h.rotator = lambda a, b: (os.rename(a, b), open(b, "a").write("rotated\n"))
use(h)
h = logging.handlers.TimedRotatingFileHandler(path, when="S", interval=3, backupCount=1, delay=True)
print(h.interval, h.suffix, h.when, h.stream)
h.rolloverAt = 1_000_000_000
use(h, 2)
for when in "s", "M", "h", "D", "midnight", "W0", "W6":
    h = logging.handlers.TimedRotatingFileHandler(path, when=when, interval=2, utc=True, delay=True)
    print(when, h.interval, h.suffix, h.computeRollover(1_700_000_000), h.computeRollover(1_700_000_000 // 86400 * 86400))
import datetime
for when in "midnight", "W3":
    h = logging.handlers.TimedRotatingFileHandler(path, when=when, utc=True, delay=True, atTime=datetime.time(22, 30, 5))
    print([h.computeRollover(1_700_000_000 + 40_000 * i) for i in range(5)])
for when in "x", "W", "W7", "W12":
    try: logging.handlers.TimedRotatingFileHandler(path, when=when, delay=True)
    except ValueError as e: print(e)
for name in "app.log.2024-01-02", "app.log.2024-01-03", "app.log.2024-01-01", "app.log.x", "app.log.2024-01-011", "b.log.2024-01-01": open(os.path.join(where, name), "w").close()
h = logging.handlers.TimedRotatingFileHandler(path, when="D", backupCount=2, delay=True)
print([os.path.basename(name) for name in h.getFilesToDelete()])
files()
h = logging.handlers.WatchedFileHandler(path)
log = logging.Logger("w"); log.addHandler(h); log.error("a"); os.rename(path, path + ".old"); log.error("b"); h.close()
print(files())

config = """
[loggers]
keys=root,app,sub
[handlers]
keys=out,mem
[formatters]
keys=plain,other
[logger_root]
level=WARNING
handlers=out
[logger_app]
level=DEBUG
handlers=mem
qualname=app
propagate=0
[logger_sub]
qualname=app.sub
handlers=
level=NOTSET
[handler_out]
class=StreamHandler
level=NOTSET
formatter=plain
args=(stream,)
[handler_mem]
class=handlers.MemoryHandler
kwargs={"capacity": 2}
target=out
formatter=other
[formatter_plain]
format=%(levelname)s|%(name)s|%(message)s
[formatter_other]
format={message}
style={
class=logging.Formatter
"""
logging.stream = io.StringIO()
old = logging.getLogger("old")
logging.config.fileConfig(io.StringIO(config))
logging.getLogger("app").debug("one"); logging.getLogger("app.sub").info("two"); logging.getLogger("x").error("three"); old.error("gone")
print(logging.stream.getvalue(), old.disabled, logging.getLogger("app").handlers[0].name)
for bad in ("/nowhere/x.ini",):
    try: logging.config.fileConfig(bad)
    except Exception as e: print(type(e).__name__, e)
try: logging.config.fileConfig(io.StringIO("no section"))
except Exception as e: print(type(e).__name__, str(e).split("0x")[0])
