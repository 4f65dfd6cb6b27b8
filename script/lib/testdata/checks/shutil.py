import fnmatch, glob, shutil, tempfile, os
for p in ['*.py','a?b','[!a-c]x','[]x]','[a','**/x','a*b*c','[z-a]','[a-]','*','','[!]','a[b-d-f]','[&&]']: print(repr(p), fnmatch.translate(p), fnmatch.fnmatch('a.py', p), fnmatch.filter(['abc','a.py','xbc','axb'], p))
for p in ['**/*.py','*','a/**','a/*/b','.x','**']: print(p, glob.translate(p), glob.translate(p,recursive=True), glob.translate(p,recursive=True,include_hidden=True))
with tempfile.TemporaryDirectory() as d:
    os.chdir(d)
    os.makedirs('a/b/c'); 
    for n in ['x.py','a/y.py','a/b/z.py','a/b/c/w.txt','a/.h']:
        with open(n,'w') as f: f.write(n)
    print(sorted(glob.glob('*')), sorted(glob.glob('**/*.py',recursive=True)), sorted(glob.glob('**',recursive=True)), sorted(glob.glob('a/*/')), glob.glob('nope*'), sorted(glob.glob('*.py',root_dir='a')), glob.escape('a[b]*'))
    print(shutil.copy('x.py','q.py'), shutil.copytree('a','t'), sorted(glob.glob('t/**',recursive=True)), shutil.move('q.py','t'))
    def t(f):
        try: print(repr(f()))
        except BaseException as e: print(type(e).__module__, type(e).__name__, str(e).replace(d,'D'))
    t(lambda: shutil.copytree('a','t')); t(lambda: shutil.copy('x.py','x.py')); t(lambda: shutil.copy('none','x')); t(lambda: shutil.move('x.py','t') and shutil.move('none','t'));t(lambda: shutil.rmtree('none')); t(lambda: shutil.rmtree('x.py')); shutil.rmtree('t'); print(os.path.exists('t'))
    t(lambda: shutil.which('sh') is not None); t(lambda: shutil.which('nope')); t(lambda: shutil.get_terminal_size()); t(lambda: shutil.get_terminal_size((1,2)))
    with tempfile.NamedTemporaryFile('w+',suffix='.txt') as f: f.write('hi'); f.seek(0); print(f.read(), os.path.exists(f.name), f.name.endswith('.txt'), f.mode); n=f.name
    print(os.path.exists(n))
    with tempfile.TemporaryFile() as f: f.write(b'x'); f.seek(0); print(f.read())
    s=tempfile.SpooledTemporaryFile(max_size=3); s.write(b'abcdef'); s.seek(0); print(s.read(), s._rolled); s.close()
    fd,n=tempfile.mkstemp(prefix='zz',dir=d); os.close(fd); print(os.path.basename(n)[:2]); print(tempfile.gettempprefix(), os.path.isdir(tempfile.mkdtemp(dir=d)))
    os.chdir('/')
print(os.path.exists(d), repr(tempfile.TemporaryDirectory(prefix='q'))[:25])
