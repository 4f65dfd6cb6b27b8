"""The record at an archive's end, by which it is found."""

import struct

from zipfile._info import _END


def end_record(fp):
    """The end record, its comment and its place; None when there is none."""
    fp.seek(0, 2)
    size = fp.tell()
    start = max(size - (1 << 16) - _END.size, 0)
    fp.seek(start)
    tail = fp.read()
    at = tail.rfind(b"PK\5\6")
    while at >= 0:
        if len(tail) - at >= _END.size:
            fields = list(_END.unpack_from(tail, at))
            comment = tail[at + _END.size:at + _END.size + fields[7]]
            fields.append(comment)
            fields.append(start + at)
            return _large(fp, fields)
        at = tail.rfind(b"PK\5\6", 0, at)
    return None


def _large(fp, fields):
    """The same with the numbers of a large archive's record."""
    at = fields[9]
    if at < 20:
        return fields
    fp.seek(at - 20)
    mark, disk, offset, disks = struct.unpack("<4sLQL", fp.read(20))
    if mark != b"PK\6\7":
        return fields
    fp.seek(at - 20 - 56)
    record = struct.unpack("<4sQ2H2L4Q", fp.read(56))
    if record[0] != b"PK\6\6":
        return fields
    fields[3], fields[4], fields[5], fields[6], fields[9] = record[6], record[7], record[8], record[9], at - 20 - 56
    return fields
