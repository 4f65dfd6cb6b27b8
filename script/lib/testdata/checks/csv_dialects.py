import csv,io
def r(text,**k):
    try: return list(csv.reader(io.StringIO(text,newline=''),**k))
    except Exception as e: return type(e).__module__,type(e).__name__,str(e)
def w(rows,**k):
    s=io.StringIO()
    try:
        wr=csv.writer(s,**k)
        n=[wr.writerow(x) for x in rows]
        return n,s.getvalue()
    except Exception as e: return type(e).__module__,type(e).__name__,str(e),s.getvalue()
texts=['a,b\r\n1,2\r\n','a,"b,c"\n','a,"b""c",d\n','"x\ny",2\n','"x\r\ny",2\r\n3','a,b\rc,d\n','a\\,b,c\n','"abc','"a"b,c\n','"a" ,c\n',' a, "b"\n','\n\na\n','','a,,\n',',\n','""\n','1,2.5,"3"\n','é,ü,日本\n','\ud800,b\n','a"b,c\n','x;y|z\n','1.5,abc\n','a\\','"a\\','a\\\nb\n','"a\\\nb"\n',"'a,b',c\n",'"",,""\n','a\0b,c\n','a,b\n\r\n\rc\n','"a\n\n\nb"\n',' \n','a b  c\n']
ks=[{},dict(delimiter=';'),dict(escapechar='\\'),dict(escapechar='\\',doublequote=False),dict(strict=True),dict(skipinitialspace=True),dict(quoting=csv.QUOTE_NONNUMERIC),dict(quoting=csv.QUOTE_NONE),dict(quoting=csv.QUOTE_NONE,escapechar='\\'),dict(quoting=csv.QUOTE_STRINGS),dict(quoting=csv.QUOTE_NOTNULL),dict(quotechar="'"),dict(quotechar=None),dict(delimiter='ü'),dict(delimiter=' ',skipinitialspace=True),dict(dialect='excel-tab'),dict(dialect='unix'),dict(delimiter='é',strict=True,escapechar='\\')]
for k in ks:
    print(k, ascii([r(t, **k) for t in texts]))
rows=[['a','b'],['a,b','c"d'],[1,2.5,None],[''],[None],[],['',''],['a\nb','c\rd'],['é','x y'],[' a'],['\\'],["it's"],[True,1+2j],['a;b'],[1e20,float('nan')],['"'],['',None],'abc',[' ',''],['a\0']]
for k in ks+[dict(quoting=csv.QUOTE_ALL),dict(lineterminator='!\n'),dict(lineterminator=''),dict(quoting=csv.QUOTE_NONE,quotechar=None,escapechar='/'),dict(doublequote=False),dict(quotechar="'",doublequote=False,escapechar='$'),dict(quoting=csv.QUOTE_ALL,delimiter=' ',skipinitialspace=True),dict(quoting=csv.QUOTE_STRINGS,delimiter=' ',skipinitialspace=True)]:
    print(k, ascii([w([x], **k) for x in rows]))
rd=csv.reader(['a,"b\n','c",d\n','e,f\n']); 
for x in rd: print(x,rd.line_num)
csv.field_size_limit(5)
print(r('abcdef,x\n'),r('"abcdef"\n'),r('abcde,x\n'))
csv.field_size_limit(131072)
class W:
    def write(self,s): print('W',repr(s)); return 'ret'
print(csv.writer(W()).writerow([1]),csv.writer(W()).writerows(iter([[1],[2]])))
class Bad:
    def __str__(self): raise KeyError('bad')
print(w([[Bad()]]))
class It:
    def __iter__(self): yield 'a,b'; raise RuntimeError('x')
i=csv.reader(It()); print(next(i))
try: next(i)
except RuntimeError as e: print('RT',e)
print(list(csv.DictReader(io.StringIO('a,b\n1,2\n\n3\n4,5,6\n'),restval='-',restkey='r')))
s=io.StringIO(); d=csv.DictWriter(s,['a','b']); print(d.writeheader(),d.writerow({'a':1})); 
try: d.writerow({'z':1})
except ValueError as e: print(e)
print(repr(s.getvalue()))
