"""Writes tables.txt.gz, what Go's packages do not have of the Unicode Character Database.

    python3.13 tables.py

Each line is a letter and a code point in hexadecimal: d has the decomposition, n the numeric value of
what is no decimal digit, m the last of a range of characters that are mirrored."""

import gzip
import unicodedata
from fractions import Fraction

lines = []
mirrored = None
for c in range(0x110000):
    s = chr(c)
    if unicodedata.decomposition(s) and not 0xAC00 <= c <= 0xD7A3:
        lines.append("d%X %s" % (c, unicodedata.decomposition(s)))
    n = unicodedata.numeric(s, None)
    if n is not None and unicodedata.decimal(s, None) is None:
        lines.append("n%X %s" % (c, Fraction(n).limit_denominator(1000)))
    if unicodedata.mirrored(s):
        if mirrored is None:
            mirrored = c
    elif mirrored is not None:
        lines.append("m%X %X" % (mirrored, c - 1))
        mirrored = None
with open("tables.txt.gz", "wb") as out:
    out.write(gzip.compress("\n".join(lines).encode("ascii"), 9, mtime=0))
