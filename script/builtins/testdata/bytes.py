from table import show

show("""
bytes(), bytes(3), bytes([1, 2]), bytes('é', 'utf-8'), bytes(b'ab'), bytes(bytearray(b'x')), bytes(range(3)), bytes(memoryview(b'ab'))
bytes('a')
bytes(-1)
bytes([256])
bytes(['a'])
bytes(1.5)
bytes(1, 'utf-8')
bytes([1], errors='strict')
bytes('a', 1)
b'abc'.upper(), b'aBc'.swapcase(), b'abc def'.title(), b'ABC'.lower(), b'abc'.capitalize()
b'a,b,c'.split(b','), b' a b '.split(), b'a,b,c'.rsplit(b',', 1), b'a\\nb\\r\\n'.splitlines(), b'a\\nb'.splitlines(True)
b'abc'.split('a')
b'abc'.split(b'')
b'abc'.find(b'c'), b'abc'.find(99), b'abc'.rfind(b'x'), b'abc'.index(98), b'abab'.count(b'ab'), b'abab'.count(97)
b'abc'.find('a')
b'abc'.find(256)
b'abc'.index(b'x')
b'abc'.startswith(b'a'), b'abc'.endswith((b'x', b'c'))
b'abc'.startswith('a')
b'abc'.startswith(('a',))
b'aXb'.replace(b'X', b'-'), b'abc'.replace(b'', b'-'), b'aXbX'.replace(b'X', b'', 1)
b'abc'.replace('a', 'b')
b'abc'.removeprefix(b'a'), b'abc'.removesuffix(b'c')
b'a-b-c'.partition(b'-'), b'a-b-c'.rpartition(b'-')
b'ab'.ljust(4, b'.'), b'ab'.rjust(4), b'ab'.center(5, b'*'), b'-42'.zfill(6), b'a\\tb'.expandtabs(4)
b'ab'.ljust(4, '.')
b'ab'.ljust(4, b'..')
b' a '.strip(), b'xax'.strip(b'x'), b' a'.lstrip(), b'a '.rstrip()
b'abc'.strip('a')
b'-'.join([b'a', bytearray(b'b')])
b'-'.join(['a'])
b'-'.join(1)
b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(None, b'b'), b'abc'.translate(None, delete=b'b')
b'abc'.translate(b'a')
bytes.maketrans(b'a', b'bc')
b'abc'.decode(), b'\\xc3\\xa9'.decode('utf-8'), b'\\xe9'.decode('latin-1'), b'\\xff'.decode('utf-8', 'replace'), b'\\xff'.decode('ascii', errors='ignore')
b'\\xff'.decode()
b'\\xff\\xfe'.decode('ascii')
b'a'.decode('nope')
b'abc'.hex(), b'abc'.hex(':'), b'abcd'.hex('-', 2), b'abcd'.hex(' ', -3), bytes.fromhex('61 62'), bytearray.fromhex('6162')
bytes.fromhex('6')
bytes.fromhex('xx')
bytes.fromhex(1)
b'abc'.hex('ab')
b'abc'[0], b'abc'[-1], b'abc'[1:], b'abc'[::-1]
b'abc'[3]
b'abc'['a']
b'a' + b'b', b'ab' * 2, b'a' + bytearray(b'b'), bytearray(b'a') + b'b'
b'a' + 'b'
b'a' * b'b'
97 in b'abc', b'b' in b'abc'
'a' in b'abc'
256 in b'abc'
b'a' == 'a', b'a' == bytearray(b'a'), b'a' < b'b'
b'a' < 'a'
b'%s %d %b %a' % (b'x', 1, b'y', 'é'), b'%c' % 65, b'%(a)s' % {b'a': b'1'}
b'%s' % 'a'
repr(b"a'b"), str(b'a'), repr(b'\\x00\\n\\xff')
b'abc'.isalpha(), b'12'.isdigit(), b'a1'.isalnum(), b' '.isspace(), b'Ab'.istitle(), b'ab'.islower(), b'AB'.isupper(), b'a'.isascii()
list(b'abc'), sum(b'ab'), len(b'ab'), hash(b'a') == hash(b'a')
bytearray(), bytearray(2), bytearray(b'ab'), bytearray('é', 'utf-8'), repr(bytearray(b'a')), bytearray(source=b'x')
bytearray('a')
bytearray([256])
hash(bytearray())
type(iter(b'')), type(iter(bytearray()))
""")

b = bytearray(b"hello")
b.append(33)
b.extend(b" you")
b.extend([1, 2])
b[0] = 72
b[1:3] = b"EEE"
b.insert(0, 0)
print(b, b.pop(), b.pop(0), len(b))
b.remove(33)
b.reverse()
print(b, b.copy() is b)
del b[0]
del b[1:3]
b += b"x"
b *= 2
print(b, b.find(b"o"), b.upper(), b.split(b"o"))
show("""
b.append(256)
b.append('a')
b.pop(99)
b.remove(200)
b.extend(5)
b.extend('abc')
b.extend([300])
b.insert(0, 'a')
b.__setitem__(0, 300)
b.__setitem__(99, 1)
b.clear()
b.pop()
""", b=b)

data = bytearray(b"abcdef")
m = memoryview(data)
m[0] = 90
m[1:3] = b"yy"
print(data, m[1], m[-1], bytes(m[::2]), m.tolist(), len(m), m.nbytes, m.format, m.itemsize, m.readonly, m.shape, m.strides, m.obj is data)
print(m == data, m[1:3].tobytes(), m.hex(), list(m[:2]), 90 in m, m.cast("H").tolist(), m.contiguous, m[::2].contiguous)
show("""
m['a']
m[99]
m.__setitem__(0, 256)
m.__setitem__(0, 'a')
m.__setitem__(slice(0, 2), b'abc')
memoryview('a')
memoryview(b'ab').__setitem__(0, 1)
hash(m)
hash(memoryview(b'a')) == hash(b'a')
m.cast('x')
m.release()
m[0]
len(m)
""", m=m, data=data)
with memoryview(b"abc") as v:
    print(v[0], v.tobytes())
show("v.tobytes()", v=v)
