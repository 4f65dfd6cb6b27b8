from urllib.parse import *
from http import HTTPStatus, HTTPMethod
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
for u in ['http://user:pw@Host.com:8080/p/a;x?q=1&r=2#frag','//h/p','mailto:a@b','file:///etc/x','/a/b?c','','http://h','http://h:99999','http://h:x','HTTP://A','a:b','http://h/;p/x;y','javascript:1','x?y#z']:
    t(lambda: urlparse(u)); t(lambda: urlsplit(u)); t(lambda: urlparse(u).geturl()); t(lambda: (urlsplit(u).hostname, urlsplit(u).username, urlsplit(u).password)); t(lambda: urlsplit(u).port); t(lambda: urldefrag(u))
for a,b in [('http://a/b/c/d','g'),('http://a/b/c/d','../g'),('http://a/b/c/d','/g'),('http://a/b/c/d','//x/g'),('http://a/b/c/d','?y'),('http://a/b/c/d','#s'),('http://a/b/c/d','./'),('http://a/b/c/','../../../g'),('','x'),('http://a','x'),('http://a/b','http:g')]: t(lambda: urljoin(a,b))
t(lambda: quote('a b/é&=+')); t(lambda: quote('a/b',safe='')); t(lambda: quote_plus('a b+c')); t(lambda: unquote('a%20b%C3%A9%zz%')); t(lambda: unquote_plus('a+b%2B')); t(lambda: urlencode({'a':1,'b':'x y','c':[1,2]})); t(lambda: urlencode({'c':[1,2]},doseq=True)); t(lambda: parse_qs('a=1&a=2&b=&c')); t(lambda: parse_qsl('a=1&b=&c',keep_blank_values=True)); t(lambda: parse_qs('a',strict_parsing=True)); t(lambda: urlencode('x')); t(lambda: quote(5)); t(lambda: urlsplit(b'http://a/b')); t(lambda: unquote_to_bytes('%ff')); t(lambda: urlunsplit(('http','h','p','q','f'))); t(lambda: urljoin('a',b'b'))
print(HTTPStatus.OK, repr(HTTPStatus.NOT_FOUND), HTTPStatus(404).phrase, HTTPStatus.OK == 200, HTTPStatus.OK.is_success, f'{HTTPStatus.OK}', HTTPStatus.NOT_FOUND.description, HTTPMethod.GET, repr(HTTPMethod.GET), len(HTTPStatus))
