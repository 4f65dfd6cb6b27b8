import csv, io, getopt, sched, logging.config, logging, sys
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
for s,k in [('a,b,c\n1,"x,y",3\n',{}),('a;b\n',dict(delimiter=';')),('"a""b",c\r\n"multi\nline",d\n',{}),('a, b',dict(skipinitialspace=True)),("a|'b|c'|d",dict(delimiter='|',quotechar="'")),('\n\na\n',{}),('1,2.5,"x"\n',dict(quoting=csv.QUOTE_NONNUMERIC)),('a\\,b,c',dict(escapechar='\\')),('"ab"c,d',{}),('"ab"c,d',dict(strict=True)),('"abc',{}),('"abc',dict(strict=True)),('',{}),('a,,b,',{}),('x\ry',{}),('"a",,b',dict(quoting=csv.QUOTE_NOTNULL)),('a\tb',dict(dialect='excel-tab'))]:
    t(lambda: list(csv.reader(io.StringIO(s,newline=''),**k)))
for row,k in [([1,'a',None,2.5],{}),(['x,y','q"r','l\nm',' s'],{}),(['a','b'],dict(quoting=csv.QUOTE_ALL)),(['a',1],dict(quoting=csv.QUOTE_NONNUMERIC)),(['a,b'],dict(quoting=csv.QUOTE_NONE)),(['a,b'],dict(quoting=csv.QUOTE_NONE,escapechar='\\')),([''],{}),([None],{}),([],{}),(['a"b'],dict(doublequote=False,escapechar='\\')),(5,{}),(['a',None,3],dict(quoting=csv.QUOTE_STRINGS)),(['a','b'],dict(lineterminator='\n',delimiter='\t')),(['a'],dict(delimiter='ab')),(['a'],dict(foo=1)),(['a'],dict(quotechar=''))]:
    def w():
        o=io.StringIO(); r=csv.writer(o,**k).writerow(row); return o.getvalue(), r
    t(w)
o=io.StringIO(); d=csv.DictWriter(o,['a','b'],restval='-'); d.writeheader(); d.writerow({'a':1}); d.writerows([{'a':1,'b':2}]); t(lambda: d.writerow({'z':1})); print(repr(o.getvalue()))
print(list(csv.DictReader(io.StringIO('a,b\n1,2\n3\n4,5,6\n')))); r=csv.DictReader(io.StringIO('a,b\n1,2\n')); print(r.fieldnames, next(r), r.line_num); print(csv.list_dialects(), csv.field_size_limit()); t(lambda: csv.reader(io.StringIO(''),'nope')); t(lambda: csv.reader(5)); t(lambda: csv.writer(5)); t(lambda: next(csv.reader([b'x']))); t(lambda: csv.get_dialect('excel').delimiter)
csv.register_dialect('p',delimiter='|'); print(list(csv.reader(['a|b'],'p'))); print(csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter)
t(lambda: getopt.getopt(['-a','-b','x','--foo=1','--bar','y','-z'],'ab:',['foo=','bar'])); t(lambda: getopt.getopt(['-z'],'a')); t(lambda: getopt.gnu_getopt(['x','-a','y','--long'],'a',['long='])); t(lambda: getopt.getopt(['--fo','1','rest'],'',['foo=']))
n=[0]
def tf(): return n[0]
def df(x): n[0]+=x
s=sched.scheduler(tf,df); s.enter(2,1,print,('two',)); s.enter(1,1,print,('one',)); e=s.enter(3,1,print); s.cancel(e); s.enter(2,0,print,kwargs={'end':'kw\n'}); s.run(); print(n, s.empty())
logging.config.dictConfig({'version':1,'formatters':{'f':{'format':'%(levelname)s:%(name)s:%(message)s'}},'handlers':{'h':{'class':'logging.StreamHandler','formatter':'f','stream':'ext://sys.stdout','level':'INFO'}},'loggers':{'a':{'level':'DEBUG','handlers':['h'],'propagate':False}},'root':{'level':'WARNING','handlers':['h']}})
logging.getLogger('a').info('hi'); logging.getLogger('a').debug('no'); logging.getLogger('b').warning('w'); logging.getLogger('b').info('no'); t(lambda: logging.config.dictConfig({})); t(lambda: logging.config.dictConfig({'version':1,'handlers':{'x':{'class':'nope.X'}}}))

