import os
import signal
import subprocess
import sys

sys.stdout.flush()
print(subprocess.run(["echo", "hi"], capture_output=True))
print(subprocess.run("echo $((1+2)); exit 3", shell=True, capture_output=True, text=True))
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
print(p.poll(), p.communicate("line\n" * 3), p.returncode, p)
print(subprocess.run(["cat"], input="é\n", capture_output=True, encoding="utf-8").stdout, end="")
for args in (["false"], ["sh", "-c", "echo out; exit 7"]):
    try:
        subprocess.check_output(args)
    except subprocess.CalledProcessError as e:
        print(e, repr(e), e.returncode, e.cmd, e.output, e.stdout, e.stderr)
for args, kwargs in (["no-such-program"], {}), (["./no/such"], {}), (["pwd"], {"cwd": "/no/such"}), (["/"], {}):
    try:
        subprocess.run(args, **kwargs)
    except OSError as e:
        print(repr(e), e.filename)
try:
    subprocess.run(["sleep", "9"], timeout=0.05, capture_output=True)
except subprocess.TimeoutExpired as e:
    print(e, e.cmd, e.timeout, e.stdout, e.output)
p = subprocess.Popen(["sleep", "9"])
print(p.poll(), end=" ")
p.terminate()
print(p.wait(), p.poll(), p.wait())
p = subprocess.Popen(["sleep", "9"], stdout=subprocess.DEVNULL)
p.send_signal(signal.SIGINT)
print(p.wait(9))
p.kill()
with subprocess.Popen(["sleep", "9"]) as p:
    try:
        p.wait(0.01)
    except subprocess.TimeoutExpired as e:
        print(e)
    p.kill()
print(p.returncode)
try:
    subprocess.run("kill -9 $$", shell=True, check=True)
except subprocess.CalledProcessError as e:
    print(e)
print(subprocess.CalledProcessError(-99, "x"), subprocess.TimeoutExpired("x", 2))
print(subprocess.getoutput("echo out; echo err >&2"), subprocess.getstatusoutput("exit 3"))
print(subprocess.check_output(["/usr/bin/env"], env={"A": "b"}))
print(subprocess.run(["pwd"], cwd="/", stdout=subprocess.PIPE).stdout)
big = subprocess.run(["sh", "-c", "cat; echo e >&2"], input=b"x" * 200000, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
print(len(big.stdout), big.stdout[-4:], big.stderr)
both = subprocess.run(["sh", "-c", "cat; cat <&0; echo e >&2"], input="a\nb\n", capture_output=True, text=True)
print(both.stdout, both.stderr)
with subprocess.Popen(["sh", "-c", "for i in 1 2 3; do echo $i; done"], stdout=subprocess.PIPE, bufsize=1, text=True) as p:
    for line in p.stdout:
        print("line", line.strip())
print(p.returncode)
r, w = os.pipe()
p = subprocess.Popen(["sh", "-c", f"echo passed >/dev/fd/{w}"], pass_fds=(w,))
os.close(w)
print(os.read(r, 10), p.wait())
os.close(r)
print(os.waitstatus_to_exitcode(os.system("exit 4")), os.popen("echo piped").read(), os.popen("exit 3").close())
print(subprocess.call("exit 2", shell=True), subprocess.check_call(["true"]))
p = subprocess.Popen("exit 5", shell=True)
print(os.waitpid(p.pid, 0) == (p.pid, 5 << 8), p.wait())
try:
    os.waitpid(p.pid, 0)
except ChildProcessError as e:
    print(e)
for kwargs in ({"input": b"", "stdin": subprocess.PIPE}, {"capture_output": True, "stdout": 1}, {"bufsize": "x"}):
    try:
        subprocess.run(["true"], **kwargs)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    subprocess.check_output(["true"], stdout=1)
except ValueError as e:
    print(e)
print(subprocess.list2cmdline(["a b", 'c"d', "", "e\\", "f g\\"]))
print(subprocess.CompletedProcess(["x"], 0), subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL)
