"""Messages with contents, and quoted-printable."""
import email,io,binascii,quopri
from email import policy
from email.message import EmailMessage
from email.utils import *
from email.header import *
from email.mime.text import MIMEText
from email.headerregistry import Address
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
for p in [b'abc',b'a=b',b'tab\t\n',b'sp \nx',b'x'*80,b'.\n',b'a.b',b'\xff\x00',b'a\r\nb\xe9\r\n',b'_ _',b'',b'x'*75+b'=',b'x'*76,b'x'*74+b' \n',b'=',b'a\rb']:
    for kw in [{},dict(quotetabs=True),dict(istext=False),dict(header=True)]: t(lambda:binascii.b2a_qp(p,**kw))
    t(lambda:quopri.encodestring(p)); t(lambda:quopri.decodestring(quopri.encodestring(p)))
for p in [b'a=E9b',b'a=\nb',b'a=\r\nb',b'=',b'=x',b'=X',b'=4',b'==41',b'a_b',b'x=  \ny',b'=e9',b'a= b']: t(lambda:binascii.a2b_qp(p)); t(lambda:binascii.a2b_qp(p,header=True))
t(lambda:binascii.a2b_qp('é')); t(lambda:binascii.a2b_qp('a=41'))
e=EmailMessage(); e['From']=Address('Bob Ä','bob','x.org'); e['To']=[Address('A','a','b.c'),Address(addr_spec='d@e')]; e['Subject']='long '*30; 
t(e.as_string); t(lambda:e['from'].addresses[0].display_name); t(lambda:[str(a) for a in e['to'].addresses]); t(lambda:repr(e['to'].addresses[0])); t(lambda:e.__setitem__('From','x')); t(lambda:e.__setitem__('X','a\nb'))
import datetime
e['Date']=datetime.datetime(2024,1,2,3,4,5,tzinfo=datetime.timezone.utc); t(lambda:e['date']); t(lambda:e['date'].datetime)
e.set_content('x'*100+'\n'); t(e.as_string); e.set_content('é'*10+'\n',cte='8bit'); t(e.as_string); t(e.as_bytes); e.set_content('mostly ascii é '*3,subtype='html'); t(e.as_string); t(lambda:e['content-type'].params); t(lambda:e['content-type'].content_type); t(lambda:e.get_content())
e.set_content(b'bin',maintype='image',subtype='png',filename='p.png'); t(e.as_string); t(lambda:e.get_filename()); t(lambda:e['content-disposition'].params); t(lambda:e.is_attachment()); t(lambda:e.set_content(5)); 0
e=EmailMessage(); e.set_content('hi'); e.add_related(b'img',maintype='image',subtype='png',cid='<a>'); e.make_mixed(boundary='M'); t(lambda:[p.get_content_type() for p in e.walk()]); t(lambda:e.make_related()); e.add_attachment('text file\n',filename='a.txt'); t(lambda:[(p.get_content_type(),p.get_filename()) for p in e.iter_attachments()]); t(lambda:e.get_body(('plain','html')).get_content()); t(lambda:list(e.iter_parts())[0].get_content_type()); e.clear(); t(e.keys)
m=email.message_from_string('From: =?utf-8?b?w4k=?= <a@b>\nTo: x@y\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nw6k=\n',policy=policy.default); t(lambda:m['from']); t(lambda:m['from'].addresses); t(m.get_content); t(m.as_string); t(m.as_bytes); t(lambda:m.get_body().get_content())
m=email.message_from_bytes(b'Subject: hi\r\n\r\nbody\r\n',policy=policy.SMTP); t(m.as_bytes); t(m.as_string)
m=MIMEText('body'); m['Subject']='a long subject '*8; t(m.as_bytes); t(m.as_string)
m['Bcc']='x@y'; del m['bcc']; t(m.keys); t(lambda:policy.default); t(lambda:policy.SMTP); t(lambda:policy.default.clone(max_line_length=20)); t(lambda:policy.default.clone(foo=1)); t(lambda:setattr(policy.default,'linesep','x')); t(lambda:policy.default+policy.strict); t(lambda:policy.compat32.max_line_length)
t(lambda:email.message_from_string('A\n\n',policy=policy.strict)); t(lambda:formataddr(('é','a@b'),'latin-1')); t(lambda:formataddr(('x','é@b'))); t(lambda:Header('x y').append('é') or 0); h=Header('sub: ',header_name='Subject'); h.append('ü','utf-8'); t(h.encode); t(lambda:str(h)); t(lambda:Header(b'\xe9','latin-1').encode()); t(lambda:h=='x'); t(lambda:Header(b'\xe9')); t(lambda:decode_header('=?iso-8859-1?q?=E9?=\n =?utf-8?b?w6k=?= end')); t(lambda:decode_header('=?utf-8?b?w6?='));  t(lambda:Header('Ünïcödé '*12,'utf-8',header_name='Subject').encode()); t(lambda:Header('a, b; '*20).encode())
