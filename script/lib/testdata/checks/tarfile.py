"""Archives: written in each format, read, extracted and filtered."""
import tarfile,io,os,tempfile,sys,stat
def t(f):
    try: print(str(f()).replace(d,'D'))
    except Exception as e: print(type(e).__module__,type(e).__name__,str(e).replace(os.path.realpath(d),'D').replace('/tmp','T'))
def t0(f):
    try: print(f())
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
d=tempfile.mkdtemp(); os.chdir(d)
os.mkdir('src'); os.mkdir('src/sub'); open('src/a.txt','w').write('hello'); open('src/sub/b.bin','wb').write(b'x'*2000); os.symlink('a.txt','src/lnk'); os.link('src/a.txt','src/hard')
for f in ['src','src/sub','src/a.txt','src/sub/b.bin']: os.utime(f,(1e9,1e9)); os.chmod(f,0o755 if os.path.isdir(f) else 0o644)
for mode,name in [('w','t.tar'),('w:gz','t.tgz'),('w:bz2','t.tbz')]:
    with tarfile.open(name,mode) as tf: tf.add('src')
    with tarfile.open(name) as tf:
        print(sorted(tf.getnames())); 
        for m in tf: print(m.name,m.size,oct(m.mode),int(m.mtime) if m.isreg() else '',m.type,m.linkname,m.isfile(),m.isdir(),m.issym(),m.islnk(),m.isreg(),m.isdev())
        print(tf.extractfile('src/a.txt').read(),tf.extractfile('src'),tf.extractfile('src/lnk').read())
        os.makedirs('out'+mode[-2:],exist_ok=True); tf.extractall('out'+mode[-2:],filter='data')
        print(sorted(os.listdir('out'+mode[-2:]+'/src')),open('out'+mode[-2:]+'/src/sub/b.bin','rb').read()==b'x'*2000,os.readlink('out'+mode[-2:]+'/src/lnk'))
print(tarfile.is_tarfile('t.tar'),tarfile.is_tarfile('src/a.txt'),tarfile.is_tarfile(open('t.tgz','rb')))
t(lambda:tarfile.open('src/a.txt')); t(lambda:tarfile.open('nope')); t(lambda:tarfile.open('x','q')); t(lambda:tarfile.open('x','w:foo')); t(lambda:tarfile.open()); t(lambda:tarfile.open('t.tar','r:gz')); t(lambda:tarfile.open('src/a.txt','r:bz2')); t(lambda:tarfile.open('t.tar','a:gz'))
b=io.BytesIO()
with tarfile.open(fileobj=b,mode='w') as tf:
    ti=tarfile.TarInfo('dir/x.txt'); ti.size=5; ti.mtime=1234567890; ti.uid=1000; ti.gid=100; ti.uname='bob'; ti.gname='users'; tf.addfile(ti,io.BytesIO(b'12345'))
    ti=tarfile.TarInfo('é'+'n'*150+'/'+'m'*120); ti.size=0; tf.addfile(ti)
    ti=tarfile.TarInfo('d'); ti.type=tarfile.DIRTYPE; ti.mode=0o755; tf.addfile(ti)
    ti=tarfile.TarInfo('s'); ti.type=tarfile.SYMTYPE; ti.linkname='l'*130; tf.addfile(ti)
    ti=tarfile.TarInfo('f'); ti.type=tarfile.FIFOTYPE; tf.addfile(ti)
    ti=tarfile.TarInfo('t'); ti.mtime=1.5; ti.pax_headers={'comment':'hi','k':'é'}; tf.addfile(ti)
    t(lambda:tf.addfile('x')); t(lambda:tf.getmembers()[0].name)
    ti=tarfile.TarInfo('big'); ti.size=10; t(lambda:tf.addfile(ti,io.BytesIO(b'12')))
import hashlib
v=b.getvalue(); print(len(v),hashlib.md5(v).hexdigest())
for fmt in (tarfile.USTAR_FORMAT,tarfile.GNU_FORMAT,tarfile.PAX_FORMAT):
    b2=io.BytesIO()
    with tarfile.open(fileobj=b2,mode='w',format=fmt) as tf:
        for n in ['a','n'*120,'p'*60+'/'+'q'*80,'d/','ü']:
            ti=tarfile.TarInfo(n); ti.size=3; ti.linkname='z'*(110 if n=='a' else 0)
            if n=='a': ti.type=tarfile.SYMTYPE; ti.size=0
            try: tf.addfile(ti,io.BytesIO(b'abc'))
            except Exception as e: print(fmt,type(e).__name__,e)
        ti=tarfile.TarInfo('huge'); ti.uid=2**40; 
        try: tf.addfile(ti)
        except Exception as e: print(fmt,type(e).__name__,e)
        ti=tarfile.TarInfo('neg'); ti.mtime=-5
        try: tf.addfile(ti)
        except Exception as e: print(fmt,type(e).__name__,e)
    v=b2.getvalue(); print(fmt,len(v),hashlib.md5(v).hexdigest())
    with tarfile.open(fileobj=io.BytesIO(v)) as tf:
        for m in tf: print(ascii(m.name),m.size,m.linkname,m.uid,m.mtime,m.pax_headers,m.offset,m.offset_data,m.type)
b.seek(0)
with tarfile.open(fileobj=b) as tf:
    for m in tf.getmembers()[:6]: print(ascii(m.name),m.uname,m.gname,m.mtime,m.pax_headers,m.get_info()['name']==m.name)
    tf.list(verbose=False)
    print(tf.next(),tf.closed,tf.mode,tf.name)
t(lambda:tf.getmembers())
ti=tarfile.TarInfo('x')
print(len(ti.tobuf()),ti.tobuf()[:160])
t(lambda:tarfile.TarInfo.frombuf(b'','utf-8','strict')); t(lambda:tarfile.TarInfo.frombuf(b'\0'*512,'utf-8','strict')); t(lambda:tarfile.TarInfo.frombuf(b'x'*512,'utf-8','strict')); t(lambda:tarfile.TarInfo.frombuf(b'x'*100,'utf-8','strict'))
print(tarfile.TarInfo.frombuf(ti.tobuf(),'utf-8','strict').name)
# filters
def mk(**k):
    b=io.BytesIO()
    with tarfile.open(fileobj=b,mode='w') as tf:
        ti=tarfile.TarInfo(k.pop('name')); 
        for a,x in k.items(): setattr(ti,a,x)
        tf.addfile(ti)
    b.seek(0); return b
for k in [dict(name='../evil'),dict(name='/abs'),dict(name='l',type=tarfile.SYMTYPE,linkname='/etc/passwd'),dict(name='l',type=tarfile.SYMTYPE,linkname='../../x'),dict(name='ok',mode=0o7777),dict(name='fifo',type=tarfile.FIFOTYPE),dict(name='h',type=tarfile.LNKTYPE,linkname='../x')]:
    for flt in ['data','tar','fully_trusted'][:2]:
        def g():
            with tarfile.open(fileobj=mk(**k)) as tf:
                os.makedirs('ff',exist_ok=True); tf.extractall('ff',filter=flt); return sorted(os.listdir('ff'))
        t(lambda:str(g()).replace(d,'D'))
        import shutil; shutil.rmtree('ff',ignore_errors=True)
        if os.path.lexists('../evil'): os.remove('../evil')
with tarfile.open('a.tar','w') as tf: tf.add('src/a.txt',arcname='one')
with tarfile.open('a.tar','a') as tf: tf.add('src/a.txt',arcname='two',filter=lambda ti:(setattr(ti,'uname','zz'),ti)[1])
with tarfile.open('a.tar') as tf: print(tf.getnames(),tf.getmember('two').uname); tf.extract('one','ex',filter='data'); print(open('ex/one').read())
with tarfile.open('a.tar','w') as tf: tf.add('src',recursive=False); tf.add('src',arcname='z',filter=lambda ti:None if 'sub' in ti.name else ti)
with tarfile.open('a.tar') as tf: print(sorted(tf.getnames()))
with tarfile.open('t.tgz','r|gz') as tf: print([m.name for m in tf][:1])
b=io.BytesIO()
with tarfile.open(fileobj=b,mode='w|') as tf: tf.add('src/a.txt','q')
b.seek(0); print(tarfile.open(fileobj=b,mode='r|*').getnames())
print(io.TextIOWrapper(tarfile.open('t.tar').extractfile('src/a.txt')).read())
v=open('t.tar','rb').read(); t(lambda:tarfile.open(fileobj=io.BytesIO(v[:600])).getnames()); t(lambda:[m.name for m in tarfile.open(fileobj=io.BytesIO(v[:-9000]))][:1]); x=bytearray(v); x[0]^=1; t(lambda:tarfile.open(fileobj=io.BytesIO(bytes(x)))); t(lambda:tarfile.open(fileobj=io.BytesIO(b'')).getnames()); t(lambda:tarfile.open(fileobj=io.BytesIO(b'\0'*10240)).getnames())
print(tarfile.__all__,tarfile.ReadError.__mro__[1:3],tarfile.DEFAULT_FORMAT,tarfile.RECORDSIZE,tarfile.ENCODING)
print([c.__mro__[1].__name__ for c in (tarfile.CompressionError,tarfile.StreamError,tarfile.ExtractError,tarfile.HeaderError,tarfile.FilterError,tarfile.AbsolutePathError,tarfile.OutsideDestinationError,tarfile.SpecialFileError,tarfile.AbsoluteLinkError,tarfile.LinkOutsideDestinationError)])
