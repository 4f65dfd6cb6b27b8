"""Property lists of both forms, and what is none."""
import plistlib,datetime,io
D={'s':'a<b>&"c"\'','i':5,'neg':-3,'big':2**63,'f':1.5,'t':True,'n':False,'d':datetime.datetime(2024,1,2,3,4,5),'b':b'hello'*30,'ba':bytearray(b'x'),'e':b'','l':[1,[2,'x'],{}],'t2':(1,2),'dd':{'z':1,'a':{'k':[]}},'u':'é€😀','es':'','ctl':'a\tb\nc','uid':plistlib.UID(5)}
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__module__,type(e).__name__,e)
X={k:v for k,v in D.items() if k!='uid'}
t(lambda:plistlib.dumps(X).decode())
t(lambda:plistlib.dumps(X,sort_keys=False).decode())
t(lambda:plistlib.dumps(D,fmt=plistlib.FMT_BINARY))
t(lambda:plistlib.loads(plistlib.dumps(X)))
t(lambda:plistlib.loads(plistlib.dumps(D,fmt=plistlib.FMT_BINARY)))
t(lambda:plistlib.loads(plistlib.dumps(X),dict_type=lambda:__import__('collections').OrderedDict()))
for bad in [{1:2},{'a':None},{'a':object},{'a':2**64},{'a':-2**63-1},[1j],'a\x01',plistlib.UID(3)]:
    t(lambda:plistlib.dumps(bad))
    t(lambda:plistlib.dumps(bad,fmt=plistlib.FMT_BINARY))
t(lambda:plistlib.dumps({1:2,'a':3},skipkeys=True))
t(lambda:plistlib.dumps({1:2,'a':3},skipkeys=True,fmt=plistlib.FMT_BINARY))
t(lambda:plistlib.dumps({1:2},fmt='x'))
t(lambda:plistlib.loads(b'nope'))
t(lambda:plistlib.loads(b'bplist00xx'))
t(lambda:plistlib.loads('<plist><string>x</string></plist>'))
t(lambda:plistlib.loads('<plist><string>x</string></plist>',fmt=plistlib.FMT_BINARY))
for x in ['<plist><string>x</string></plist>','<?xml version="1.0"?><plist version="1.0"><dict><key>a</key><integer>0x1F</integer><key>b</key><real>1e3</real></dict></plist>','<plist><dict><string>x</string></dict></plist>','<plist><dict><key>a</key></dict></plist>','<plist><dict><key>a</key><key>b</key></dict></plist>','<plist><foo/></plist>','<plist><array><key>x</key></array></plist>','<plist><true/></plist>','<plist><date>2024-01-02T03:04:05Z</date></plist>','<plist><date>2024</date></plist>','<plist><data>aGVs\nbG8=</data></plist>','<plist></plist>','<plist><string>x','<plist><integer>x</integer></plist>','<plist><!-- c --><string>a&amp;b</string></plist>','<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "b">]><plist><string>&a;</string></plist>','<string>x</string>']:
    t(lambda:plistlib.loads(x.encode()))
    t(lambda:plistlib.loads(x.encode(),fmt=plistlib.FMT_XML))
t(lambda:plistlib.load(io.BytesIO(b'<plist><string>x</string></plist>')))
s=io.BytesIO(); plistlib.dump([1],s); print(s.getvalue())
t(lambda:plistlib.UID(-1)); t(lambda:plistlib.UID('x')); t(lambda:plistlib.UID(2**64)); print(repr(plistlib.UID(3)),plistlib.UID(3)==plistlib.UID(3),hash(plistlib.UID(3)),int(plistlib.UID(3).data),plistlib.UID(1).__reduce__(),plistlib.UID(1).__index__())
print(plistlib.FMT_XML,list(plistlib.PlistFormat),plistlib.__all__,plistlib.InvalidFileException.__mro__)
t(lambda:plistlib.dumps([datetime.datetime(2024,1,1,tzinfo=datetime.timezone.utc)],aware_datetime=True))
t(lambda:plistlib.dumps([datetime.datetime(2024,1,1,tzinfo=datetime.timezone.utc)]))
t(lambda:plistlib.loads(b'<plist><date>2024-01-02T03:04:05Z</date></plist>',aware_datetime=True))
for v in [0,255,256,65536,2**32,2**63,2**64-1,-1,-2**63,'x'*20,'é'*20,b'z'*300,list(range(20)),list(range(300)),1e10,{'k%d'%i:i for i in range(20)},True,False,datetime.datetime(2001,1,1),[1,1,1.0,True,'a','a']]:
    b=plistlib.dumps(v,fmt=plistlib.FMT_BINARY); print(b[:60],len(b),plistlib.loads(b)==v)
t(lambda:plistlib.dumps({'a':[{'b':{'c':b'x'*100}}]}).decode())
a=[1]; t(lambda:plistlib.loads(plistlib.dumps([a,a],fmt=plistlib.FMT_BINARY)))
