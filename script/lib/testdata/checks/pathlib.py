from pathlib import *
import os, tempfile, pathlib
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
P=PurePosixPath; W=PureWindowsPath
for s in ['','.','a','/','a/b.tar.gz','/a/./b//c/','..','//x/y','///x','a/..','.bashrc','a.','a/.b.c','~/x']:
    p=P(s); print(repr(p), p.parts, p.drive, p.root, p.anchor, p.name, p.suffix, p.suffixes, p.stem, p.parent, list(p.parents), p.is_absolute())
for s in ['','c:','c:/a','c:a','\\\\h\\s\\f','//h/s','/a','a\\b/c.TXT','//?/c:/x','CON']:
    p=W(s); print(repr(p), str(p), p.parts, p.drive, p.root, p.name, p.parent, p.is_absolute(), p.as_posix())
p=P('/a/b/c.txt')
t(lambda: p/'x'); t(lambda: 'y'/P('z')); t(lambda: p/'/q'); t(lambda: p/5); t(lambda: P(5)); t(lambda: P(b'x')); t(lambda: p.joinpath('d','e')); t(lambda: p.with_name('n')); t(lambda: p.with_name('')); t(lambda: p.with_name('a/b')); t(lambda: P('/').with_name('x')); t(lambda: p.with_stem('q')); t(lambda: p.with_suffix('.py')); t(lambda: p.with_suffix('')); t(lambda: p.with_suffix('py')); t(lambda: p.with_suffix('.')); t(lambda: P('').with_suffix('.x'))
t(lambda: p.relative_to('/a')); t(lambda: p.relative_to('/x')); t(lambda: p.relative_to('/a/d', walk_up=True)); t(lambda: p.relative_to('a')); t(lambda: p.is_relative_to('/a')); t(lambda: p.is_relative_to('/z')); t(lambda: p.relative_to('x',walk_up=True))
t(lambda: p.match('*.txt')); t(lambda: p.match('b/*.txt')); t(lambda: p.match('/a/*')); t(lambda: p.match('')); t(lambda: p.full_match('/a/**/*.txt')); t(lambda: p.full_match('*.txt')); t(lambda: P('A.py').match('a.PY')); t(lambda: W('A.py').match('a.PY')); t(lambda: p.as_uri()); t(lambda: P('a').as_uri()); t(lambda: W('c:/a b').as_uri())
t(lambda: P('a') == W('a')); t(lambda: P('a') < P('b')); t(lambda: sorted([P('b'),P('a/b'),P('a')])); t(lambda: W('A')==W('a')); t(lambda: hash(P('a'))==hash(P('a'))); t(lambda: P('a')<W('a')); t(lambda: bytes(p)); t(lambda: os.fspath(p)); t(lambda: {P('a'):1}[P('a/')]); t(lambda: p.parents[0]); t(lambda: p.parents[-1]); t(lambda: p.parents[9]); t(lambda: p.parents[:2]); t(lambda: f'{p}'); t(lambda: WindowsPath('x')); t(lambda: Path.from_uri('file:///a%20b'))
with tempfile.TemporaryDirectory() as d:
    d=Path(d); os.chdir(d)
    def r(x): return str(x).replace(str(d),'D')
    (d/'a'/'b').mkdir(parents=True); (d/'a'/'x.py').write_text('hé\n', encoding='utf-8'); (d/'a'/'b'/'y.py').write_bytes(b'123'); Path('.hid').touch(); Path('l').symlink_to('a')
    print(sorted(map(r,d.iterdir())), sorted(map(str,Path('.').iterdir())), sorted(map(str,Path().glob('*'))), sorted(map(str,Path('a').glob('**/*.py'))), sorted(map(r,d.rglob('*.py'))), sorted(map(str,Path().glob('**'))), sorted(map(str,Path().glob('*/'))), sorted(map(str,Path().rglob('*'))),  sorted(map(str, Path('a').glob('b/y.py'))), list(Path().glob('nope')), sorted(map(str,Path().glob('a/../a/*.py'))), sorted(map(str, Path().rglob('b/*'))))
    t(lambda: list(Path().glob(''))); t(lambda: list(Path().glob('/x'))); 
    p=d/'a'/'x.py'; print(p.read_text(encoding='utf-8'), p.read_bytes(), p.stat().st_size, p.exists(), p.is_file(), p.is_dir(), (d/'l').is_symlink(), r((d/'l').resolve()), r(Path('l/x.py').resolve()), (d/'l').readlink(), r(Path('q/../a').absolute()))
    def e(f):
        try: print(r(repr(f())))
        except BaseException as x: print(type(x).__name__, r(x))
    e(lambda: (d/'a').mkdir()); e(lambda: (d/'a').mkdir(exist_ok=True)); e(lambda: (d/'n'/'m').mkdir()); e(lambda: (d/'n').unlink()); e(lambda: (d/'n').unlink(missing_ok=True)); e(lambda: (d/'n').read_text()); e(lambda: p.rename(d/'z.py')); e(lambda: (d/'z.py').replace('w.py')); e(lambda: (d/'a').rmdir()); e(lambda: Path('w.py').write_text(5)); e(lambda: Path('w.py').touch(exist_ok=False)); e(lambda: Path('nope').resolve(strict=True)); e(lambda: Path('w.py').samefile('w.py')); e(lambda: Path('w.py').open('rb')); e(lambda: Path('w.py').open().name)
    for x in d.walk(): print(r(x[0]), sorted(x[1]), sorted(x[2]))
    for x in d.walk(top_down=False): print(r(x[0]), sorted(x[1]), sorted(x[2]))
    with Path('w.py').open('a') as f: f.write('more')
    print(Path('w.py').read_text(encoding='utf-8').splitlines(), Path.cwd()==Path(os.getcwd()), Path.home()==Path('~').expanduser(), Path('w.py').stat().st_mode)
    os.chdir('/')
class My(PurePosixPath):
    def __init__(self, *a, extra=1): super().__init__(*a); self.extra=extra
m=My('a','b'); print(m, m.parent, type(m.parent), m.extra)
