import struct, base64, binascii, zlib
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
for f,a in [('<I',(1,)),('>hH',(-2,65535)),('!10s',(b'abc',)),('3p',(b'abcd',)),('@bi',(1,2)),('=bi',(1,2)),('qQ',(-1,2**64-1)),('efd',(1.5,0.1,1e300)),('?c',(5,b'z')),('2x3B',(1,2,3)),('0s',(b'',)),('',()),('<n',(1,)),('I',(-1,)),('b',(200,)),('c',('x',)),('s',('x',)),('i',(1.5,)),('i',()),('d',('x',)),('f',(1e40,)),('e',(1e6,)),('z',(1,)),('5',()),('Q',(-1,)),('q',(2**63,)),('<e',(5.96e-8,)),('<e',(65504.,)),('<2e',(float('inf'),float('nan')))]:
    t(lambda: struct.pack(f,*a)); t(lambda: struct.calcsize(f)); t(lambda: struct.unpack(f, struct.pack(f,*a)))
t(lambda: struct.unpack('<I', b'abc')); t(lambda: struct.unpack_from('<H', b'abcdef', 2)); t(lambda: struct.unpack_from('<I', b'abc',1)); t(lambda: struct.unpack_from('<H', b'abcdef', -2)); t(lambda: list(struct.iter_unpack('<H', b'abcdef'))); t(lambda: list(struct.iter_unpack('<I', b'abcdef')))
b=bytearray(8); struct.pack_into('>I',b,2,7); print(b); t(lambda: struct.pack_into('>I',b,6,7)); t(lambda: struct.pack_into('>I',b'x',0,7)); s=struct.Struct('<ib'); print(s, s.size, s.format, s.pack(1,2), s.unpack(b'abcde')); print(struct.error)
t(lambda: base64.b64encode(b'hello\xff\xfe')); t(lambda: base64.urlsafe_b64encode(b'\xff\xfe\xfd')); t(lambda: base64.b64decode('aGVsbG8=')); t(lambda: base64.b64decode('aGVsbG8')); t(lambda: base64.b64decode('a')); t(lambda: base64.b64decode('aGV$sbG8=')); t(lambda: base64.b64decode('aGV$sbG8=',validate=True)); t(lambda: base64.b64encode('x')); t(lambda: base64.b64decode('é')); t(lambda: base64.b64decode(5)); t(lambda: base64.urlsafe_b64decode('__79'))
for n in range(7):
    d=bytes(range(250,250+n)) if n<6 else b'\0'*4+b'abc'
    for e in ('b32','b16','b85','a85','b32hex','z85'):
        x=getattr(base64,e+'encode')(d); print(e,x,getattr(base64,e+'decode')(x)==d)
t(lambda: base64.b32decode('A')); t(lambda: base64.b32decode('11======')); t(lambda: base64.b16decode('zz')); t(lambda: base64.b85decode('"')); t(lambda: base64.encodebytes(b'x'*100)); t(lambda: base64.decodebytes(b'eHg=\n')); t(lambda: base64.a85encode(b'hello world    ',adobe=True,foldspaces=True,wrapcol=10))
t(lambda: binascii.hexlify(b'\x01\xff','-')); t(lambda: binascii.unhexlify('01fF')); t(lambda: binascii.unhexlify('0')); t(lambda: binascii.unhexlify('0g')); t(lambda: binascii.crc32(b'hello')); t(lambda: binascii.crc_hqx(b'hello',0)); t(lambda: binascii.Error.__mro__)
d=b'hello hello hello '*100; t(lambda: zlib.decompress(zlib.compress(d))==d); t(lambda: zlib.crc32(d)); t(lambda: zlib.adler32(d)); t(lambda: zlib.adler32(b'x',5)); t(lambda: zlib.decompress(b'xx')); t(lambda: zlib.decompress(zlib.compress(d)[:10])); c=zlib.compressobj(); x=c.compress(d)+c.flush(); o=zlib.decompressobj(); print(o.decompress(x+b'zz')==d, o.eof, o.unused_data); t(lambda: len(zlib.compress(d,9))<200); t(lambda: zlib.decompress(zlib.compress(d,wbits=-15),-15)==d)
