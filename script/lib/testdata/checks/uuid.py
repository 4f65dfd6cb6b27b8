import uuid


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


u = uuid.UUID("12345678-1234-5678-9234-567812345678")
print(u, repr(u), u.hex, u.int, u.urn, u.bytes, u.bytes_le, u.fields, u.version, u.variant, u.node, u.time, u.clock_seq, int(u))
print(uuid.UUID("{12345678123456789234567812345678}") == u, uuid.UUID(bytes=u.bytes) == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u, uuid.UUID(int=u.int) == u, hash(u) == hash(u.int), u < uuid.UUID(int=u.int + 1), u == 3, u.is_safe)
for n in ("DNS", "URL", "OID", "X500"): print(getattr(uuid, "NAMESPACE_" + n), uuid.uuid5(getattr(uuid, "NAMESPACE_" + n), "python.org"), uuid.uuid3(getattr(uuid, "NAMESPACE_" + n), "python.org"))
r = uuid.uuid4(); print(r.version, r.variant, len(str(r)), r != uuid.uuid4(), uuid.uuid1().version, uuid.uuid1(5, 7).node, uuid.uuid1(5, 7).clock_seq, uuid.UUID(int=0).version, uuid.UUID(int=1, version=4))
attempt("bad", uuid.UUID, "xyz"); attempt("none", uuid.UUID); attempt("range", uuid.UUID, int=1 << 128); attempt("bytes", uuid.UUID, bytes=b"x"); attempt("version", uuid.UUID, int=1, version=9); attempt("set", setattr, u, "int", 3); attempt("lt", lambda: u < 3); attempt("fields", uuid.UUID, fields=(1, 2))
