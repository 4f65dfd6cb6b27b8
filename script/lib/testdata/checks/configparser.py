import configparser, io
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
c=configparser.ConfigParser({'home':'/h'})
c.read_string('''[DEFAULT]
a = 1
[s1]
; comment
b: %(a)s/%(home)s
Multi = x
   y

   z
flag = Yes
n = 42
f = 2.5
[s2]
c = %%x
''')
print(c.sections(), c['s1']['b'], c['s1']['multi'], c.getboolean('s1','flag'), c['s1'].getint('n'), c['s1'].getfloat('f'), c['s1'].get('zz'), c.get('s1','zz',fallback=7), c['s2']['c'])
print(dict(c['s1']), list(c), c.items('s2'), c.options('s1'), c.has_option('s1','A'), 's1' in c, 'b' in c['s1'], c['s1'], len(c), len(c['s1']))
t(lambda: c.get('x','y')); t(lambda: c.get('s1','y')); t(lambda: c['x']); t(lambda: c['s1']['y']); t(lambda: c.add_section('s1')); t(lambda: c.set('s1','q','%')); t(lambda: c.set('s1','q',5)); t(lambda: c.getboolean('s1','n'))
c['new']={'k':'v','n':3}; c.set('new','z','a\nb'); o=io.StringIO(); c.write(o); print(o.getvalue())
for s in ['a=1','[a]\nx=1\nx=2','[a]\n[a]','[a]\nnovalue\n','[a]\n=3']:
    t(lambda: configparser.ConfigParser().read_string(s))
r=configparser.RawConfigParser(allow_no_value=True, inline_comment_prefixes='#', delimiters='='); r.read_string('[a]\nx\ny=1 # c\nz:b=%(q)s\n'); print(r.items('a'))
c=configparser.ConfigParser(); c.read_string('[a]\nx=%(y)s\ny=%(x)s\nz=%(no)s\nw=%q\n'); 
for k in 'xzw': t(lambda: c.get('a',k))
e=configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation()); e.read_string('[a]\nx=${b:y} ${z}\nz=$$\n[b]\ny=5\n'); print(e['a']['x'])
d=configparser.ConfigParser(converters={'list': lambda s: s.split(',')}); d.read_string('[a]\nx=1,2'); print(d.getlist('a','x'), d['a'].getlist('x'))
print(c.read(['/nonexistent'])); c.optionxform=str; c.read_dict({'Q':{'KeY':'v'}}); print(c.items('Q')); print(c.remove_option('Q','KeY'), c.remove_section('Q'), c.remove_section('Q'))
