# signal: SIGINT@1s
import time

print("sleeping")
try:
    time.sleep(10)
finally:
    print("finally runs")
