import marshal, token, dis, shelve, dbm, os, tempfile
for v in [None,True,1,-5,2**40,-2**100,1.5,2j,"abc","é"*3,"x"*300,b"q",(1,2),[1,[2]],{"a":1,2:None},{1,2},frozenset("a"),...,StopIteration]:
    d=marshal.dumps(v,2 if 0 else 4); print(marshal.loads(d)==v, marshal.loads(d) if not isinstance(v,(set,frozenset)) else '')
for b in (b'',b'i',b'?',b'[\1\0\0\0',b'0'):
    try: print(marshal.loads(b))
    except Exception as e: print(type(e).__name__,e)
try: marshal.dumps(object())
except ValueError as e: print(e)
print(marshal.loads(b'\xe9\x02\x00\x00\x00'), marshal.loads(b'\xa9\x02\xda\x01a\xda\x01b'))
print(token.NAME, token.OP, token.N_TOKENS, token.tok_name[1], token.EXACT_TOKEN_TYPES['->'], token.ENCODING, token.FSTRING_START)
d=tempfile.mkdtemp(); p=os.path.join(d,'s')
with shelve.open(p) as s:
    s['a']=[1,2]; s['b']={'x':1}; print(sorted(s), len(s), 'a' in s, s.get('q',7))
    s['a'].append(3); print(s['a'])
with shelve.open(p, writeback=True) as s:
    s['a'].append(3); del s['b']
with shelve.open(p,'r') as s: print(dict(s))
try: s['a']
except ValueError as e: print(e)
import dbm.dumb
with dbm.dumb.open(p+'2','c') as db: db['k']='v'; db[b'k2']=b'v2'; print(db.keys(), db['k'], list(db))
try: dbm.open(p+'none')
except dbm.error as e: print(e)
with dbm.dumb.open(p+'2','r') as db:
    try: db['z']='1'
    except OSError as e: print(e)
