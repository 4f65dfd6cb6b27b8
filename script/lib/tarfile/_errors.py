"""What can go wrong with an archive."""


class TarError(Exception):
    """The base of the others."""


class ExtractError(TarError):
    """A member's attributes could not be set."""


class ReadError(TarError):
    """What is no archive, or a broken one."""


class CompressionError(TarError):
    """A way of compression that is not there."""


class StreamError(TarError):
    """What cannot be done with a stream."""


class HeaderError(TarError):
    """A header that is none."""


class EmptyHeaderError(HeaderError):
    """Nothing where a header should be."""


class TruncatedHeaderError(HeaderError):
    """Half a header."""


class EOFHeaderError(HeaderError):
    """The mark of the end."""


class InvalidHeaderError(HeaderError):
    """A header that contradicts itself."""


class SubsequentHeaderError(HeaderError):
    """No header behind one that speaks of the next."""


class FilterError(TarError):
    """A member that a filter refuses."""

    def __init__(self, member, text, *more):
        self.tarinfo = member
        if more:
            self._path, = more
        super().__init__(text)


class AbsolutePathError(FilterError):
    def __init__(self, tarinfo):
        super().__init__(tarinfo, f"member {tarinfo.name!r} has an absolute path")


class OutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        super().__init__(tarinfo, f"{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination",
                         path)


class SpecialFileError(FilterError):
    def __init__(self, tarinfo):
        super().__init__(tarinfo, f"{tarinfo.name!r} is a special file")


class AbsoluteLinkError(FilterError):
    def __init__(self, tarinfo):
        super().__init__(tarinfo, f"{tarinfo.name!r} is a link to an absolute path")


class LinkOutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        super().__init__(tarinfo, f"{tarinfo.name!r} would link to {path!r}, which is outside the destination", path)


for _kind in list(globals().values()):
    if isinstance(_kind, type):
        _kind.__module__ = "tarfile"
