"""Encodings by name, and characters with numbers, parts and mirrors."""
import encodings, encodings.aliases, encodings.utf_8
for s in ['UTF-8','utf 8','a--b..c','ISO_8859-1','é',b'ab','_a_','a.b-','x  y']:
    try: print(repr(encodings.normalize_encoding(s)))
    except Exception as e: print(type(e),e)
print(encodings.search_function('utf8').name,encodings.search_function('nope'),encodings.search_function('latin_1').name)
print(encodings.aliases.aliases['latin1'],encodings.aliases.aliases['u8'],encodings.utf_8.getregentry().name,encodings.utf_8.decode(b'a'),encodings.utf_8.encode('a'),encodings.CodecRegistryError.__mro__)
import unicodedata,hashlib
out=[]
for c in range(0, 0x110000, 7):
    s=chr(c)
    x=(unicodedata.numeric(s,None),unicodedata.decomposition(s) ,unicodedata.mirrored(s))
    if x!=(None,'',0): out.append((c,x))
print(len(out),hashlib.md5(repr(out).encode()).hexdigest())
print(repr(unicodedata.numeric('½')),unicodedata.numeric('五'),unicodedata.mirrored('('),unicodedata.decomposition('é'),unicodedata.decomposition('½'),repr(unicodedata.decomposition('가')),unicodedata.numeric('⅓'))
for f in [lambda:unicodedata.numeric('a'),lambda:unicodedata.numeric('ab'),lambda:unicodedata.numeric(1),lambda:unicodedata.mirrored(''),lambda:unicodedata.decomposition(5),lambda:unicodedata.numeric('a',None),lambda:unicodedata.decimal('a'),lambda:unicodedata.digit('a'),lambda:unicodedata.digit('²')]:
  try: print(f())
  except Exception as e: print(type(e).__name__,e)
