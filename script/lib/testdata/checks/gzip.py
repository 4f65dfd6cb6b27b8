import gzip, io, os, tempfile


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


data = b"line one\nline two\n" * 50
packed = gzip.compress(data, mtime=0)
print(packed[:10], gzip.decompress(packed) == data, gzip.decompress(packed + packed) == data * 2, gzip.decompress(b""))
t(lambda: gzip.decompress(b"nothing"))
t(lambda: gzip.decompress(packed[:-4]))
t(lambda: gzip.decompress(packed[:-8] + bytes(8)).__class__)
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "a.gz")
    with gzip.open(name, "wt", encoding="utf-8", newline="\n") as f:
        f.write("é one\ntwo\n")
    with gzip.open(name, "rt", encoding="utf-8") as f:
        print(list(f))
    with gzip.open(name, "ab") as f:
        print(f.write(b"three\n"), f.tell(), f.writable(), f.readable())
    with gzip.open(name) as f:
        print(f.read(4), f.readline(), f.tell(), f.seek(0), f.read(), f.peek(1), f.mtime > 0)
        t(lambda: f.write(b"x"))
    t(f.read)
    print(f.closed)
out = io.BytesIO()
with gzip.GzipFile("name.gz", "wb", fileobj=out, mtime=5) as f:
    f.write(b"abc")
    t(f.read)
print(out.getvalue()[:15], gzip.GzipFile(fileobj=io.BytesIO(out.getvalue())).read())
t(lambda: gzip.open("x", "rtb"))
t(lambda: gzip.open("x", "rb", encoding="utf-8"))
t(lambda: gzip.open(5))
