"""Digests: the algorithms are the native module _hashes."""

import _hashes

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512",
                         "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
                         "shake_128", "shake_256"}
algorithms_available = algorithms_guaranteed | {"sha512_224", "sha512_256"}

__all__ = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
           "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256", "new",
           "algorithms_guaranteed", "algorithms_available", "file_digest", "pbkdf2_hmac")


def _maker(name):
    def make(string=b"", *, usedforsecurity=True):
        return _hashes.make(name, string)
    make.__name__ = make.__qualname__ = "openssl_" + name
    return make


md5 = _maker("md5")
sha1 = _maker("sha1")
sha224 = _maker("sha224")
sha256 = _maker("sha256")
sha384 = _maker("sha384")
sha512 = _maker("sha512")
sha3_224 = _maker("sha3_224")
sha3_256 = _maker("sha3_256")
sha3_384 = _maker("sha3_384")
sha3_512 = _maker("sha3_512")
shake_128 = _maker("shake_128")
shake_256 = _maker("shake_256")


def blake2b(data=b"", /, *, digest_size=64, key=b"", usedforsecurity=True):
    """BLAKE2b, up to 64 bytes."""
    return _hashes.blake2("blake2b", data, digest_size, key)


def blake2s(data=b"", /, *, digest_size=32, key=b"", usedforsecurity=True):
    """BLAKE2s, 32 bytes."""
    return _hashes.blake2("blake2s", data, digest_size, key)


def new(name, data=b"", *, usedforsecurity=True):
    """The hash object of a name."""
    low = name.lower().replace("-", "_")
    if low in ("blake2b", "blake2s"):
        return globals()[low](data)
    if low not in algorithms_available:
        raise ValueError("unsupported hash type " + name)
    return _hashes.make(low, data)


def file_digest(fileobj, digest, /, *, _bufsize=262144):
    """A hash object of what a binary file still has."""
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        made.update(bytes(fileobj.getbuffer()))
        return made
    if not hasattr(fileobj, "read"):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while chunk := fileobj.read(_bufsize):
        made.update(chunk)
    return made


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key made of a password, RFC 8018."""
    import hmac
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    size = new(hash_name).digest_size
    if dklen is None:
        dklen = size
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    key = b""
    block = 0
    while len(key) < dklen:
        block += 1
        u = hmac.digest(password, salt + block.to_bytes(4, "big"), hash_name)
        total = int.from_bytes(u, "big")
        for _ in range(iterations - 1):
            u = hmac.digest(password, u, hash_name)
            total ^= int.from_bytes(u, "big")
        key += total.to_bytes(size, "big")
    return key[:dklen]
