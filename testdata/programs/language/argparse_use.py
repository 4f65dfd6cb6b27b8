# python: 3.13
# args: --count 3 -v name extra
import argparse

p = argparse.ArgumentParser(prog="tool", description="A tool.")
p.add_argument("name", help="the name")
p.add_argument("rest", nargs="*")
p.add_argument("-c", "--count", type=int, default=1, help="how many (default: %(default)s)")
p.add_argument("-v", "--verbose", action="store_true")
p.add_argument("--mode", choices=["a", "b"], default="a")
a = p.parse_args()
print(a.name, a.rest, a.count, a.verbose, a.mode)
print(p.format_help())
try:
    p.parse_args(["x", "--mode", "c"])
except SystemExit as e:
    print("exit", e.code)
