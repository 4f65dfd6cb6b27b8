"""Compressed streams and files."""
import bz2,io,tempfile,os
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
d=b'the quick brown fox '*1000
R=bytes.fromhex('425a68393141592653594eece83600000251800010400006449080200031064c4101a7a9a580bb9431f8bb9229c28482776741b0')
print(bz2.decompress(R))
c=bz2.compress(d); t(lambda:bz2.decompress(c)==d); t(lambda:bz2.decompress(c+c)==d+d); t(lambda:bz2.decompress(c+b'junk')==d)
t(lambda:bz2.decompress(b'xx')); t(lambda:bz2.decompress(c[:-5])); t(lambda:bz2.decompress(b'')); t(lambda:bz2.decompress(b'BZ')); t(lambda:bz2.compress(d,0)); t(lambda:bz2.compress(d,10)); t(lambda:bz2.compress('x'))
x=bytearray(R); x[20]^=255; t(lambda:bz2.decompress(bytes(x)))
D=bz2.BZ2Decompressor(); o=b''
for i in range(0,len(c),7): o+=D.decompress(c[i:i+7])
print(o==d,D.eof,D.unused_data,D.needs_input); t(lambda:D.decompress(b'x'))
D=bz2.BZ2Decompressor(); print(len(D.decompress(c+b'rest',100)),D.needs_input,D.eof); print(len(D.decompress(b'')),D.eof,D.unused_data)
C=bz2.BZ2Compressor(); z=C.compress(b'a')+C.flush(); print(bz2.decompress(z)); t(C.flush); t(lambda:C.compress(b'a')); t(lambda:bz2.BZ2Compressor(0))
p=os.path.join(tempfile.mkdtemp(),'f.bz2')
with bz2.open(p,'wt') as f: f.write('héllo\nworld\n')
with bz2.open(p,'rt') as f: print(f.readlines())
with bz2.open(p,'ab') as f: print(f.write(b'more\n'),f.tell(),f.writable(),f.readable(),f.seekable()); t(f.read)
with bz2.open(p) as f: print(f.read(3),f.tell(),f.readline(),f.peek(4)[:3],list(f),f.seek(0),f.read(),f.mode,f.readable(),f.seekable(),f.closed); t(lambda:f.write(b'x'))
t(lambda:f.read()); t(lambda:f.tell()); print(f.closed)
t(lambda:bz2.open(p,'rtb')); t(lambda:bz2.open(p,'q')); t(lambda:bz2.open(p,'r',encoding='utf8')); t(lambda:bz2.BZ2File(5)); t(lambda:bz2.BZ2File('/nope/x'))
b=io.BytesIO()
with bz2.BZ2File(b,'w') as f: f.writelines([b'a',b'b'])
print(b.closed,bz2.decompress(b.getvalue()),bz2.BZ2File(io.BytesIO(b.getvalue())).read())
t(lambda:bz2.BZ2File(io.BytesIO(c[:-3])).read()); t(lambda:bz2.BZ2File(io.BytesIO(b'nope')).read()); print(bz2.__all__,type(C),type(D))
