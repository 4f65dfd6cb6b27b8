# signal: SIGINT@1.5s
import time

begun = time.monotonic()
try:
    time.sleep(10)
except KeyboardInterrupt:
    print(f"after {time.monotonic() - begun:.1f}")
