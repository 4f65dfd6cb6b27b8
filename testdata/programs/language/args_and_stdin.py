# args: one --two 3
import sys

print(sys.argv[1:], sys.stdin.read() == "", __name__, __file__.endswith("args_and_stdin.py"))
