import io
import sys

b = b"hello\x00\xff"
print(b, b[1], b[1:3], list(b[:3]), b.hex(), bytes.fromhex("68 69"), b.find(b"l"), b"a,b".split(b","), b"%d" % 5, bytearray(b"abc")[::-1])
out = io.StringIO()
print("to the buffer", file=out)
out.write("more\n")
print(repr(out.getvalue()), io.StringIO("a\nb\n").readlines(), io.BytesIO(b"xyz").read(2))
ba = bytearray(b"abc")
ba[0] = 120
ba.extend(b"de")
print(ba, bytes(ba), ba.decode(), memoryview(b"abcd")[1:3].tobytes())
from contextlib import redirect_stdout
with redirect_stdout(io.StringIO()) as f:
    print("hidden")
print("shown", f.getvalue().strip())
print("err", file=sys.stderr)
sys.stdout.write("written\n")
print("é".encode("latin-1"), "é".encode("ascii", "replace"), "日本".encode("utf-8"), b"\xe9".decode("latin-1"))
try:
    b"\xff".decode()
except UnicodeDecodeError as e:
    print(e)
