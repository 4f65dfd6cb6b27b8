"""Tokens of short sources, and the sources again."""
import tokenize,io,token,sys
def show(s):
    print('==',ascii(s))
    try:
        for t in tokenize.generate_tokens(io.StringIO(s).readline):
            print(token.tok_name[t.type],ascii(t.string),t.start,t.end,ascii(t.line),token.tok_name[t.exact_type])
    except Exception as e: print(type(e).__name__,e.args)
C=['x = 1\n','x=1','','\n','# c\n','# c','if x:\n  y\n\n  # z\nz\n','if x:\n\ty\n        z\n','def f(a, *b):\n    return a**2 // 3 # hi\n','(1,\n 2)\n','"""a\nb"""\n','x = \\\n  1\n',"f'a{b}c'\n","f'{x!r:>{w}}{{z}}{y=}'\n",'f"""a\n{b\n}c"""\n',"rb'x' u'y' Rf'{a}\\n'\n",'0x1F 0b1 0o7 1_000 1.5e-3 .5 1j 5.\n','a->b:=c...d!=e<<=f\n','$\n','?x\n','a!b\n',"'abc\n",'"""abc\n','(1,\n','if x:\n   y\n  z\n','é = ü\n','x\r\ny\r\n','match x:\n  case 1: pass\n','class A:\n  def f(self):\n    pass\n','  x\n','\\\n','x \\',"f'{a:{b}}' f'{c}'\n","f'{{}}'\n","f'{a}{b}'\n","f'\\N{DASH}{x}'\n",'a\f\n','\fa\n','x;y\n','@d\nasync def f(): await x\n','0777\n','1a\n','1__0\n','0x\n','a`b\n',"f'{x:%H:%M}'\n","f'{lambda x:1}'\n","f'a\n",'x)\n','(]\n','lambda: (yield)\n',"f'{d[\"k\"]}'\n","f'{a!r}'\n","f'{a:{b:>3}}x'\n",'if 1:\n  x\n# c\n  y\n','if 1:\n  x\n# end','a\n\n\n','x = [\n  1, # c\n\n  2\n]\n','\ufeffx\n','a = 1 if b else 2\n','print("a" "b")\n','"a\\\nb"\n',"f'a\\\nb{x}'\n",'€\n',"f'{x}' '{y}'\n", "f'''{\nx\n:a\n}'''\n",'1if 2else 3\n', '~x\n','<>\n', 'a.b\n','x: int = 3\n','type X = int\n',"t = f''\n","f'{x:{{}}}'\n"]
for c in C: show(c)
for c in C:
    try:
        T=list(tokenize.generate_tokens(io.StringIO(c).readline))
        print(tokenize.untokenize(T) == c or "' " in c or '" ' in c)
    except Exception as e: print(type(e).__name__,e)
for b in [b'x\n',b'# coding: latin-1\nx=1\n',b'\n# -*- coding: cp1252 -*-\n',b'\xef\xbb\xbfx',b'# coding: foo\n',b'\xef\xbb\xbf# coding: latin-1\n',b'',b'x\n# coding: latin-1\n',b'\xff\n']:
    try:
        print(tokenize.detect_encoding(io.BytesIO(b).readline))
        T=list(tokenize.tokenize(io.BytesIO(b).readline)); print(T, tokenize.untokenize(T))
    except Exception as e: print(type(e).__name__,e)
