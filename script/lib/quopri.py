"""Text as quoted-printable."""

import binascii

__all__ = ["encode", "decode", "encodestring", "decodestring"]


def encodestring(s, quotetabs=False, header=False):
    """Bytes as quoted-printable."""
    return binascii.b2a_qp(s, quotetabs=quotetabs, header=header)


def decodestring(s, header=False):
    """What quoted-printable stands for."""
    return binascii.a2b_qp(s, header=header)


def encode(input, output, quotetabs, header=False):
    """Writes what one file has as quoted-printable to another."""
    output.write(encodestring(input.read(), quotetabs, header))


def decode(input, output, header=False):
    """Writes what the quoted-printable of one file stands for to another."""
    output.write(decodestring(input.read(), header))
