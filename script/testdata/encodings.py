# Modules about encodings, arrays and addresses.
import codecs,io
print(codecs.encode("é","utf-8"), codecs.decode(b"\xc3\xa9"), codecs.lookup("UTF8").name, codecs.lookup("latin-1").name)
d=codecs.getincrementaldecoder("utf-8")()
print([d.decode(bytes([b])) for b in "aé€😀".encode()])
try: d.decode(b"\xff")
except UnicodeDecodeError as e: print(e)
d=codecs.getincrementaldecoder("utf-8")("replace")
print([d.decode(b) for b in (b"a\xe2\x82",b"\xac",b"\xffz")], repr(d.decode(b"\xe2",True)))
print(list(codecs.iterdecode([b"ab",b"\xc3",b"\xa9"],"utf-8")), list(codecs.iterencode("aé","utf-16-le")))
try: codecs.lookup("nope")
except LookupError as e: print(e)
print(codecs.encode("Hello","rot13"), codecs.encode(b"ab","hex"), codecs.escape_decode(rb"a\n\x41\101\q"), codecs.escape_encode(b"\n'"))
r=codecs.getreader("utf-8")(io.BytesIO("añb\nc€d\n".encode()))
print(r.readline(), r.read())
r=codecs.getreader("utf-8")(io.BytesIO("añb\nc€d\n".encode()))
print(list(r))
w=io.BytesIO(); s=codecs.getwriter("utf-8")(w); s.write("é"); print(w.getvalue())
print(codecs.BOM_UTF8, codecs.lookup_error("replace")(UnicodeDecodeError("ascii",b"\xff",0,1,"x")))
from array import array
a=array('i',[1,2,3]); print(a, a.itemsize, a.tobytes(), a[1:], a+a, a*2, 2 in a)
a.append(5); a.extend([7]); print(a.pop(), a.tolist(), a.index(2), a.count(1)); a.byteswap(); print(a)
for bad in (lambda: array('b',[300]), lambda: array('i',['x']), lambda: array('z'), lambda: a.remove(9), lambda: array('B',[-1]), lambda: array('f',['q'])):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(array('d',[1,2.5]), array('f',[0.1])[0], array('B',b'abc').tolist(), array('i')==array('i'), array('i',[1])<array('i',[2]))
b=array('h',[1,2]); b[0]=9; b[0:1]=array('h',[4,5]); del b[2]; print(b)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for s in ("a\n\té\\'\"\x7f\x00","€😀ÿ","\ud800x"):
    for e in ("unicode_escape","raw-unicode-escape"): t(lambda: s.encode(e)); t(lambda: s.encode(e).decode(e)==s)
for b in (rb"a\n\x41\u20ac\U0001f600\q\101\7\0", b"\\", rb"\x4", rb"\u12", rb"\U0011ffff", rb"\xzz", b"\xe9\\t", b"a\\\nb", rb"\ud83d"):
    for e in ("unicode_escape","raw_unicode_escape"):
        for h in ("strict","replace","ignore"): t(lambda: ascii(b.decode(e,h)))

import socket, py_compile, sysconfig, importlib.util
for a in ("127.0.0.1", "1.2", "::1", "fe80::1:0:0:1", "1::2:3:1.2.3.4", "::", "300.1.1.1", "1:2", "x"):
    for family in (socket.AF_INET, socket.AF_INET6):
        t(lambda: socket.inet_ntop(family, socket.inet_pton(family, a)))
    t(lambda: socket.inet_aton(a))
print(socket.htons(1), socket.ntohl(socket.htonl(5)), socket.AF_INET.name, socket.SOCK_STREAM)
t(lambda: socket.htons(-1))
t(lambda: socket.inet_ntoa(b"abc"))
with socket.socket() as s:
    s.settimeout(3)
    print(s.gettimeout(), s.family, s.type, s.proto)
print(importlib.util.source_from_cache("a/__pycache__/b.cpython-313.pyc"), sysconfig.get_python_version())
