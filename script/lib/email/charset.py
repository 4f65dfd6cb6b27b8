"""Character sets of messages."""

from email import encoders, errors

QP, BASE64, SHORTEST = 1, 2, 3
DEFAULT_CHARSET, UNKNOWN8BIT = "us-ascii", "unknown-8bit"

# How text goes in headers, in bodies, and as what.
CHARSETS = {"us-ascii": (None, None, None), "utf-8": (SHORTEST, BASE64, "utf-8"),
            "big5": (BASE64, BASE64, None), "gb2312": (BASE64, BASE64, None), "koi8-r": (BASE64, BASE64, None),
            "euc-jp": (BASE64, None, "iso-2022-jp"), "shift_jis": (BASE64, None, "iso-2022-jp"),
            "iso-2022-jp": (BASE64, None, None), "windows-1252": (QP, QP, None), "viscii": (QP, QP, None)}
CHARSETS.update(("iso-8859-%d" % n, (QP, QP, None)) for n in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16))
ALIASES = {"latin_1": "iso-8859-1", "latin-1": "iso-8859-1", "latin_2": "iso-8859-2", "latin-2": "iso-8859-2",
           "ascii": "us-ascii", "euc_jp": "euc-jp", "euc_kr": "euc-kr"}
CODEC_MAP = {"us-ascii": None, "gb2312": "eucgb2312_cn", "big5": "big5_tw"}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Says how a character set is written."""
    if body_enc == SHORTEST:
        raise ValueError("SHORTEST not allowed for body_enc")
    CHARSETS[charset] = header_enc, body_enc, output_charset


def add_alias(alias, canonical):
    """Gives a character set another name."""
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    """Says which codec is for a character set."""
    CODEC_MAP[charset] = codecname


class Charset:
    """One character set, and how messages have it."""

    def __init__(self, input_charset=DEFAULT_CHARSET):
        try:
            if isinstance(input_charset, str):
                input_charset.encode("ascii")
            else:
                input_charset = str(input_charset, "ascii")
        except UnicodeError:
            raise errors.CharsetError(input_charset)
        name = input_charset.lower()
        self.input_charset = ALIASES.get(name, name)
        self.header_encoding, self.body_encoding, output = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        self.output_charset = output or self.input_charset
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    __str__ = __repr__

    def __eq__(self, other):
        return str(self) == str(other).lower()

    __hash__ = None

    def get_body_encoding(self):
        """The name of the encoding of bodies, or the function that sets it."""
        if self.body_encoding == QP:
            return "quoted-printable"
        return "base64" if self.body_encoding == BASE64 else encoders.encode_7or8bit

    def get_output_charset(self):
        """The name that goes into a message."""
        return self.output_charset or self.input_charset

    def header_encode(self, string):
        """A str as an encoded word, if it is to be one."""
        from email.header import encoded_word
        return encoded_word(string, self) if self.header_encoding else string

    def body_encode(self, string):
        """A body as it goes into a message."""
        if not string:
            return string
        data = string.encode(self.output_charset, "surrogateescape") if isinstance(string, str) else string
        if self.body_encoding == BASE64:
            return encoders.base64_lines(data)
        if self.body_encoding == QP:
            return encoders.quoted_lines(data.decode("latin-1"))
        return data.decode("ascii", "surrogateescape")
