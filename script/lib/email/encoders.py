"""Payloads in a form that mail carries."""

import binascii

__all__ = ["encode_7or8bit", "encode_base64", "encode_noop", "encode_quopri"]


def base64_lines(data):
    """Bytes in base64, 76 characters a line."""
    return "".join([binascii.b2a_base64(data[i:i + 57]).decode("ascii") for i in range(0, len(data), 57)])


def quoted_lines(text, room=76):
    """Text of one byte a character as quoted-printable, with the line ends that it has."""
    out = []
    for line in text.splitlines(True):
        body = line.rstrip("\r\n")
        out.append(_quoted_line(body, room) + line[len(body):])
    return "".join(out)


def _quoted_line(line, room):
    parts = [c if " " <= c <= "~" and c != "=" or c == "\t" else "=%02X" % ord(c) for c in line]
    if parts and parts[-1] in (" ", "\t"):
        parts[-1] = "=%02X" % ord(parts[-1])
    lines, width = [[]], 0
    for i, part in enumerate(parts):
        if width + len(part) > (room if i == len(parts) - 1 else room - 1):
            lines.append([])
            width = 0
        lines[-1].append(part)
        width += len(part)
    return "=\n".join(map("".join, lines))


def encode_base64(msg):
    """Has the payload be base64."""
    msg.set_payload(base64_lines(msg.get_payload(decode=True)))
    msg["Content-Transfer-Encoding"] = "base64"


def encode_quopri(msg):
    """Has the payload be quoted-printable."""
    data = binascii.b2a_qp(msg.get_payload(decode=True), quotetabs=True)
    msg.set_payload(data.replace(b" ", b"=20").decode("ascii"))
    msg["Content-Transfer-Encoding"] = "quoted-printable"


def encode_7or8bit(msg):
    """Says whether the payload is ASCII."""
    payload = msg.get_payload(decode=True)
    msg["Content-Transfer-Encoding"] = "7bit" if payload is None or payload.isascii() else "8bit"


def encode_noop(msg):
    """Does nothing."""
