from html.parser import HTMLParser
class P(HTMLParser):
    def show(self, *a): print(self.getpos(), *a)
    def handle_starttag(self, t, a): self.show('start', t, a, self.get_starttag_text())
    def handle_endtag(self, t): self.show('end', t)
    def handle_startendtag(self, t, a): self.show('startend', t, a)
    def handle_data(self, d): self.show('data', repr(d))
    def handle_comment(self, d): self.show('comment', repr(d))
    def handle_decl(self, d): self.show('decl', repr(d))
    def handle_pi(self, d): self.show('pi', repr(d))
    def unknown_decl(self, d): self.show('unknown', repr(d))
    def handle_entityref(self, n): self.show('entity', n)
    def handle_charref(self, n): self.show('char', n)
class Q(P):
    handle_startendtag = HTMLParser.handle_startendtag
texts = ['<!DOCTYPE html>\n<html lang="en">\n<head><title>T &amp; &lt;x&gt; &copy;&#65;&#x42;</title><meta charset=utf-8></head>\n<body class=\'a b\' id=x data-y DISABLED>\n<p>Hi<br/>there<br />x</p><!-- c --><a href="/x?a=1&amp;b=2" title=\'q"q\'>l</a><img src=a.png/></body></html>',
 '<script>if (a < b && c) { "</p>" }</script><style>p > a {}</style>x', '<p', '<p a', '<p a=', '<p a="x', 'text & more', '&amp', '&amp;', '&nope; &copy &#; &#x; &#9999999;', 'a<b', 'a < b', 'a <', '<', '</', '</>', '</ p>', '</p x>', '</1>', '<1>', '<!x>', '<!>', '<!-- a -- b -->', '<!-- open', '<?php x ?>', '<?x', '<![CDATA[a<b]]>x', '<![if IE]>y<![endif]>', '<!doctype', '<!DocType x "y">', '<a b=c/d e="f" g=\'h\' i j= k>', '<a b = "c"d="e">', '<a/b>', '<a / >', '<a b/>', '<A HREF=X>', '<a\nb\n=\n"c\nd">\n\nz', '<p>é&eacute;</p>', '<x:y z:w="1"/>', '<a b="&lt;&quot;">', '<p><p></b></p>', 'line1\nline2<br>\n<b>x', '<a "b">', '<a =b>', '<a b==c>', '<a b=\'>', '<script>x', '<SCRIPT>a</Script >b', '<div a=1 a=2>', '<a href=x?y&z=1>', '<br></br>', '<p>1</p\n>2']
for cls in (P, Q):
    for conv in (True, False):
        for s in texts:
            print('==', cls.__name__, conv, repr(s))
            p = cls(convert_charrefs=conv); p.feed(s); print('-- close'); p.close(); print(p.rawdata, p.lasttag, p.getpos())
p = P()
for c in 'a &am', 'p; b <i', ' x="1', '">y</', 'i> &#6', '5;', ' end': print('feed', repr(c)); p.feed(c)
p.close(); p.reset(); print(p.getpos(), p.rawdata); p = P(convert_charrefs=False)
for c in 'a &am', 'p; b <i', ' x="1', '">y</', 'i> &#6', '5;', ' end': print('feed', repr(c)); p.feed(c)
p.close()
class L(HTMLParser):
    def __init__(s): super().__init__(); s.links = []
    def handle_starttag(s, t, a):
        if t == 'a': s.links.append(dict(a).get('href'))
l = L(); l.feed(texts[0]); print(l.links, L.CDATA_CONTENT_ELEMENTS)
import html
for s in ('&#x;', '&#;', '&#65', '&#x41b', '&#128;', '&#129;', '&#0;', '&#1;', '&#11;', '&#127;', '&#xD800;', '&#1114112;', '&#xFFFE;', '&#99999999999999999999;', '&notit;', '&not', '&amp;amp;', '&lt&gt', '&nope;', '&acE;', '&copy2', '&#38;lt;'):
    print(repr(s), ascii(html.unescape(s)))
