import mimetypes as m

m.knownfiles.clear()
m.init([])
for x in "a.html", "a.tar.gz", "a.tgz", "b.py", "c.JSON", "d.webp", "noext", "http://h/x.png?q=1", "data:text/plain;base64,xx", "data:,x", "data:x", "e.svgz", "f.mp4", "g.js", "h.csv.bz2", "/p/i.md", "j.xml", "k.wasm", "l.bin", "m.pdf":
    print(x, m.guess_type(x), m.guess_type(x, strict=False))
for x in "text/html", "image/jpeg", "text/plain", "application/json", "no/such", "IMAGE/PNG", "audio/mpeg", "image/jpg":
    print(x, m.guess_extension(x), m.guess_all_extensions(x), m.guess_extension(x, False))
m.add_type("x/y", ".xyz")
print(m.guess_type("q.xyz"), m.guess_file_type("q.xyz"), m.inited, len(m.types_map) > 100)
t = m.MimeTypes()
t.add_type("u/v", ".uv", strict=False)
print(t.guess_type("a.uv"), t.guess_type("a.uv", False), m.guess_type("a.uv", False), m.read_mime_types("/no/such/file"))
