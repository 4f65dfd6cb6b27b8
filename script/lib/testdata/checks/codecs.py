import codecs, io
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
maps='cp437 cp850 cp852 cp855 cp858 cp860 cp862 cp863 cp865 cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258'.split()
for m in maps:
    b=bytes(range(256))
    s=b.decode(m,'replace'); print(m, codecs.lookup(m).name, ascii(s[128:])); print(s.encode(m,'replace')[128:])
print(bytes(range(256)).decode('cp037'))
for n in 'utf8 UTF-8 latin1 L1 ascii us-ascii cp1252 windows-1252 1252 iso-8859-15 latin9 utf_16_le utf-8-sig koi8_r unicode_escape cp437 437 macintosh'.split():
    t(lambda: codecs.lookup(n).name)
t(lambda: 'a€'.encode('cp437')); t(lambda: b'\x81'.decode('cp1252')); t(lambda: 'a€b'.encode('cp437','xmlcharrefreplace')); t(lambda: 'a€b'.encode('ascii','namereplace'))
t(lambda: 'x'.encode('nope')); t(lambda: b'x'.decode('nope')); t(lambda: 'x'.encode('hex')); t(lambda: b'x'.decode('rot13')); t(lambda: 'x€'.encode('ascii','nohandler')); t(lambda: b'\xff'.decode('utf8','nohandler'))
codecs.register_error('mine', lambda e: ('<%s>'%ascii(e.object[e.start:e.end]), e.end))
t(lambda: 'x€é'.encode('ascii','mine')); t(lambda: b'a\xff\xfeb'.decode('utf8','mine')); t(lambda: 'x€é'.encode('latin-1','mine')); t(lambda: b'\x81q'.decode('cp1252','mine'))
codecs.register_error('bad', lambda e: 5); t(lambda: 'é'.encode('ascii','bad')); t(lambda: b'\xe9'.decode('ascii','bad'))
codecs.register_error('byt', lambda e: (b'\x00', e.end)); t(lambda: 'é'.encode('ascii','byt')); 
codecs.register_error('nonfit', lambda e: ('é', e.end)); t(lambda: 'é'.encode('ascii','nonfit'))
t(lambda: codecs.lookup_error('zz')); t(lambda: codecs.lookup_error('mine') is not None)
for s in ['a\\b\n\té€\U0001F600\x00\x7f']:
    t(lambda: s.encode('unicode_escape')); t(lambda: s.encode('raw_unicode_escape')); t(lambda: s.encode('unicode_escape').decode('unicode_escape')==s)
for b in [rb'\x4', rb'\u12', rb'\U0011ffff', rb'\N{LATIN SMALL LETTER A}', rb'\N{nope}', rb'\N', rb'\101\7', b'\\\nq', rb'\\', b'a\\', b'\xe9']:
    t(lambda: b.decode('unicode_escape')); t(lambda: b.decode('unicode_escape','replace')); t(lambda: b.decode('raw_unicode_escape'))
class Info:
    pass
def search(name):
    print('search', name)
    if name=='my_code':
        return codecs.CodecInfo(lambda s,e='strict': (s[::-1].encode(),len(s)), lambda b,e='strict': (bytes(b).decode()[::-1],len(b)), name='my')
    if name=='wrong': return codecs.CodecInfo(lambda s,e='strict': ('x',1), lambda b,e='strict': (b'',1), name='w')
codecs.register(search)
t(lambda: 'abc'.encode('my-code')); t(lambda: b'abc'.decode('My Code')); t(lambda: codecs.encode('abc','my_code')); t(lambda: 'a'.encode('wrong')); t(lambda: b'a'.decode('wrong')); t(lambda: str(b'abc','my-code')); t(lambda: bytes('abc','my-code'))
codecs.unregister(search); t(lambda: 'abc'.encode('my-code'))
for e in ['utf-8','utf-16','utf-8-sig','utf-32','cp1252','utf-16-be','ascii']:
    enc=codecs.getincrementalencoder(e)(); print([enc.encode('a'),enc.encode('b',True)], enc.getstate()); enc.reset(); print(enc.encode('c'))
    d='aé€😀' if e.startswith('utf') else 'abc'
    raw=d.encode(e); dec=codecs.getincrementaldecoder(e)(); out=[dec.decode(raw[i:i+1]) for i in range(len(raw))]; out.append(dec.decode(b'',True)); print(out)
    print(list(codecs.iterencode(['a','b'],e)), ''.join(codecs.iterdecode([raw[i:i+1] for i in range(len(raw))],e))==d)
    f=io.BytesIO(); w=codecs.getwriter(e)(f); w.write('x\n'); w.write('y'); print(f.getvalue()); f.seek(0); r=codecs.getreader(e)(f); print(r.readline(), r.read(1), repr(r.read()))
dec=codecs.getincrementaldecoder('utf-8')(); dec.decode(b'\xe2\x82'); print(dec.getstate()); t(lambda: dec.decode(b'',True))
t(lambda: codecs.utf_8_decode(b'\xe2\x82')); t(lambda: codecs.utf_8_decode(b'\xe2\x82\xac',None,True)); t(lambda: codecs.ascii_encode('abc')); t(lambda: codecs.latin_1_decode(b'\xe9'))
t(lambda: codecs.charmap_decode(b'ab\x01','strict',{97:'x',98:None,1:'y'})); t(lambda: codecs.charmap_decode(b'a','strict',{97:'x'})); t(lambda: codecs.charmap_encode('xz','replace',{120:5,63:6}))
for m in ['rot13','hex','base64','zlib']:
    t(lambda: codecs.decode(codecs.encode('abc' if m=='rot13' else b'abc', m), m))
print(codecs.BOM_UTF8, codecs.BOM, codecs.BOM_UTF32_BE, codecs.CodecInfo)
t(lambda: codecs.replace_errors(UnicodeDecodeError('utf8',b'abc',0,2,'r'))); t(lambda: codecs.backslashreplace_errors(UnicodeEncodeError('a','é€',0,2,'r'))); t(lambda: codecs.xmlcharrefreplace_errors(UnicodeEncodeError('a','é€',0,2,'r')))
t(lambda: codecs.escape_decode(rb'\x41\n')); t(lambda: codecs.lookup(5))

import os, tempfile
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "q.txt")
    with open(name, "w", encoding="cp1252", newline="\n") as f:
        f.write("é€\n")
    print(open(name, "rb").read(), open(name, encoding="cp1252").read())
    t(lambda: open(name, encoding="ascii", errors="mine").read())
    t(lambda: open(name, encoding="zip").read())
    t(lambda: open(name, encoding="nope"))
    with codecs.open(name, "w", "utf-16") as f:
        f.write("a\nb")
        f.write("c")
    print(open(name, "rb").read(), codecs.open(name, encoding="utf-16").readlines())
