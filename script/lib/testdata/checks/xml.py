import io, copy, pickle, sys
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape, unescape, quoteattr

text = """<?xml version="1.0" encoding="utf-8"?>
<!-- first -->
<!DOCTYPE data [<!ENTITY who "World">]>
<data xmlns:x="urn:x" lang='en'>
  <country name="A"><rank>1</rank><year>2008</year><neighbor name="B" dir="E"/>text &lt;&amp;&gt; &#65;&#x42; &who;</country>tail
  <country name="C"><rank>4</rank><year>2011</year><![CDATA[<raw> & data]]><?pi some text?><x:item x:k="v">q</x:item></country>
  <empty/>
</data>"""
root = ET.fromstring(text)
for e in root.iter(): print(e.tag, e.attrib, repr(e.text), repr(e.tail))
print(ET.tostring(root)); print(ET.tostring(root, encoding="unicode", short_empty_elements=False)); print(ET.tostring(root, "utf-8", xml_declaration=True)[:60], ET.tostring(root, "latin-1")[:60], ET.tostring(root, method="text", encoding="unicode").split())
for path in ("country", "country/rank", ".//rank", "*", ".//neighbor[@name='B']", "country[@name]", "country[rank='4']", "country[2]", "country[last()]", "./country/rank/..", "country[rank]", ".//{urn:x}item", ".//x:item", "nope", ".", "country[@name!='A']", ".//year[.='2011']", "country[last()-1]", "country//*", ".//{*}item"):
    print(path, [(e.tag, e.get("name")) for e in root.findall(path, {"x": "urn:x"})])
for path in "/abs", "country[0]", "y:a", "country[last()+1]", "country[first()]":
    try: print(path, root.findall(path))
    except SyntaxError as e: print(path, e)
print(root.find("country").get("name"), root.findtext("country/year"), root.findtext("nope", "dflt"), root.find("nope"), root.findtext("empty"), list(root.itertext())[:4], len(root), root[0].tag, root[-1].tag, [e.tag for e in root[1:]])
new = ET.Element("top", {"b": "2"}, a="1"); child = ET.SubElement(new, "child", x="<\"&>\n"); child.text = "a < b & c > d"; child.tail = "é"; new.append(ET.Comment(" note ")); new.insert(0, ET.PI("target", "do")); new.set("c", "3"); new.extend([ET.Element("p"), ET.Element("{urn:y}q", {"{urn:y}k": "v"})])
print(ET.tostring(new, "unicode"), ET.tostring(new), new.keys(), new.items()); ET.indent(new); print(ET.tostring(new, encoding="unicode")); ET.dump(new)
new.remove(child); print(len(new), new.get("zz"), ET.iselement(new), repr(new)[:15])
for attempt in (lambda: new.remove(child), lambda: new.append("x"), lambda: ET.tostring(ET.Element("a", x=1)), lambda: ET.SubElement("a", "b"), lambda: ET.Element("a", "b"), lambda: new.extend(["q"])):
    try: print(attempt())
    except Exception as e: print(type(e).__name__, e)
twin = copy.deepcopy(root); twin[0].set("name", "Z"); print(root[0].get("name"), twin[0].get("name"), copy.copy(root)[0] is root[0], ET.tostring(pickle.loads(pickle.dumps(new))) == ET.tostring(new))
for bad in ("", "<a>", "<a></b>", "<a", "<a b></a>", "<a b=c/>", "<a/><b/>", "x", "<a>&nope;</a>", "<a>&</a>", "<a x='1' x='2'/>", "<a><b></a></b>", "  ", "<a/>junk", "<!-- <a/>", "<p:a/>", "<a>\n\n<b></a>", "</a>", "<a>\x01</a>"):
    try: print(repr(bad), ET.fromstring(bad))
    except ET.ParseError as e: print(repr(bad), e, e.code, e.position)
for event, e in ET.iterparse(io.BytesIO(text.encode()), events=("start", "end", "start-ns", "comment", "pi")): print(event, getattr(e, "tag", e) if event not in ("comment", "pi") else e.text)
tree = ET.ElementTree(root); out = io.BytesIO(); tree.write(out, encoding="utf-8", xml_declaration=True); print(out.getvalue()[:80]); print(ET.parse(io.BytesIO(out.getvalue())).getroot().tag, tree.find("country").tag, len(tree.findall(".//rank")))
ET.register_namespace("mine", "urn:x"); print(ET.tostring(root.find(".//{urn:x}item"))); print(ET.tostring(ET.fromstring("<a xmlns='urn:d'><b/></a>"), default_namespace="urn:d"), ET.QName("u", "t"), ET.QName("u", "t") == "{u}t", ET.fromstring("<a xmlns='urn:d'><b/></a>")[0].tag)


class Target:
    def start(self, tag, attrib): print("start", tag, attrib)
    def end(self, tag): print("end", tag)
    def data(self, data): print("data", data)
    def close(self): return "closed"


parser = ET.XMLParser(target=Target()); parser.feed("<a k='v'>text</a>"); print(parser.close())
html = ET.fromstring("<p>a<br/>b<script>1 &lt; 2</script></p>"); print(ET.tostring(html, method="html")); print(ET.XMLID("<a><b id='q'/></a>")[1].keys())
print(escape("<a & b>", {"a": "X"}), unescape("&lt;&amp;&gt;"), quoteattr("a\"b"), quoteattr("a'b\"c\n"))
b = ET.TreeBuilder(); b.start("r", {}); b.data("x"); b.start("s", {"k": "v"}); b.end("s"); b.data("y"); b.end("r"); print(ET.tostring(b.close()))
