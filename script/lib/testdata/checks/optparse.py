import optparse, sys, io, os

os.environ["COLUMNS"] = "80"
sys.stderr = sys.stdout


def attempt(f, *a, **k):
    try: out = f(*a, **k); print("->", (vars(out[0]), out[1]) if isinstance(out, tuple) else out)
    except SystemExit as e: print("exit", e.code)
    except Exception as e: print(type(e).__name__, e)


def make(**kw):
    p = optparse.OptionParser(prog="prog", version="%prog 1.2", description="What %prog does. " * 8, epilog="Last words. " * 9, **kw)
    p.add_option("-v", "--verbose", action="store_true", default=False, help="talk [default: %default]")
    p.add_option("-q", action="store_false", dest="verbose")
    p.add_option("-n", "--number", type="int", default=3, metavar="N", help="a number that is explained at great length so that it wraps, %default")
    p.add_option("--a-very-long-option-name", type="float", help="below")
    p.add_option("-f", "--file", action="append", dest="files")
    p.add_option("-c", action="count", dest="level"); p.add_option("--mode", choices=["fast", "slow"], type="choice")
    p.add_option("--pair", nargs=2, type="int"); p.add_option("--const", action="store_const", const=42); p.add_option("--hidden", help=optparse.SUPPRESS_HELP)
    def back(option, opt, value, parser, *args, **kwargs): print("callback", option, opt, value, args, kwargs)
    p.add_option("-b", action="callback", callback=back, type="string", callback_args=(1,), callback_kwargs={"k": 2})
    g = optparse.OptionGroup(p, "Dangerous", "They bite."); g.add_option("-g", help="group"); p.add_option_group(g)
    return p


p = make()
print(p.format_help()); print(make(usage="%prog FILE", formatter=optparse.TitledHelpFormatter()).format_help())
for line in ("", "-v a b", "-n 5 --number=0x10 -n010", "-n x", "-fa --file b -f", "-ccc -vn7", "--mode fast", "--mode odd", "--pair 1 2 3", "--pair 1", "--const --nu 4", "--no", "--verbose=1", "-z", "-- -v x", "-b hi -g 1 x", "--version", "-h"):
    print(line); attempt(p.parse_args, line.split())
p.disable_interspersed_args(); attempt(p.parse_args, ["a", "-v"])
p.set_defaults(number="7", other=1); print(vars(p.get_default_values()), p.has_option("-v"), p.get_option("--file"), p.get_option_group("-g").title)
p.remove_option("-v"); attempt(p.remove_option, "-v"); attempt(p.parse_args, ["-v"])
attempt(p.error, "custom"); attempt(p.add_option, "-n"); attempt(p.add_option, "n"); attempt(p.add_option, "-"); attempt(p.add_option, "-x", action="odd"); attempt(p.add_option, "-x", type="odd")
attempt(p.add_option, "-x", bad=1); attempt(p.add_option, "-x", action="callback"); attempt(p.add_option, "-x", action="store_true", type="int"); attempt(p.add_option, "-x", choices=["a"], type="int")
r = optparse.OptionParser(conflict_handler="resolve", add_help_option=False); r.add_option("-n", "--new"); r.add_option("-n", "--other"); print(r.option_list[0]._short_opts, vars(r.parse_args(["-n", "1"])[0]))
v = optparse.Values({"a": 1}); v.ensure_value("b", []).append(2); print(v == {"a": 1, "b": [2]}, str(v))
