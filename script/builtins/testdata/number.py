from table import show

show("""
int(), int(3.9), int('12'), int(' -12 '), int('1_000'), int('ff', 16), int('0xff', 0), int('0b101', 0), int(b'12'), int(True), int('z', 36), int('101', base=2)
int('abc')
int('')
int('1__0')
int('12', 1)
int('12', 99)
int(12, 10)
int('9', 8)
int([])
int(None)
int(x=1)
int(base=2)
int('1', 2, 3)
int(float('inf'))
int(float('nan'))
(5).bit_length(), (255).bit_count(), (-8).bit_length(), (10).as_integer_ratio(), (3).is_integer(), (5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator
(258).to_bytes(2, 'big'), (258).to_bytes(2, 'little'), (-1).to_bytes(2, 'big', signed=True), (5).to_bytes(), (0).to_bytes(0)
(258).to_bytes(1)
(-1).to_bytes(1)
(1).to_bytes(1, 'x')
(1).to_bytes(-1)
(1).to_bytes(1, 'big', True)
int.from_bytes(b'\\x01\\x02', 'big'), int.from_bytes(b'\\x01\\x02', 'little'), int.from_bytes(b'\\xff', signed=True), int.from_bytes([1, 2]), int.from_bytes(b'')
int.from_bytes('a')
int.from_bytes(3)
7 // 2, -7 // 2, 7 % -3, -7 % 3, divmod(-7, 2), 7 / 2, 2 ** 10, 2 ** -1, (-2) ** 3, 2 ** 100, 1 << 70, -1 >> 3, 5 & 3, 5 | 3, 5 ^ 3, ~5, -5, +5, abs(-5)
1 // 0
1 % 0
1 / 0
0 ** -1
1 << -1
1 >> -1
divmod(1, 0)
pow(2, 10, 1000), pow(3, -1, 7), pow(2, 3, -5), pow(0, 0), pow(base=2, exp=3), pow(2, 3, mod=5)
pow(2, 3, 0)
pow(2, -1, 4)
pow(2.0, 3, 5)
pow('a', 2)
pow(2)
round(2.5), round(3.5), round(2.675, 2), round(1234, -2), round(15, -1), round(25, -1), round(-2.5), round(1e300, 2), round(2.5, None), round(True), round(number=2.5, ndigits=0)
round('a')
round(float('nan'))
round(float('inf'))
round(1.5, 'a')
hash(1), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(1.0), hash(0.5), hash(float('inf')), hash(True), hash(-1.5), hash(1e100), hash(2**100)
1 + 'a'
1 & 1.5
1 < 'a'
1 == 1.0, 1 < 1.5, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 10**400 > 1e308, True + True, True == 1
10 ** 5000 > 0
str(10 ** 5000)
int('1' * 5000)
hex(255), oct(8), bin(5), hex(-255), hex(True), bin(-5), hex(2**70)
hex(1.5)
bin('a')
float(), float('1.5'), float(' 1e3 '), float('inf'), float('-nan'), float('1_0.5'), float(5), float(b'1.5'), float('infinity')
float('abc')
float('')
float('1__0')
float([])
float(1, 2)
float(x=1)
float(10**400)
(1.5).hex(), float.fromhex('0x1.8p0'), (0.1).as_integer_ratio(), (2.0).is_integer(), (1.5).is_integer(), (-0.0).hex(), (1.5).real, (1.5).imag, (1.5).conjugate()
float.fromhex('x')
float('inf').as_integer_ratio()
float('nan').as_integer_ratio()
7.5 // 2, -7.5 // 2, 7.5 % -2, divmod(7.5, 2), 2.0 ** 0.5, 1e308 * 10, -0.0, 0.1 + 0.2, 1e16, 1e15, 1.0, 1e-5, 123456789.123456789, 5e-324
1.0 // 0
1.0 % 0
1.0 / 0
0.0 ** -1
10.0 ** 400
(-8) ** (1/3), (-8.0) ** 0.5
1.5 | 2
1.5 << 1
float('nan') == float('nan'), float('nan') != float('nan'), float('nan') < 1
3.7.__int__(), 3.7.__trunc__(), 3.2.__ceil__(), 3.7.__floor__(), 3.5.__round__(), (3).__round__(-1), (3).__float__(), (3).__index__(), 3.7.__bool__()
(5).__add__(3), (5).__add__(3.0), (5).__radd__(1), (5).__truediv__(2), (5).__pow__(2, 7), (5).__divmod__(2), (5.0).__add__(1), (5).__eq__(5), (5).__lt__('a'), (5).__neg__()
format(255, 'x'), format(255, '#x'), format(1234567, ','), format(1234567, '_'), format(3.14159, '.2f'), format(0.5, '%'), format(5, '05d'), format(-5, '=+6d'), format(1e10, 'g'), format(12345.678, ',.1f'), format(5, 'c'), format(2.0, ''), format(10, 'b'), format(True), format(True, 'd'), format(1.5, '10'), format(3, '.1f')
format(1, 'q')
format(1.5, 'd')
format(1, '.2d')
format(1, 1)
bool(), bool(0), bool('a'), bool([]), True & False, True | False, True ^ True, ~True, True & 1, not 1
bool(1, 2)
bool(x=1)
int.__new__(int, 5), float.__new__(float, 2), bool.__new__(bool, 1)
complex(), complex(1, 2), complex('1+2j'), complex(' -1.5e3-2j '), complex('j'), complex('(1+2j)'), complex(1+2j, 3), complex(real=1, imag=2), complex('nan+infj')
complex('a')
complex('1 + 2j')
complex('1', 2)
complex(1, 'a')
complex([])
1j * 1j, (1+2j) * (3-4j), (1+2j) / (3-4j), (1+2j) + 1, 1 - 2j, -(1+2j), abs(3+4j), (1+2j).conjugate(), (1+2j).real, (1+2j).imag, (1+2j) ** 2, (1+2j) ** 0.5, 2 ** 1j, (1+2j) ** -2
1j / 0
1j // 1
1j % 1
1j < 2j
0 ** 1j
1j == 1j, 1+0j == 1, 1 == 1+0j, 1+0j == 1.0, hash(1+0j) == hash(1), 1j != 2j, bool(0j), bool(1j)
repr(1j), repr(-1j), repr(1+2j), repr(complex(-0.0, 1)), repr(complex(0, float('nan'))), str(1.5+2.25j), repr(complex(1, -0.0)), -0j
format(1+2j, '.2f'), format(1+2j, '>12'), '{:.1e}'.format(1.5j), format(1j, '')
format(1+2j, '05')
int(1j)
float(1j)
""")
