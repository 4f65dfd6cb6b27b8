import io
import logging
import logging.handlers
import os
import sys
import tempfile
import asyncio


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


sys.stderr = sys.stdout
logging.warning("to the %s", "root")
logging.info("unseen")
logging.error("err %d %s", 3, "x")
log = logging.getLogger("app.db")
print(log, logging.getLogger("app"), logging.getLogger(), logging.getLogger("app.db") is log, log.parent, log.name, logging.getLogger("root") is logging.root)
log.warning("child")
log.debug("unseen")
root = logging.getLogger()
print(root.handlers, root.level, log.getEffectiveLevel(), log.isEnabledFor(10), log.hasHandlers())
buf = io.StringIO()
logging.basicConfig(stream=buf, force=True, level="DEBUG", format="%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(module)s|%(filename)s|%(threadName)s|%(processName)s|%(taskName)s|%(message)s")


def inside():
    log.info("from inside %(a)s", {"a": 5})
    log.log(15, "custom level")
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed %s", "div", extra={"k": 1})
        log.error("with info", exc_info=True)
    log.error("no exc", exc_info=False)
    log.critical("given", exc_info=ValueError("v"))
    log.warning("stack", stack_info=False, stacklevel=2)


inside()
print("\n".join(l for l in buf.getvalue().split("\n") if l.strip(" ~^") or not l))
for fmt, style in [("{levelname}:{message:>10}", "{"), ("$levelname ${message}", "$"), ("%(message)s!", "%"), ("{name!r}", "{")]:
    h = logging.StreamHandler(buf := io.StringIO())
    h.setFormatter(logging.Formatter(fmt, style=style))
    lg = logging.Logger("own")
    lg.addHandler(h)
    lg.warning("hey %s", "you")
    print(repr(buf.getvalue()), h.formatter.usesTime())
attempt("style", logging.Formatter, "x", style="?")
attempt("nofield", logging.Formatter, "plain")
attempt("nofield", logging.Formatter, "plain", style="{")
attempt("nofield", logging.Formatter, "plain", style="$")
attempt("unknown field", lambda: logging.Formatter("%(zzz)s").format(logging.makeLogRecord({})))
print(logging.Formatter("%(zzz)s", defaults={"zzz": 1}).format(logging.makeLogRecord({})))
print([logging.getLevelName(x) for x in (10, 20, 30, 40, 50, 0, 35, "INFO", "NOPE")])
logging.addLevelName(35, "NOTICE")
print(logging.getLevelName(35), logging.getLevelName("NOTICE"), logging.getLevelNamesMapping())
attempt("level", log.setLevel, "nope")
attempt("level", log.setLevel, 1.5)
attempt("log level", log.log, "INFO", "x")
attempt("name", logging.getLogger, 3)
attempt("basic", logging.basicConfig, stream=1, filename="x", force=True)
attempt("basic", logging.basicConfig, handlers=[], stream=1, force=True)
attempt("basic", logging.basicConfig, bogus=1, force=True)
attempt("extra", log.warning, "x", extra={"name": 1})

# propagation, levels, filters
out = io.StringIO()
logging.basicConfig(stream=out, force=True, format="%(name)s:%(message)s")
a, ab, abc = (logging.getLogger(n) for n in ("a", "a.b", "a.b.c"))
print(abc.parent is ab, ab.parent is a, a.getChild("b") is ab, sorted(l.name for l in a.getChildren()))
a.setLevel(logging.ERROR)
ab.warning("hidden"); abc.error("shown")
ab.setLevel(logging.INFO); abc.info("now shown")
ab.propagate = False; abc.error("nowhere?"); ab.propagate = True
ab.addFilter(lambda r: "secret" not in r.getMessage())
ab.warning("a secret"); ab.warning("open"); abc.warning("secret passes below")
ab.disabled = True; ab.error("disabled"); ab.disabled = False
logging.disable(logging.ERROR); ab.error("off"); ab.critical("on"); logging.disable(logging.NOTSET)


class AddField(logging.Filter):
    def filter(self, record):
        record.msg = record.msg.upper()
        return True


f = AddField(); a.addFilter(f); a.addFilter(f); a.error("louder"); a.removeFilter(f); a.error("quiet")
fl = logging.Filter("a.b")
print([fl.filter(logging.makeLogRecord({"name": n})) for n in ("a", "a.b", "a.b.c", "a.bc")])
print(out.getvalue())


class Adapter(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return "[%s] %s" % (self.extra["conn"], msg), kwargs


out.truncate(0); out.seek(0)
ad = Adapter(a, {"conn": 7}); ad.error("adapted %s", 1); print(ad.name, ad.isEnabledFor(50), ad)
h = logging.StreamHandler(out); h.setFormatter(logging.Formatter("%(user)s-%(message)s-%(funcName)s")); a.addHandler(h); a.propagate = False
logging.LoggerAdapter(a, {"user": "u"}).error("extra")
a.removeHandler(h); a.propagate = True
print(out.getvalue())

with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, "x.log")
    h = logging.FileHandler(path, mode="w")
    h.setLevel(logging.WARNING)
    h.setFormatter(logging.Formatter("%(asctime)s %(message)s", datefmt="T"))
    print(repr(h).replace(path, "PATH"))
    a.addHandler(h); a.error("to file"); a.info("no"); a.removeHandler(h); h.close()
    print(open(path).read())
    r = logging.handlers.RotatingFileHandler(path, maxBytes=30, backupCount=2)
    lg = logging.Logger("rot"); lg.addHandler(r)
    for i in range(6):
        lg.error("message %d" % i)
    r.close()
    print(sorted(os.listdir(d)), open(path).read())
mem = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(o2 := io.StringIO()))
lg = logging.Logger("m"); lg.addHandler(mem)
lg.info("held"); print(repr(o2.getvalue())); lg.error("flush"); print(repr(o2.getvalue()))
import queue
q = queue.Queue(); qh = logging.handlers.QueueHandler(q); lg = logging.Logger("q"); lg.addHandler(qh); lg.error("queued %d", 5)
rec = q.get(); print(rec.msg, rec.args, rec.levelname)
ql = logging.handlers.QueueListener(q, logging.StreamHandler(o3 := io.StringIO())); lg.error("via listener"); ql.start(); ql.stop(); print(repr(o3.getvalue()))
print(logging.NullHandler(), logging.StreamHandler(io.StringIO()), logging.Handler(30), logging.lastResort)
rec = logging.LogRecord("n", 20, "/p/file.py", 7, "m %s", ("a",), None)
print(rec, rec.getMessage(), rec.filename, rec.module, rec.levelname, logging.BASIC_FORMAT)
rec.created = 0.0; rec.msecs = 5.0
fm = logging.Formatter("%(asctime)s"); import time; fm.converter = time.gmtime
print(fm.format(rec))
fm = logging.Formatter("%(asctime)s|%(message)s", "%H:%M"); fm.converter = time.gmtime; print(fm.format(rec))


class Bad(logging.Handler):
    def emit(self, record): raise RuntimeError("no emit")


lg = logging.Logger("bad"); lg.addHandler(Bad()); attempt("bad", lg.error, "x")
import warnings
logging.captureWarnings(True)
out.truncate(0); out.seek(0)
warnings.warn_explicit("careful", UserWarning, "f.py", 3)
logging.captureWarnings(False)
print(repr(out.getvalue()))


class MyLogger(logging.Logger):
    def hello(self): return "hello " + self.name


logging.setLoggerClass(MyLogger); print(logging.getLogger("mine").hello(), logging.getLoggerClass().__name__); logging.setLoggerClass(logging.Logger)
attempt("class", logging.setLoggerClass, int)


async def main():
    asyncio.current_task().set_name("the-task")
    logging.getLogger("t").warning("in task")
    print(logging.LogRecord("n", 20, "p", 1, "m", (), None).taskName)

root.setLevel("INFO")
asyncio.run(main())
print(repr(out.getvalue()))
lg = logging.Logger("fmt"); sh = logging.StreamHandler(io.StringIO()); sh.setStream(o5 := io.StringIO()); lg.addHandler(sh); sh.terminator = "|"; lg.warning("%s", None); lg.warning("100%"); lg.warning(123); lg.warning(ValueError("exc")); print(repr(o5.getvalue()))
sh.name = "shname"; print(logging.getHandlerByName("shname") is sh, logging.getHandlerNames())
