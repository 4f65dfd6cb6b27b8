"""The parameters of functions and methods that CPython has in C."""

# A row: the parameters, and the names that have these.
_rows = r"""
(name, globals=None, locals=None, fromlist=(), level=0) | __import__
(x, /) | abs math.acos math.acosh math.asin math.asinh math.atan math.atanh math.cbrt math.ceil
  math.cos math.cosh math.degrees math.erf math.erfc math.exp math.exp2 math.expm1 math.fabs
  math.floor math.frexp math.gamma math.isfinite math.isinf math.isnan math.lgamma math.log10
  math.log1p math.log2 math.modf math.radians math.sin math.sinh math.sqrt math.tan math.tanh
  math.trunc math.ulp
(async_iterable, /) | aiter
(iterable, /) | all any
(obj, /) | ascii callable hash id len repr
(number, /) | bin hex oct
(object=False, /) | bool
(*args, **kws) | breakpoint
(i, /) | chr
(function, /) | classmethod staticmethod
(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1) |
  compile
(real=0, imag=0) | complex
() | copyright credits globals license locals object time.monotonic time.monotonic_ns
  time.perf_counter time.perf_counter_ns time.process_time time.process_time_ns time.thread_time
  time.thread_time_ns time.time time.time_ns time.tzset
(obj, name, /) | delattr hasattr
(x, y, /) | divmod math.copysign math.fmod math.pow math.remainder
(iterable, start=0) | enumerate
(source, /, globals=None, locals=None) | eval
(source, /, globals=None, locals=None, *, closure=None) | exec
(code=None) | exit quit
(function, iterable, /) | filter
(x=0, /) | float
(value, format_spec='', /) | format
(iterable=(), /) | frozenset list set tuple
(*args, **kwds) | help
(prompt='', /) | input
(obj, class_or_tuple, /) | isinstance
(cls, class_or_tuple, /) | issubclass
(function, iterable, /, *iterables) | map
(object) | memoryview
(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
  opener=None) | open
(c, /) | ord
(base, exp, mod=None) | pow
(*args, sep=' ', end='\n', file=None, flush=False) | print
(fget=None, fset=None, fdel=None, doc=None) | property
(sequence, /) | reversed
(number, ndigits=None) | round
(obj, name, value, /) | setattr
(iterable, /, *, key=None, reverse=False) | sorted
(iterable, /, start=0) | sum
(*iterables, strict=False) | zip
(self, /, encoding='utf-8', errors='strict') | str.encode bytes.decode bytearray.decode
(self, old, new, /, count=-1) | str.replace
(self, /, sep=None, maxsplit=-1) | str.split str.rsplit bytes.rsplit bytes.split
  bytearray.rsplit bytearray.split
(self, iterable, /) | str.join list.extend
(self, /) | str.capitalize str.casefold str.title str.lower str.swapcase str.upper str.isascii
  str.islower str.isupper str.istitle str.isspace str.isdecimal str.isdigit str.isnumeric
  str.isalpha str.isalnum str.isidentifier str.isprintable bytes.capitalize bytes.isalnum
  bytes.isalpha bytes.isascii bytes.isdigit bytes.islower bytes.isspace bytes.istitle
  bytes.isupper bytes.lower bytes.swapcase bytes.title bytes.upper bytearray.capitalize
  bytearray.clear bytearray.copy bytearray.isalnum bytearray.isalpha bytearray.isascii
  bytearray.isdigit bytearray.islower bytearray.isspace bytearray.istitle bytearray.isupper
  bytearray.lower bytearray.reverse bytearray.swapcase bytearray.title bytearray.upper
  list.clear list.copy list.reverse dict.popitem dict.keys dict.items dict.values dict.clear
  dict.copy set.clear set.copy set.pop frozenset.copy int.conjugate int.bit_length int.bit_count
  int.as_integer_ratio int.is_integer float.conjugate float.as_integer_ratio float.hex
  float.is_integer complex.conjugate memoryview.release memoryview.tolist memoryview.toreadonly
  type.mro
(self, width, fillchar=' ', /) | str.center str.ljust str.rjust
(self, /, tabsize=8) | str.expandtabs bytes.expandtabs bytearray.expandtabs
(self, sep, /) | str.partition str.rpartition bytes.partition bytes.rpartition
  bytearray.partition bytearray.rpartition
(self, chars=None, /) | str.lstrip str.rstrip str.strip
(self, /, keepends=False) | str.splitlines bytes.splitlines bytearray.splitlines
(self, table, /) | str.translate
(self, prefix, /) | str.removeprefix bytes.removeprefix bytearray.removeprefix
(self, suffix, /) | str.removesuffix bytes.removesuffix bytearray.removesuffix
(self, width, /) | str.zfill bytes.zfill bytearray.zfill
(self, /, *args, **kwargs) | str.format
(self, mapping, /) | str.format_map
(self, width, fillchar=b' ', /) | bytes.center bytes.ljust bytes.rjust bytearray.center
  bytearray.ljust bytearray.rjust
(string, /) | bytes.fromhex bytearray.fromhex float.fromhex
(self, iterable_of_bytes, /) | bytes.join bytearray.join
(self, bytes=None, /) | bytes.lstrip bytes.rstrip bytes.strip bytearray.lstrip bytearray.rstrip
  bytearray.strip
(frm, to, /) | bytes.maketrans bytearray.maketrans
(self, old, new, count=-1, /) | bytes.replace bytearray.replace
(self, table, /, delete=b'') | bytes.translate bytearray.translate
(self, item, /) | bytearray.append
(self, iterable_of_ints, /) | bytearray.extend
(self, index, item, /) | bytearray.insert
(self, index=-1, /) | bytearray.pop list.pop
(self, value, /) | bytearray.remove list.remove list.count tuple.count
(self, object, /) | list.append set.add set.discard set.remove range.count range.index
  slice.indices property.getter property.setter property.deleter
(self, index, object, /) | list.insert
(self, value, start=0, stop=9223372036854775807, /) | list.index tuple.index
(self, /, *, key=None, reverse=False) | list.sort
(self, key, default=None, /) | dict.get dict.setdefault
(iterable, value=None, /) | dict.fromkeys
(self, /, *others) | set.difference set.difference_update set.intersection
  set.intersection_update set.union set.update frozenset.difference frozenset.intersection
  frozenset.union
(self, other, /) | set.isdisjoint set.issubset set.issuperset set.symmetric_difference
  set.symmetric_difference_update frozenset.isdisjoint frozenset.issubset frozenset.issuperset
  frozenset.symmetric_difference
(self, /, length=1, byteorder='big', *, signed=False) | int.to_bytes
(bytes, byteorder='big', *, signed=False) | int.from_bytes
(self, /, order='C') | memoryview.tobytes
(object, flags) | memoryview._from_flags
(y, x, /) | math.atan2
(n, k, /) | math.comb
(p, q, /) | math.dist math.sumprod
(n, /) | math.factorial math.isqrt
(x, y, z, /) | math.fma
(seq, /) | math.fsum
(*integers) | math.gcd math.lcm
(a, b, *, rel_tol=1e-09, abs_tol=0.0) | math.isclose
(x, i, /) | math.ldexp
(x, y, /, *, steps=None) | math.nextafter
(n, k=None, /) | math.perm
(iterable, /, *, start=1) | math.prod
(clk_id, /) | time.clock_gettime time.clock_gettime_ns
(object, /) | time.mktime time.sleep
"""
_known = {}


def find(obj):
    """The parameters of obj as text, None if they are not known; and whether obj has
    the first one already."""
    if not _known:
        for row in _rows.strip().replace("\n  ", " ").split("\n"):
            params, _, names = row.partition(" | ")
            _known.update(dict.fromkeys(names.split(), params))
    kind = type(obj).__name__
    name = getattr(obj, "__qualname__", "")
    if kind == "builtin_function_or_method" and obj.__module__ not in ("builtins", None):
        name = obj.__module__ + "." + name
    elif kind not in ("builtin_function_or_method", "method_descriptor") \
            and not (isinstance(obj, type) and obj.__module__ == "builtins"):
        return None, False
    params = _known.get(name)
    bound = kind == "builtin_function_or_method" and params is not None \
        and params.startswith("(self")
    return params, bound
