"""Which kind of data a file's name tells of."""

import os
import posixpath
import urllib.parse

__all__ = ["knownfiles", "inited", "MimeTypes", "guess_type", "guess_file_type", "guess_all_extensions", "guess_extension", "add_type", "init", "read_mime_types", "suffix_map", "encodings_map", "types_map", "common_types"]

knownfiles = ["/etc/mime.types"]
inited = False
suffix_map = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz"}
encodings_map = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}

# Each kind with its endings, the usual one first.
_KINDS = """
text/javascript .js .mjs
application/json .json
application/manifest+json .webmanifest
application/msword .doc .dot .wiz
application/n-quads .nq
application/n-triples .nt
application/octet-stream .bin .a .dll .exe .o .obj .so
application/oda .oda
application/pdf .pdf
application/pkcs7-mime .p7c
application/postscript .ps .ai .eps
application/trig .trig
application/vnd.apple.mpegurl .m3u .m3u8
application/vnd.ms-excel .xls .xlb
application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz
application/wasm .wasm
application/x-bcpio .bcpio
application/x-cpio .cpio
application/x-csh .csh
application/x-dvi .dvi
application/x-gtar .gtar
application/x-hdf .hdf
application/x-hdf5 .h5
application/x-latex .latex
application/x-mif .mif
application/x-netcdf .cdf .nc
application/x-pkcs12 .p12 .pfx
application/x-pn-realaudio .ram
application/x-python-code .pyc .pyo
application/x-sh .sh
application/x-shar .shar
application/x-shockwave-flash .swf
application/x-sv4cpio .sv4cpio
application/x-sv4crc .sv4crc
application/x-tar .tar
application/x-tcl .tcl
application/x-tex .tex
application/x-texinfo .texi .texinfo
application/x-troff .roff .t .tr
application/x-troff-man .man
application/x-troff-me .me
application/x-troff-ms .ms
application/x-ustar .ustar
application/x-wais-source .src
application/xml .xsl .rdf .wsdl .xpdl
application/zip .zip
audio/3gpp .3gp .3gpp
audio/3gpp2 .3g2 .3gpp2
audio/aac .aac .adts .loas .ass
audio/basic .au .snd
audio/mpeg .mp3 .mp2
audio/opus .opus
audio/x-aiff .aif .aifc .aiff
audio/x-pn-realaudio .ra
audio/x-wav .wav
image/avif .avif
image/bmp .bmp
image/gif .gif
image/ief .ief
image/jpeg .jpg .jpe .jpeg
image/heic .heic
image/heif .heif
image/png .png
image/svg+xml .svg
image/tiff .tiff .tif
image/vnd.microsoft.icon .ico
image/webp .webp
image/x-cmu-raster .ras
image/x-portable-anymap .pnm
image/x-portable-bitmap .pbm
image/x-portable-graymap .pgm
image/x-portable-pixmap .ppm
image/x-rgb .rgb
image/x-xbitmap .xbm
image/x-xpixmap .xpm
image/x-xwindowdump .xwd
message/rfc822 .eml .mht .mhtml .nws
text/css .css
text/csv .csv
text/html .html .htm
text/markdown .md .markdown
text/n3 .n3
text/plain .txt .bat .c .h .ksh .pl .srt
text/richtext .rtx
text/rtf .rtf
text/tab-separated-values .tsv
text/vtt .vtt
text/x-python .py
text/x-rst .rst
text/x-setext .etx
text/x-sgml .sgm .sgml
text/x-vcard .vcf
text/xml .xml
video/mp4 .mp4
video/mpeg .mpeg .m1v .mpa .mpe .mpg
video/quicktime .mov .qt
video/webm .webm
video/x-msvideo .avi
video/x-sgi-movie .movie
"""
types_map = {ending: line.split()[0] for line in _KINDS.splitlines() for ending in line.split()[1:]}
common_types = {
    ".rtf": "application/rtf", ".jpg": "image/jpg", ".pict": "image/pict", ".pic": "image/pict", ".pct": "image/pict",
    ".mid": "audio/midi", ".midi": "audio/midi", ".xul": "text/xul",
}  # fmt: skip


class MimeTypes:
    """What is known of endings, the registered ones and others."""

    def __init__(self, filenames=(), strict=True):
        self.encodings_map, self.suffix_map = encodings_map.copy(), suffix_map.copy()
        self.types_map, self.types_map_inv = ({}, {}), ({}, {})
        for table, official in (types_map, True), (common_types, False):
            for ext, kind in table.items():
                self.add_type(kind, ext, official)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        if not type:
            return
        self.types_map[strict][ext] = type
        known = self.types_map_inv[strict].setdefault(type, [])
        if ext not in known:
            known.append(ext)

    def guess_type(self, url, strict=True):
        """Give the kind and the encoding that a URL or a path tells of."""
        url = os.fspath(url)
        scheme, rest = urllib.parse.urlsplit(url).scheme, url
        if len(scheme) > 1:
            rest = url[len(scheme) + 1 :]
            if scheme == "data":
                head = rest.partition(",")
                if not head[1]:
                    return None, None
                kind = head[0].partition(";")[0]
                return (kind if "=" not in kind and "/" in kind else "text/plain"), None
            return self._guess(urllib.parse.urlsplit(url).path, strict, posixpath.splitext)
        return self.guess_file_type(url, strict=strict)

    def guess_file_type(self, path, *, strict=True):
        path = os.fsdecode(path)
        return self._guess(os.path.splitdrive(path)[1], strict, os.path.splitext)

    def _guess(self, path, strict, split):
        base, ext = split(path)
        while (low := ext.lower()) in self.suffix_map:
            base, ext = split(base + self.suffix_map[low])
        encoding = self.encodings_map.get(ext)
        if encoding is not None:
            base, ext = split(base)
        kind = self.types_map[True].get(ext.lower())
        if kind is None and not strict:
            kind = self.types_map[False].get(ext.lower())
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        found = list(self.types_map_inv[True].get(type, ()))
        if not strict:
            found += [e for e in self.types_map_inv[False].get(type, ()) if e not in found]
        return found

    def guess_extension(self, type, strict=True):
        found = self.guess_all_extensions(type, strict)
        return found[0] if found else None

    def read(self, filename, strict=True):
        with open(filename, encoding="utf-8") as fp:
            self.readfp(fp, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            words = line.partition("#")[0].split()
            for ending in words[1:]:
                self.add_type(words[0], "." + ending, strict)


_db = None


def init(files=None):
    """Make the tables anew, with what the system's files add."""
    global _db, inited, types_map, common_types
    db = MimeTypes()
    for name in knownfiles if files is None else [*knownfiles, *files]:
        if os.path.isfile(name):
            db.read(name)
    _db, inited = db, True
    types_map, common_types = db.types_map[True], db.types_map[False]


def read_mime_types(file):
    try:
        f = open(file, encoding="utf-8")
    except OSError:
        return None
    with f:
        db = MimeTypes()
        db.readfp(f, True)
        return db.types_map[True]


def _of_tables(name):
    def call(*args, **kwargs):
        if _db is None:
            init()
        return getattr(_db, name)(*args, **kwargs)

    call.__name__ = call.__qualname__ = name
    return call


guess_type, guess_file_type, guess_all_extensions, guess_extension, add_type = map(
    _of_tables, ("guess_type", "guess_file_type", "guess_all_extensions", "guess_extension", "add_type")
)
