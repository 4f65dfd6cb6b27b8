import shutil

usage = shutil.disk_usage("/")
print(type(usage).__name__, usage._fields, usage.total > 0, usage.total >= usage.used)
try:
    shutil.disk_usage("/no/such/place")
except FileNotFoundError as e:
    print(e)
