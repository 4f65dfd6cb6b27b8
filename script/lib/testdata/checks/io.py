import os, io
import tempfile
P=os.path.join(tempfile.mkdtemp(),'drop.txt')
open(P,'w').write('hello'); print(os.stat(P).st_size, open(P).read())
def f():
    g=open(P,'w'); g.write('abc')
f(); print(open(P).read())
g=open(P,'w'); g.write('xy'); del g; print(open(P).read())
g=open(P,'wb'); g.write(b'12'); g=None; print(open(P,'rb').read())
g=io.TextIOWrapper(io.BufferedWriter(io.FileIO(P,'w'))); g.write('zz'); del g; print(open(P).read())
class R(io.RawIOBase):
    def close(self):
        if not self.closed: print('closed R')
        super().close()
r=R(); del r
class S(io.StringIO):
    def __del__(self): print('S gone')
S(); 
w=io.TextIOWrapper(io.BytesIO()); x=w.buffer; w.write('q'); del w; print(x.closed)
import shutil; shutil.rmtree(os.path.dirname(P))
