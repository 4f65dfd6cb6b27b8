import copyreg, __future__, timeit, sched, graphlib, html, importlib, importlib.util, importlib.metadata, pkgutil, zoneinfo
print(__future__.annotations, __future__.all_feature_names[:3])
print(timeit.timeit("x+1", "x=1", number=50000) > 0, len(timeit.repeat(lambda: 1, number=5)))
ts = graphlib.TopologicalSorter({"D": {"B", "C"}, "B": {"A"}, "C": {"A"}})
print(list(ts.static_order())[0])
try: graphlib.TopologicalSorter({1:[2],2:[1]}).prepare()
except graphlib.CycleError as e: print(e.args)
print(html.escape("<a href='x'>&\"</a>"), html.unescape("&lt;&eacute;&#x41;&amp;amp; &nope; &notit;"))
print(importlib.import_module("json").dumps([1]), importlib.util.find_spec("nope_x"), importlib.util.find_spec("json").name)
try: importlib.metadata.version("requests")
except importlib.metadata.PackageNotFoundError as e: print(e)
try: importlib.import_module("nope_y")
except ModuleNotFoundError as e: print(e)
from datetime import datetime, timedelta, timezone
z = zoneinfo.ZoneInfo("Europe/Berlin")
a = datetime(2024,7,1,12,tzinfo=z)
print(a, a.tzname(), a.dst(), a.astimezone(timezone.utc), datetime(2024,1,1,tzinfo=z).utcoffset(), datetime(2024,10,27,2,30,tzinfo=z), datetime(2024,10,27,2,30,fold=1,tzinfo=z), datetime(2024,3,31,2,30,tzinfo=z))
print(datetime(2024,10,27,0,30,tzinfo=timezone.utc).astimezone(z), datetime(2024,10,27,1,30,tzinfo=timezone.utc).astimezone(z).fold, repr(z), a.astimezone(zoneinfo.ZoneInfo("America/New_York")))
try: zoneinfo.ZoneInfo("No/Where")
except zoneinfo.ZoneInfoNotFoundError as e: print(e)
t=[0]
s = sched.scheduler(lambda: t[0], lambda d: t.__setitem__(0, t[0]+d))
s.enter(2,1,print,("b",)); s.enter(1,1,print,("a",)); s.run(); print(t)

import importlib.resources as resources, os, sys, tempfile
with tempfile.TemporaryDirectory() as top:
    os.makedirs(os.path.join(top, "packed", "deeper"))
    for name, text in ("__init__.py", ""), ("note.txt", "h\u00e9llo\n"), ("deeper/other.txt", "other"):
        with open(os.path.join(top, "packed", name), "w", encoding="utf-8") as file:
            file.write(text)
    sys.path.insert(0, top)
    folder = resources.files("packed")
    print(type(folder).__name__, folder.name, (folder / "deeper" / "other.txt").read_text())
    print(resources.is_resource("packed", "note.txt"), resources.is_resource("packed", "deeper"))
    print(resources.read_text("packed", "note.txt"), resources.read_binary("packed", "note.txt"))
    print(resources.read_text("packed", "deeper", "other.txt", encoding="utf-8"))
    with resources.as_file(folder / "note.txt") as file, resources.path("packed", "note.txt") as same, resources.open_text("packed", "note.txt") as text:
        print(file == same, file.name, text.read())
    for attempt in (lambda: resources.read_text("packed", "a", "b"), lambda: resources.files("no_such_package")):
        try:
            attempt()
        except (TypeError, ImportError) as e:
            print(type(e).__name__, e)
    sys.path.remove(top)
