import tomllib, io, decimal
def t(s,**k):
    try: print(tomllib.loads(s,**k))
    except BaseException as e: print(type(e).__name__, e)
t('''# c
title = "TOML"
[owner]
name = 'Tom'
dob = 1979-05-27T07:32:00-08:00
d = 1979-05-27
tt = 07:32:00.123456
l = 1979-05-27 07:32:00
[db]
ports = [ 8000, 8001, [1,2], # x
 ]
e = {a=1, b.c="x"}
f = [1.5, -inf, +nan, 1e3, 6.26e-3]
n = [0xff, 0b11, 0o7, 1_000, +5, -0]
s = """
a\\tb \\
   c\\u00e9"""
q = \'\'\'x\\n\'\'\'
a.b.c = true
"q k" = false
[[prod]]
n=1
[[prod]]
n=2
[prod.sub]
x=1
[a.b]
[a]
''')
for s in ['a=','a','a=1\na=2','[a]\n[a]','a=[1','a={b=1','a="x','a="\\q"','=1','a=1 b=2','a.b=1\n[a]','a={}\n[a.b]','a=[]\n[[a]]','a=1979-13-01','a="""x','a=\'x','a=01','a=1_','[a','[[a]','a = "\x01"','a=tru','# \x01','a="\\ud800"','[a]\nb.c=1\n[a.b]','a={b=1,b=2}','a={b=1,}','\r\na=1\r\n','a=2021-02-30','']: t(s)
t('a=1.5',parse_float=decimal.Decimal); t(5)
print(tomllib.load(io.BytesIO(b'a=1')))
try: tomllib.load(io.StringIO('a=1'))
except TypeError as e: print(e)
import colorsys as c
for f in (c.rgb_to_yiq,c.yiq_to_rgb,c.rgb_to_hls,c.hls_to_rgb,c.rgb_to_hsv,c.hsv_to_rgb):
    print([f(*x) for x in [(0,0,0),(1,1,1),(.2,.4,.6),(.9,.1,.3),(.5,.5,.5),(.1,.8,.7),(.7,.2,.9)]])
