import io, os, tempfile, zipfile, shutil, time

where = tempfile.mkdtemp(); os.chdir(where)


def attempt(f, *args, **kw):
    try: print("->", f(*args, **kw))
    except Exception as e: print(type(e).__name__, e)


os.makedirs("in/sub"); open("in/a.txt", "w").write("hello " * 50); open("in/sub/b.bin", "wb").write(bytes(range(256)))
for name in "in/a.txt", "in/sub/b.bin", "in/sub": os.utime(name, (1_000_000_000, 1_000_000_000)); os.chmod(name, 0o755)
with zipfile.ZipFile("x.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.write("in/a.txt"); z.write("in/sub/b.bin", "other/name.bin", zipfile.ZIP_STORED); z.write("in/sub"); z.writestr("text.txt", "grüße"); z.writestr(zipfile.ZipInfo("dated", (2001, 2, 3, 4, 5, 7)), b"data")
    with z.open("streamed", "w") as f: print(f.write(b"one "), f.write(b"two"), f.writable()); attempt(z.read, "text.txt"); attempt(z.writestr, "q", "")
    z.mkdir("made"); z.comment = b"a comment"; z.writestr("ünï.txt", "u")
    print(z)
with zipfile.ZipFile("x.zip") as z:
    print(z, z.namelist(), z.comment, z.testzip())
    for i in z.infolist(): print((i.filename, i.file_size, i.CRC, i.date_time[:3] if i.filename[:2] == "in" else "", i.compress_type, oct(i.external_attr >> 16), i.is_dir(), i.create_system, i.flag_bits))
    print(repr(z.getinfo("in/a.txt")).split("compress_size")[0], z.getinfo("in/sub/"), z.getinfo("dated"))
    print(z.read("text.txt").decode(), z.read("in/a.txt")[:11], z.read(z.getinfo("dated")))
    with z.open("in/a.txt") as f: print(f.read(5), f.peek(3)[:3], f.readline()[:5], f.seek(2), f.read1(4), f.tell(), f.readable(), f.seekable(), f.name, f.mode)
    with io.TextIOWrapper(z.open("text.txt"), encoding="utf-8") as t: print(t.read())
    print(os.path.relpath(z.extract("in/a.txt", "out"), where)); z.extractall("all", ["dated", "in/sub/"]); z.extractall("all2"); print(sorted(os.path.join(d, f) for d, _, fs in os.walk("out") for f in fs), sorted(os.listdir("all")), sorted(os.listdir("all2")))
    attempt(z.read, "nope"); attempt(z.writestr, "a", "b"); attempt(z.open, "text.txt", "q"); attempt(z.open, "text.txt", "w")
attempt(z.read, "text.txt"); print(z); attempt(z.close)
with zipfile.ZipFile("x.zip", "a") as z: z.writestr("more", "m")
with zipfile.ZipFile("x.zip") as z: print(len(z.namelist()), z.read("more"), z.comment, z.testzip())
buffer = io.BytesIO(b"junk before")
with zipfile.ZipFile(buffer, "a") as z: z.writestr("a/b/c.txt", "abc"); z.writestr("a/d.txt", "d"); z.writestr("../evil", "e"); z.writestr("/abs", "f")
print(zipfile.is_zipfile(buffer), zipfile.is_zipfile("in/a.txt"), zipfile.is_zipfile("nowhere"))
with zipfile.ZipFile(buffer) as z:
    z.extractall("safe"); print(sorted(os.listdir("safe")), z.namelist())
    p = zipfile.Path(z); print(sorted(str(c.at) for c in p.iterdir()), (p / "a" / "d.txt").read_text(encoding="utf-8"), (p / "a").is_dir(), (p / "zz").exists(), (p / "a" / "b" / "c.txt").name, (p / "a/d.txt").suffix, (p / "a/d.txt").parent.at)
broken = bytearray(buffer.getvalue()); at = broken.find(b"abc"); broken[at] = 0
with zipfile.ZipFile(io.BytesIO(broken)) as z: attempt(z.read, "a/b/c.txt"); print(z.testzip())
for bad in b"", b"PK", b"x" * 100: attempt(zipfile.ZipFile, io.BytesIO(bad))
attempt(zipfile.ZipFile, "x.zip", "q"); attempt(zipfile.ZipFile, "nowhere.zip"); attempt(zipfile.ZipFile, "x.zip", "x"); attempt(zipfile.ZipFile, "n.zip", "w", 99); attempt(zipfile.ZipInfo, "a", (1979, 1, 1, 0, 0, 0))
out = io.StringIO()
with zipfile.ZipFile("p.zip", "w") as z: z.writestr(zipfile.ZipInfo("dated", (2001, 2, 3, 4, 5, 8)), b"data"); z.printdir(file=out)
print(out.getvalue()); print(open("p.zip", "rb").read())
