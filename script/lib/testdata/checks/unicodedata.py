import unicodedata as u, hashlib
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for c in 'aZ0 é٣½Ⅷ中가あΩ\n\u0301\u200b€ａｱא😀\ue000\U000E0001\u0378':
    t(lambda: (u.category(c), u.bidirectional(c), u.combining(c), u.east_asian_width(c), u.name(c,'-'), u.decimal(c,None)))
t(lambda: u.name('\n')); t(lambda: u.lookup('GREEK SMALL LETTER ALPHA')); t(lambda: u.lookup('nope')); t(lambda: u.normalize('NFD','é').encode()); t(lambda: u.normalize('NFKC','ﬁ①')); t(lambda: u.normalize('x','a')); t(lambda: u.is_normalized('NFC','é')); t(lambda: u.category('ab')); t(lambda: u.category(5)); t(lambda: u.decimal('a')); t(lambda: u.name('ab'))
for f in (u.combining,):
    print(hashlib.md5(repr([f(chr(i)) for i in range(0,0x3000)]).encode()).hexdigest())
print(''.join(c for c in u.normalize('NFKD','Crème Brûlée') if not u.combining(c)))
