import fcntl, grp, os, pwd, resource, tempfile


def t(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


r = resource.getrusage(resource.RUSAGE_SELF)
print(r.ru_utime > 0, r.ru_maxrss > 1000, len(r), type(r).__name__, resource.RLIM_INFINITY, resource.getpagesize() >= 4096)
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE) == (soft, hard), resource.getrlimit(resource.RLIMIT_CORE)[0] >= -1)
for f in (
    lambda: resource.getrusage(99),
    lambda: resource.getrlimit(99),
    lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (5, 4)),
    lambda: resource.setrlimit(resource.RLIMIT_NOFILE, 5),
    lambda: pwd.getpwnam("no such user"),
    lambda: pwd.getpwuid(987654),
    lambda: grp.getgrnam("no such group"),
    lambda: fcntl.fcntl(-1, 1),
    lambda: fcntl.fcntl(987, 1),
    lambda: fcntl.flock("x", 2),
):
    print(t(f))
root = pwd.getpwuid(0)
print(root.pw_name, root[2], root.pw_uid, len(root), type(root).__name__, pwd.getpwnam("root") == root, root in pwd.getpwall(), grp.getgrgid(0).gr_gid)
with tempfile.TemporaryFile() as f:
    print(fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB), fcntl.flock(f.fileno(), fcntl.LOCK_UN), fcntl.lockf(f, fcntl.LOCK_EX))
a, b = os.pipe()
fcntl.fcntl(a, fcntl.F_SETFL, fcntl.fcntl(a, fcntl.F_GETFL) | os.O_NONBLOCK)
print(fcntl.fcntl(a, fcntl.F_GETFL) & os.O_NONBLOCK != 0, os.get_blocking(a), fcntl.fcntl(a, fcntl.F_GETFD))
