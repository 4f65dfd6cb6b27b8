from table import show

show("""
'abc'.upper()
'ß'.upper(), 'ǆ'.title(), 'ΑΣ'.lower(), 'İ'.lower()
'hELLO wORLD'.capitalize(), 'hELLO wORLD'.swapcase(), "they're bill's".title()
'ß'.casefold()
'a,b,c'.split(','), 'a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1), ' a  b '.split(), ' a  b c '.split(None, 1), ' a  b c '.rsplit(None, 1)
'a,b'.split(sep=',', maxsplit=-1)
'abc'.split('')
'abc'.split(1)
'abc'.split(',', 1, 2)
'abc'.split(foo=1)
'abc'.split(',', sep=',')
'a\\nb\\r\\nc\\x0bd'.splitlines(), 'a\\nb'.splitlines(True), 'a\\nb'.splitlines(keepends=True)
'abc'.find('c'), 'abc'.find('x'), 'abcabc'.rfind('b'), 'abc'.find('', 3), 'abc'.find('', 4), 'abc'.find('b', -2), 'abc'.find('b', None, None)
'abc'.index('x')
'abc'.rindex('x')
'abc'.find(1)
'abc'.find()
'abc'.find('a', 'b')
'aaaa'.count('aa'), 'abc'.count(''), 'abc'.count('', 2, 3)
'abc'.startswith('ab'), 'abc'.startswith(('x', 'a')), 'abc'.startswith('b', 1), 'abc'.endswith('bc', 0, 2)
'abc'.startswith(1)
'abc'.startswith((1,))
'abc'.endswith(['c'])
'aXbXc'.replace('X', '-'), 'aXbXc'.replace('X', '-', 1), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2)
'aXb'.replace('X', '-', count=1)
'abc'.replace('a')
'abc'.replace(1, 2)
'abc'.removeprefix('a'), 'abc'.removesuffix('bc'), 'abc'.removeprefix('x')
'abc'.removeprefix(1)
'a-b-c'.partition('-'), 'a-b-c'.rpartition('-'), 'abc'.partition('x'), 'abc'.rpartition('x')
'abc'.partition('')
'abc'.partition(1)
'ab'.ljust(5, '.'), 'ab'.rjust(5), 'ab'.center(5, '*'), 'abc'.center(6, '*'), '-42'.zfill(6), '+1'.zfill(4)
'ab'.ljust(5, 'xx')
'ab'.ljust(5, 1)
'ab'.ljust('5')
'ab'.center()
'a\\tb'.expandtabs(), 'a\\tb'.expandtabs(4), 'a\\tb'.expandtabs(tabsize=0)
'xxabcxx'.strip('x'), '  a '.lstrip(), '  a '.rstrip(), 'abc'.strip(None)
'abc'.strip(1)
'-'.join(['a', 'b']), '-'.join('abc'), ''.join(str(i) for i in range(3)), ','.join({'k': 1})
'-'.join([1])
'-'.join(['a', 2])
'-'.join(5)
'abc'.translate({97: 'X', 98: None, 99: 100}), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), str.maketrans({'a': 1, 98: None})
str.maketrans('ab', 'x')
str.maketrans('ab')
str.maketrans({'ab': 1})
str.maketrans(1, 2)
'abc'.translate({97: 1.5})
'abc'.encode(), 'é€'.encode('utf-8'), 'é'.encode('latin-1'), 'é'.encode('ascii', 'ignore'), 'é'.encode('ascii', errors='xmlcharrefreplace')
'é'.encode('ascii')
'aéé'.encode('ascii')
'a'.encode('nope')
'\\udc80'.encode()
'a'.encode(1)
'abc'.isalpha(), 'a1'.isalnum(), '½'.isnumeric(), '²'.isdigit(), '²'.isdecimal(), ' '.isspace(), ''.isprintable(), 'Ab'.istitle(), 'a_1'.isidentifier(), 'é'.isascii()
'abc'[1], 'abc'[-1], 'abc'[1:], 'abc'[::-1], 'héé'[1], 'héé'[::2], 'abc'[5:], 'abc'[-2:]
'abc'[3]
'abc'['a']
'abc'[1.0]
'abc'['a':]
'a' 'b' + 'c', 'ab' * 2, 2 * 'ab', 'ab' * -1, 'ab' * True
'a' + 1
'a' * 'b'
1 + 'a'
'a' - 'b'
'b' in 'abc', '' in 'abc', 'x' not in 'abc'
1 in 'abc'
'%s %d %5.2f %x %r %%' % ('a', 1, 2.5, 255, 'q'), '%(a)s' % {'a': 1}, '%-5s|' % 'a', '%+d' % 3, '%c' % 65, '%c' % 'x', '%5s' % None
'%d' % 'a'
'%s %s' % 'a'
'%s' % ('a', 'b')
'%z' % 1
'%(a)s' % 1
'%' % ()
'%d' % 3.7, '%s' % [1], '%a' % 'é', '%*d' % (5, 3)
'{} {}'.format(1, 2), '{1} {0}'.format(1, 2), '{a} {b[0]} {c.real}'.format(a=1, b=[2], c=3), '{:>5}|{:<5}|{:^5}'.format(1, 2, 3), '{!r:>5}'.format('a'), '{:{}}'.format(3, '>4')
'{} {}'.format(1)
'{a}'.format()
'{0} {}'.format(1)
'{'.format()
'}'.format()
'{:d}'.format('a')
'{:s}'.format(1)
'{!z}'.format(1)
'{a}'.format_map({'a': 5})
str(), str(1), str(b'a', 'ascii'), str(object='x'), str(b'abc')
str(b'\\xff', 'utf-8')
str('a', 'utf-8')
str(1, 'utf-8')
str(1, 2, 3, 4)
str(foo=1)
ord('a'), chr(97), chr(0x10ffff), ord('é')
ord('ab')
chr(-1)
chr('a')
'a' < 'b', 'a' == 1, 'a' != 'b', 'abc' >= 'abd'
'a' < 1
repr('a\\'b'), repr("a\\"b'c"), ascii('é'), repr('\\x00\\n\\u200b')
hash('a') == hash('a'), len('héé'), len('')
'abc'.__len__(), 'abc'.__contains__('a'), 'abc'.__getitem__(1), 'abc'.__add__('d'), 'abc'.__mul__(2), 'a'.__eq__(1), 'a'.__lt__('b')
'abc'.nope
'abc'.upper(1)
'abc'.join()
str.upper()
str.upper(1)
list('héy'), tuple('ab'), sorted('cab'), max('abc'), min('abc')
iter('a'), iter('é')
'abc'.__iter__().__length_hint__()
""".replace("iter('a'), iter('é')", "type(iter('a')), type(iter('é'))"))
