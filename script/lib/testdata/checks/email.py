"""Messages read, made and written."""
import email,io,re,sys
from email.message import Message,EmailMessage
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.base import MIMEBase
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.audio import MIMEAudio
from email.mime.message import MIMEMessage
from email.mime.nonmultipart import MIMENonMultipart
from email import encoders,utils,policy,errors,charset,header
from email.header import Header,decode_header,make_header
from email.utils import formataddr,parseaddr,getaddresses,formatdate,parsedate,parsedate_tz,parsedate_to_datetime,mktime_tz,quote,unquote,make_msgid,format_datetime,collapse_rfc2231_value,encode_rfc2231,decode_rfc2231
from email.parser import Parser,BytesParser,HeaderParser,FeedParser,BytesFeedParser
from email.generator import Generator,BytesGenerator
def t(f):
    try: print(re.sub(r'0x[0-9a-f]+', '0x', ascii(f())))
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
SRC='''From: Bob <bob@x.org>
To: a@b.c, "D, E" <d@e.f>
Subject: Hello
  folded line
Date: Mon, 01 Jan 2024 10:20:30 +0200
Received: one
Received: two
Content-Type: text/plain; charset="utf-8"; name*=utf-8''%C3%A9.txt
Content-Transfer-Encoding: quoted-printable

caf=C3=A9 =
joined
second
'''
m=email.message_from_string(SRC)
t(lambda:m.keys()); t(lambda:m['subject']); t(lambda:m['SUBJECT']); t(lambda:m['nope']); t(lambda:m.get('x','d')); t(lambda:m.get_all('received')); t(lambda:m.get_all('no','z')); t(lambda:len(m)); t(lambda:'to' in m); t(lambda:m.items()); t(lambda:m.values()); t(lambda:list(m))
t(lambda:m.get_content_type()); t(lambda:m.get_content_maintype()); t(lambda:m.get_content_subtype()); t(lambda:m.get_content_charset()); t(lambda:m.get_charset()); t(lambda:m.get_param('charset')); t(lambda:m.get_param('name')); t(lambda:m.get_params()); t(lambda:m.get_filename()); t(lambda:m.get_boundary()); t(lambda:m.get_payload()); t(lambda:m.get_payload(decode=True)); t(lambda:m.is_multipart()); t(lambda:m.as_string()); t(lambda:m.as_bytes()); t(lambda:str(m)==m.as_string()); t(lambda:m.defects); t(lambda:m.preamble); t(lambda:m.get_unixfrom()); t(lambda:m.get_content_disposition()); t(lambda:m.get_default_type()); t(lambda:m.policy)
del m['received']; m['X']='1'; m.replace_header('X','2'); t(lambda:m.items()[-2:]); t(lambda:m.replace_header('Q','2')); m.add_header('Content-Disposition','attachment',filename='a b.txt',size=None); t(lambda:m['content-disposition']); m.add_header('Foo','x',bar=('utf-8','','é')); t(lambda:m['foo'])
m.set_param('charset','latin-1'); t(lambda:m['content-type']); m.del_param('charset'); t(lambda:m['content-type']); m.set_type('text/html'); t(lambda:m['content-type']); t(lambda:m.set_type('x'))
MP='''From: x
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="BB"

pre
--BB
Content-Type: text/plain

one
--BB
Content-Type: multipart/alternative; boundary=CC

--CC

two
--CC
Content-Type: text/html
Content-Transfer-Encoding: base64

PGI+aGk8L2I+

--CC--
--BB
Content-Type: message/rfc822

Subject: inner

body
--BB--
epi
'''
m=email.message_from_string(MP)
t(lambda:m.is_multipart()); t(lambda:[p.get_content_type() for p in m.walk()]); t(lambda:[p.get_payload(decode=True) for p in m.walk()]); t(lambda:m.preamble); t(lambda:m.epilogue); t(lambda:m.as_string()==MP); t(lambda:m.as_string()); t(lambda:m.get_payload(0).get_payload()); t(lambda:m.get_payload(9)); t(lambda:len(m.get_payload())); t(lambda:m.get_payload()[2].get_payload(0)['subject']); t(lambda:m.get_charsets())
t(lambda:email.message_from_bytes(b'Subject: caf\xc3\xa9\n\nb\xe9').as_bytes()); t(lambda:email.message_from_bytes(b'Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nb\xc3\xa9').get_payload()); t(lambda:email.message_from_bytes(b'A: 1\r\nB: 2\r\n\r\nbody\r\n').as_string())
for bad in ['no colon\nA: b\n\nx',' lead\nA: b\n\n','A: b\nbad line\nC: d\n\nx','Content-Type: multipart/mixed; boundary=X\n\nnothing','Content-Type: multipart/mixed\n\nx','From x y\nA: b\n\nz','','\n','A: b','A:\n\nx','Content-Type: foo\n\n','Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!','Content-Type: multipart/mixed; boundary=X\n\n--X\n\na\n']:
    m=email.message_from_string(bad); print(ascii(bad),m.items(),m.is_multipart(),m.defects,m.get_content_type(),m.get_unixfrom()); t(lambda:m.get_payload()); t(lambda:m.get_payload(decode=True)); t(lambda:m.as_string())
a=MIMEText('hello'); t(a.as_string); a=MIMEText('héllo'); t(a.as_string); a=MIMEText('<b>',"html",'utf-8'); a['Subject']='Tést'; a['To']='x'*90; t(a.as_string); t(lambda:a.get_payload(decode=True))
a=MIMEText('héllo é','plain','latin-1'); t(a.as_string)
mp=MIMEMultipart('mixed',boundary='ZZ'); mp['Subject']='S'; mp.attach(MIMEText('one')); mp.attach(MIMEApplication(b'\x00\x01',Name='f.bin')); mp.attach(MIMEImage(b'\x89PNG\r\n\x1a\nxx')); mp.attach(MIMEMessage(MIMEText('in'))); mp.preamble='This is'; t(mp.as_string); t(mp.as_bytes)
mp2=MIMEMultipart(_subparts=[MIMEText('q')]); import re; t(lambda:re.sub(r'=+\d+==','B',mp2.as_string()))
t(lambda:MIMEImage(b'xx')); t(lambda:MIMEText('x').attach('y')); t(lambda:MIMEAudio(b'RIFFxxxxWAVEfmt ').get_content_type()); t(lambda:MIMENonMultipart('a','b').attach(1))
b=MIMEBase('application','octet-stream',name='n'); b.set_payload(b'\xff\x00data'); encoders.encode_base64(b); t(b.as_string); b=MIMEBase('text','x'); b.set_payload('a=b é '); encoders.encode_quopri(b); t(b.as_string)
e=EmailMessage(); e['Subject']='Héllo wörld'; e['From']='Bob <b@x.org>'; e['To']='a@b.c, d@e.f'; e.set_content('Body text\nline2\n'); t(e.as_string); t(lambda:e.get_content()); t(lambda:e['to']); t(lambda:e.get_body().get_content_type())
e.add_alternative('<p>hi</p>',subtype='html'); t(lambda:re.sub(r'=+\d+==','B',e.as_string())); e.add_attachment(b'data',maintype='application',subtype='pdf',filename='x.pdf'); t(lambda:re.sub(r'=+\d+==','B',e.as_string())); t(lambda:[p.get_filename() for p in e.iter_attachments()]); t(lambda:[p.get_content_type() for p in e.walk()]); t(lambda:e.get_body(('plain',)).get_content()); t(lambda:[p.get_content() for p in e.iter_attachments()])
e=EmailMessage(); e.set_content('ünï\n'); t(e.as_string); t(lambda:e.is_attachment())
h=Header('Tést ü','utf-8'); t(h.encode); t(lambda:str(h)); t(lambda:Header('plain').encode()); t(lambda:Header('a'*100).encode()); t(lambda:Header('word '*30).encode()); t(lambda:Header('é'*60).encode()); t(lambda:decode_header('=?utf-8?q?caf=C3=A9?= x =?utf-8?b?w6k=?=')); t(lambda:str(make_header(decode_header('=?utf-8?q?caf=C3=A9?= x')))); t(lambda:decode_header('plain')); h.append('more'); t(h.encode); t(lambda:Header('é','ascii').encode()); t(lambda:Header('é').encode())
t(lambda:formataddr(('Bob','b@x'))); t(lambda:formataddr(('B, C','b@x'))); t(lambda:formataddr(('é','b@x'))); t(lambda:formataddr(('','b@x')))
for x in ['Bob <b@x>','"A, B" <c@d>','b@x','b@x (Bob)','','<>','a b c','Bob <b@x','x@y, z@w','"q\\"r" <a@b>','group: a@b, c@d;','a@[1.2.3.4]','=?utf-8?q?x?= <a@b>']: t(lambda:parseaddr(x)); t(lambda:getaddresses([x]))
t(lambda:getaddresses(['a@b, C <d@e>','"F, G" <h@i>']))
for x in ['Mon, 01 Jan 2024 10:20:30 +0200','1 Jan 2024 10:20 GMT','Mon Jan  1 10:20:30 2024','','x','Mon, 01 Jan 2024 10:20:30 -0000','Mon, 01 Jan 99 10:20:30 EST','01 Jan 2024','Mon, 1 Jan 2024 10:20:30 (c)']: t(lambda:parsedate(x)); t(lambda:parsedate_tz(x)); t(lambda:parsedate_to_datetime(x))
t(lambda:formatdate(0)); t(lambda:formatdate(1e9,usegmt=True)); t(lambda:mktime_tz(parsedate_tz('Mon, 01 Jan 2024 10:20:30 +0200'))); import datetime; t(lambda:format_datetime(datetime.datetime(2024,1,1,tzinfo=datetime.timezone.utc),usegmt=True)); t(lambda:format_datetime(datetime.datetime(2024,1,1))); t(lambda:re.fullmatch(r'<\d+\.\d+\.\d+@h>',make_msgid(domain='h')) is not None); t(lambda:quote('a"b\\')); t(lambda:unquote('"a\\"b"')); t(lambda:encode_rfc2231('é','utf-8')); t(lambda:decode_rfc2231("utf-8''%C3%A9"))
s=io.StringIO(); Generator(s,maxheaderlen=20).flatten(email.message_from_string('Subject: a b c d e f g h i j k l m n o\n\nFrom x\nbody')); t(s.getvalue); s=io.StringIO(); Generator(s,mangle_from_=False).flatten(email.message_from_string('A: b\n\nFrom x\n'),unixfrom=False); t(s.getvalue); b=io.BytesIO(); BytesGenerator(b).flatten(email.message_from_string('A: b\n\nx\n'),linesep='\r\n'); t(b.getvalue)
t(lambda:HeaderParser().parsestr('A: b\n\nx').get_payload()); t(lambda:Parser().parse(io.StringIO('A: b\n\nx'),headersonly=True).get_payload()); t(lambda:BytesParser().parsebytes(b'A: b\n\nx')['a']); f=FeedParser(); f.feed('A: b\n'); f.feed('\nbo'); f.feed('dy'); t(lambda:f.close().get_payload())
m=Message(); m['A']='x'; m['A']='y'; m.set_payload('héé','utf-8'); t(m.as_string); m=Message(); t(m.get_payload); m.attach(MIMEText('x')); t(m.is_multipart); m.set_payload('z'); t(lambda:m.attach('q')); t(lambda:m.__setitem__('B','x\ny: z') or m.as_string()); m=Message(); m['a']=5; t(m.as_string)
t(lambda:email.message_from_string('A: b\n\nx',policy=policy.default)); t(lambda:type(email.message_from_string('A: b\n\nx',policy=policy.default))); t(lambda:email.message_from_string('Date: Mon, 01 Jan 2024 10:20:30 +0200\nTo: Bob <a@b>\nSubject: =?utf-8?q?=C3=A9?=\n\nx',policy=policy.default).items())
t(lambda:email.__all__); t(lambda:list(email.iterators.typed_subpart_iterator(m)) if hasattr(email,'iterators') else 0)
from email.iterators import _structure,body_line_iterator,typed_subpart_iterator
_structure(email.message_from_string(MP)); t(lambda:list(body_line_iterator(email.message_from_string(MP))))
