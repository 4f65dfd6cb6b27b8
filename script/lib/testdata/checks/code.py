import code, codeop, sys, io

for s in ["", "a=1", "if 1:", "if 1:\n  x", "if 1:\n  x\n", "if 1: pass", "def f():", "def f():\n  pass\n", "(", "(a,\n b", "'''abc", "'abc", "a =", "1 +", "x y", " x", "try:\n  x\nexcept E:",
          "a\\", "@dec", "@dec\ndef f(): pass", "class A: pass", "# c", "\n\n", "lambda", "f(a", "{1:2}", "(]", "else:", "if 1:\n  pass\nelse:", "async def f():", "a;b", "if 1:\npass", "def x():\n\npass\n", "a=1\nb=2"]:
    try: print(repr(s), codeop.compile_command(s) is None)
    except SyntaxError as e: print(repr(s), type(e).__name__)
for s in "a", "a+", "(a\n", "": print(codeop.compile_command(s, symbol="eval") is None if s != "a+" else 0)
compiler = codeop.CommandCompiler()
compiler("from __future__ import annotations"); print(compiler.compiler.flags & 0x1000000)


def session(lines, **kw):
    feed = iter(lines)
    prompts = []
    def read(prompt):
        prompts.append(prompt)
        for line in feed: return line
        raise EOFError
    save, sys.stderr = sys.stderr, io.StringIO()
    try:
        try: code.interact(banner="hello", readfunc=read, local={"__name__": "c", "z": 3}, **kw)
        except SystemExit as e: print("exit", e.code)
        print(sys.stderr.getvalue())
    finally: sys.stderr = save
    print(prompts)


session(["1 + 1", "z", "x = 5", "for i in range(2):", "  i", "", "def f():", "  return 1 / 0", "", "f()", "a b", "None", "print('p')", "_"])
session(["raise SystemExit(3)", "4"], exitmsg="")
session(["exit(2)"], exitmsg="bye", local_exit=True)
i = code.InteractiveInterpreter(); print(i.runsource("q = 7"), i.locals["q"], i.runsource("if q:"), i.locals["__name__"])
c = code.InteractiveConsole(); print(c.push("if 1:"), c.push("  'in'"), c.buffer, c.push(""), c.buffer)
