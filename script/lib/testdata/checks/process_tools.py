import faulthandler, io, multiprocessing, os, runpy, sys, tempfile, tracemalloc


def t(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), t(tracemalloc.take_snapshot), t(tracemalloc.start, 0))
tracemalloc.start()
kept = [bytes(1000) for _ in range(3000)]
now, peak = tracemalloc.get_traced_memory()
print(tracemalloc.is_tracing(), now > 2_000_000, peak >= now, tracemalloc.get_traceback_limit())
shot = tracemalloc.take_snapshot()
print(t(shot.statistics, "no"), t(shot.statistics, "traceback", True), type(shot.compare_to(shot, "lineno")))
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())

with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "out.txt")
    with open(name, "w") as f:

        def inner():
            faulthandler.dump_traceback(f)
            faulthandler.dump_traceback(f, all_threads=False)

        inner()
    with open(name) as f:
        lines = f.read().split("\n")
        print(lines[0].split("0x")[0], "(most recent" in lines[0], lines[1], [line for line in lines if "Stack" in line])
    print(faulthandler.is_enabled(), faulthandler.disable(), t(faulthandler.dump_traceback_later, 0))
    with open(name, "w") as f:
        faulthandler.enable(f)
        print(faulthandler.is_enabled(), faulthandler.disable(), faulthandler.is_enabled())
        faulthandler.dump_traceback_later(100, file=f)
        faulthandler.cancel_dump_traceback_later()

    path = os.path.join(folder, "prog.py")
    with open(path, "w") as f:
        f.write("import sys\nx = 5\nprint(__name__, __file__ == sys.argv[0], given, __package__ == '')\ny = __spec__\n")
    space = runpy.run_path(path, {"given": 7}, "__main__")
    print(space["x"], space["y"], space["__name__"], sys.modules["__main__"] is not None)
    print(runpy.run_path(path, {"given": 8})["__name__"])
    with open(os.path.join(folder, "__main__.py"), "w") as f:
        f.write("print('main of', __name__)\n")
    runpy.run_path(folder, run_name="there")
    sys.path.insert(0, folder)
    space = runpy.run_module("prog", {"given": 9}, alter_sys=True)
    print(space["x"], space["__name__"], t(runpy.run_module, "no_such_mod"), t(runpy.run_module, ".x"))
print(multiprocessing.cpu_count() == os.cpu_count(), multiprocessing.current_process().name, multiprocessing.active_children(), multiprocessing.parent_process())
