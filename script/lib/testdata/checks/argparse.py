import argparse, sys, os
os.environ['COLUMNS']='80'
def run(p, *cmds):
    print(p.format_help())
    for c in cmds:
        try: print(c, p.parse_args(c.split()))
        except SystemExit as e: print(c, 'exit', e.code)
        except Exception as e: print(c, type(e).__name__, e)
sys.stderr=sys.stdout
p=argparse.ArgumentParser(prog='prog', description='A thing that does a lot of things and has a long description that is wrapped here.', epilog='the end %(prog)s')
p.add_argument('file', help='the file'); p.add_argument('rest', nargs='*', type=int)
p.add_argument('-v','--verbose', action='store_true', help='be verbose'); p.add_argument('-n','--number', type=int, default=5, help='how many (default: %(default)s)', metavar='N'); p.add_argument('--mode', choices=['a','b'], default='a'); p.add_argument('--very-long-option-name-here', help='some help that is so very long that it needs to be wrapped to the next line, really'); p.add_argument('-c', action='count', default=0); p.add_argument('--version', action='version', version='%(prog)s 1.0'); p.add_argument('-D', action='append'); p.add_argument('--two', nargs=2); p.add_argument('--opt', nargs='?', const='K'); p.add_argument('--many', nargs='+')
run(p, 'f', 'f 1 2 3', 'f -v -n 3', 'f -n x', 'f --mode z', '', 'f --nope', 'f -ccc -D a -D b', '--version', '-h', 'f --ver', 'f --verb', 'f --number=7', 'f -n7', 'f -vn7', 'f --two 1', 'f --two 1 2', 'f --opt', 'f --opt x', 'f --many', 'f --many a b', '-v f 1', 'f -v 1 2', 'f x', 'f -- -1', 'f -1', 'f -x', 'f --mode', 'f -v=3', 'f --verbose=3', 'f --two 1 2 3','-- f')
p=argparse.ArgumentParser(prog='git'); p.add_argument('--debug', action='store_true')
s=p.add_subparsers(dest='cmd', required=True, help='sub help', title='commands', description='valid')
a=s.add_parser('add', help='add files', aliases=['a']); a.add_argument('x', type=float); a.set_defaults(func='F')
b=s.add_parser('rm', help='remove'); b.add_argument('--force', action='store_true')
run(p, 'add 1.5', 'a 2', 'rm --force', '', 'nope', 'add', 'add z', '--debug rm', 'rm x', 'add -h', 'rm --debug')
p=argparse.ArgumentParser(prog='p'); s=p.add_subparsers(); s.add_parser('one').add_argument('q'); s.add_parser('two', help='h')
run(p,'', 'one 1', 'three')
p=argparse.ArgumentParser(prog='x'); g=p.add_mutually_exclusive_group(required=True); g.add_argument('--foo', action='store_true'); g.add_argument('--bar'); g2=p.add_mutually_exclusive_group(); g2.add_argument('-a',action='store_const',const=1); g2.add_argument('-b',type=int); h=p.add_argument_group('grp','desc of grp'); h.add_argument('--flag', action=argparse.BooleanOptionalAction, default=True, help='a flag'); p.add_argument('pos', nargs='?', default='d'); p.add_argument('--hid', help=argparse.SUPPRESS); p.add_argument('r', nargs=argparse.REMAINDER)
run(p, '', '--foo', '--foo --bar 1', '--bar 2 --no-flag -a', '--foo -a -b 1', '--foo p q --zz')
for F in (argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter, argparse.MetavarTypeHelpFormatter):
    p=argparse.ArgumentParser(prog='f', formatter_class=F, description='a\n  b\n'); p.add_argument('--n', type=int, default=3, help='num\nline'); p.add_argument('w', type=str, help='w'); run(p)
p=argparse.ArgumentParser(prog='longprogramname', usage='%(prog)s [options]'); run(p)
p=argparse.ArgumentParser(prog='w'); [p.add_argument(f'--option-{i}', metavar=f'VALUE{i}') for i in range(8)]; p.add_argument('first'); p.add_argument('second', nargs='+'); run(p, '1 2 3', '1')
par=argparse.ArgumentParser(add_help=False); par.add_argument('--shared', type=int); p=argparse.ArgumentParser(prog='ch', parents=[par]); p.add_argument('--own'); run(p,'--shared 1 --own 2')
p=argparse.ArgumentParser(prog='e', exit_on_error=False); p.add_argument('--i', type=int); run(p,'--i x','--i 1','--j')
p=argparse.ArgumentParser(prog='k'); p.add_argument('a'); p.add_argument('b', nargs='*'); p.add_argument('--c'); print(p.parse_known_args('1 --zz 2 --c 3 4'.split())); 
p=argparse.ArgumentParser(prog='im'); p.add_argument('--foo'); p.add_argument('cmd'); p.add_argument('rest', nargs='*', type=int); print(p.parse_intermixed_args('doit 1 --foo bar 2 3'.split()))
n=argparse.Namespace(a=1,b='x'); print(n, n==argparse.Namespace(a=1,b='x'), 'a' in n, vars(n))
def pos(s):
    v=int(s)
    if v<=0: raise argparse.ArgumentTypeError(f'{s} is not positive')
    return v
p=argparse.ArgumentParser(prog='t'); p.add_argument('--p', type=pos); p.add_argument('--f', type=lambda s: int(s)); run(p,'--p -1','--p=-1','--p 0','--f x','--p x')
for bad in [lambda: p.add_argument('--p'), lambda: p.add_argument('x', required=True), lambda: p.add_argument('--q', action='nope'), lambda: p.add_argument('--q', nargs=0), lambda: p.add_argument('-x','y'), lambda: p.add_argument('--q', type='zz'), lambda: p.add_subparsers() and p.add_subparsers()]:
    try: bad()
    except BaseException as e: print(type(e).__name__, e)
print(p, repr(p.add_argument('--rr', help='h')), argparse.FileType('w'), p.get_default('p'))
class A(argparse.Action):
    def __call__(self, parser, ns, values, option_string=None): setattr(ns, self.dest, (values, option_string))
p=argparse.ArgumentParser(prog='c'); p.add_argument('--z', action=A); p.add_argument('m', nargs=2, help='xy'); p.add_argument('--d', deprecated=True); run(p,'--z 1 a b','a','a b --d 1')
p=argparse.ArgumentParser(prog='dflt', argument_default=argparse.SUPPRESS); p.add_argument('--s'); p.add_argument('--ex', action='extend', nargs='+'); run(p,'','--s 1 --ex a b --ex c')
