# python: 3.13
import json
from datetime import date, datetime, timedelta, timezone

data = {"name": "x", "list": [1, 2.5, None, True], "nested": {"k": "v\u00e9\n"}, "empty": {}}
text = json.dumps(data)
print(text)
print(json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False))
print(json.loads(text) == data, json.loads('[1, "a", {"b": null}]'), json.dumps([1, (2, 3)], separators=(",", ":")))
for bad in ("{", "[1,]", "{'a': 1}", "nul"):
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(e)
try:
    json.dumps({1, 2})
except TypeError as e:
    print(e)
print(json.dumps({"d": date(2024, 2, 29)}, default=str))
d = datetime(2024, 2, 28, 23, 30, tzinfo=timezone.utc)
print(d, d + timedelta(hours=1), d.isoformat(), d.strftime("%Y/%m/%d %H:%M:%S %a %b %j"), (d - datetime(2024, 1, 1, tzinfo=timezone.utc)).days)
print(date(2024, 3, 1) - date(2024, 2, 1), timedelta(seconds=3725.5), datetime.strptime("01 Mar 2024", "%d %b %Y"), date.fromisoformat("2024-12-25").weekday(), timedelta(days=-1, seconds=5))
