import filecmp, fileinput, gettext, os, tempfile, io, sys, contextlib

where = tempfile.mkdtemp(); os.chdir(where)
for folder in "l", "r", "l/sub", "r/sub", "l/d", "l/.git": os.mkdir(folder)
for name, text in {"l/same": "x", "r/same": "x", "l/diff": "a", "r/diff": "b", "l/only": "", "r/other": "", "l/sub/s": "1", "r/sub/s": "22", "r/d": ""}.items():
    with open(name, "w") as f: f.write(text)
    os.utime(name, (1000, 1000))
print(filecmp.cmp("l/same", "r/same"), filecmp.cmp("l/diff", "r/diff"), filecmp.cmp("l/diff", "r/diff", shallow=False), filecmp.cmp("l", "r"))
print(filecmp.cmpfiles("l", "r", ["same", "diff", "nope"], shallow=False))
c = filecmp.dircmp("l", "r", shallow=False)
print(c.left_list, c.right_list, c.common, c.left_only, c.right_only, c.common_dirs, c.common_files, c.common_funny, c.same_files, c.diff_files, c.funny_files, list(c.subdirs), c.subdirs["sub"].diff_files)
c.report_full_closure(); c.report_partial_closure()
try: c.nothing
except AttributeError as e: print(e)

with open("one", "w") as f: f.write("a\nb\n")
with open("two", "w") as f: f.write("c\n")
for line in fileinput.input(["one", "two"]): print(fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), fileinput.isstdin(), repr(line))
try: fileinput.input(["one"]); fileinput.input(["two"])
except RuntimeError as e: print(e)
fileinput.close()
try: fileinput.lineno()
except RuntimeError as e: print(e)
with fileinput.input("one", inplace=True, backup=".old") as lines:
    for line in lines: print(line.strip().upper())
print(open("one").read(), open("one.old").read())
with fileinput.FileInput(["one", "two"], mode="rb") as lines: print(lines.readline(), lines.nextfile(), lines.readline(), lines.readline(), lines.filelineno())
with fileinput.input(["one"], openhook=fileinput.hook_encoded("utf-16-le", "replace")) as lines: print(len(list(lines)))
for kw in {"mode": "w"}, {"inplace": 1, "openhook": print}:
    try: fileinput.FileInput(["one"], **kw)
    except ValueError as e: print(e)
print(gettext.gettext("hi"), gettext.ngettext("%d a", "%d as", 2) % 2, gettext.find("x", where), gettext.translation("x", fallback=True).gettext("m"))
try: gettext.translation("nope", where)
except FileNotFoundError as e: print(e)
from gettext import c2py
for rule in "n != 1", "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", "0": print([c2py(rule)(n) for n in range(13)])
for rule in "n +", "x", "(n":
    try: c2py(rule)
    except ValueError as e: print(type(e).__name__)
import struct
def mo(pairs):
    ids = b"".join(k + b"\0" for k, v in pairs); texts = b"".join(v + b"\0" for k, v in pairs); n = len(pairs); at = 28 + 16 * n; out = struct.pack("<7I", 0x950412DE, 0, n, 28, 28 + 8 * n, 0, 0); rows = [b"", b""]
    for i, start in (0, at), (1, at + len(ids)):
        for pair in pairs: rows[i] += struct.pack("<2I", len(pair[i]), start); start += len(pair[i]) + 1
    return out + rows[0] + rows[1] + ids + texts
os.makedirs("de/LC_MESSAGES")
with open("de/LC_MESSAGES/app.mo", "wb") as f: f.write(mo([(b"", b"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"), (b"hello", "grüß".encode()), (b"%d file\0%d files", b"%d Datei\0%d Dateien"), (b"menu\x04open", b"auf")]))
t = gettext.translation("app", where, ["de_AT.UTF-8"]); print(t.gettext("hello"), t.ngettext("%d file", "%d files", 1), t.ngettext("%d file", "%d files", 3), t.pgettext("menu", "open"), t.gettext("other"), t.info()["plural-forms"], t.charset())
t.install(); print(_("hello"))
