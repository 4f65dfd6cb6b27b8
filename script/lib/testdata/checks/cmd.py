import cmd, io


class Shell(cmd.Cmd):
    intro = "Welcome"
    prompt = "(sh) "
    def do_add(self, arg):
        """add A B
           adds"""
        self.stdout.write(str(sum(map(int, arg.split()))) + "\n")
    def do_bare(self, arg): self.stdout.write(f"bare {arg!r}\n")
    def do_quit(self, arg): "Leaves."; return True
    def do_shell(self, arg): self.stdout.write(f"shell {arg}\n")
    def help_topic(self): self.stdout.write("about it\n")
    def preloop(self): self.stdout.write("pre\n")
    def postloop(self): self.stdout.write("post\n")
    def precmd(self, line): return line.lower() if line != "EOF" else line
    def postcmd(self, stop, line): self.stdout.write(f"<{line}>\n"); return stop
    def do_EOF(self, arg): self.stdout.write("eof\n"); return True


def run(text, make=Shell, **kw):
    out = io.StringIO(); sh = make(stdin=io.StringIO(text), stdout=out); sh.use_rawinput = False
    sh.cmdloop(**kw); print(out.getvalue())


run("add 1 2\n\nBARE x y\nnope 1\n!ls -l\n?\nhelp add\nhelp topic\nhelp bare\nhelp zzz\nquit\nadd 1 1\n")
run("", intro="Other")
sh = Shell(stdout=io.StringIO()); sh.cmdqueue = ["add 4 5", "quit"]; sh.cmdloop(); print(sh.stdout.getvalue())
for line in "", "  ", "a", "a b  c ", "?x", "!x", "a.b", "!", "é x": print(sh.parseline(line), cmd.Cmd().parseline(line))
print(sh.completenames("a"), sh.complete_help("t"), sh.completedefault(), sh.onecmd("quit"), sh.lastcmd)
for items in [], ["one"], [f"name{i}" for i in range(30)], ["x" * 100, "y"]:
    sh.stdout = io.StringIO(); sh.columnize(items); sh.columnize(items, 30); print(sh.stdout.getvalue())
try: sh.columnize(["a", 1, 2])
except TypeError as e: print(e)
