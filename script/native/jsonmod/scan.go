package jsonmod

import (
	"strings"

	"asyncio/script/number"
	"asyncio/script/object"
)

// scanner reads values from a text. Places are counted in bytes.
type scanner struct {
	t         *thread
	s         string
	doc       value
	failure   value // JSONDecodeError
	strict    bool
	hook      value
	pairsHook value
	asFloat   value
	asInt     value
	constant  value
	keys      map[string]*object.Str
	depth     int
}

// scan reads the value at character at of doc as decoder does, and gives it with
// the place of its end.
func scan(t *thread, decoder, failure, doc, at value) (value, error) {
	s, ok := object.StrOf(doc)
	if !ok {
		return value{}, object.TypeError("first argument must be a string, not %s", object.ClassOf(doc).Name)
	}
	c := &scanner{t: t, s: s, doc: doc, failure: failure}
	var strict value
	for name, to := range map[string]*value{"object_hook": &c.hook, "object_pairs_hook": &c.pairsHook,
		"parse_float": &c.asFloat, "parse_int": &c.asInt, "parse_constant": &c.constant, "strict": &strict} {
		v, err := object.GetAttr(t, decoder, name)
		if err != nil {
			return value{}, err
		}
		*to = v
	}
	var err error
	if c.strict, err = object.Truth(t, strict); err != nil {
		return value{}, err
	}
	n, err := object.SizeIndex(t, at)
	if err != nil {
		return value{}, err
	}
	from := c.byteAt(n)
	if from == len(s) && c.chars(from) < n {
		e, err := t.Call(failure, object.String("Expecting value"), doc, at)
		if x, ok := e.Ref.(*object.Exception); ok {
			return value{}, x
		}
		return value{}, err
	}
	v, end, err := c.value(from)
	if err != nil {
		return value{}, err
	}
	return object.Pair(v, object.Int(int64(c.chars(end)))), nil
}

// byteAt gives the place of a character.
func (c *scanner) byteAt(chars int) int {
	for i := range len(c.s) {
		if c.s[i]&0xC0 != 0x80 {
			if chars == 0 {
				return i
			}
			chars--
		}
	}
	return len(c.s)
}

// chars gives the number of characters before a place.
func (c *scanner) chars(at int) int {
	n := 0
	for i := range at {
		if c.s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

func (c *scanner) fail(msg string, at int) error {
	e, err := c.t.Call(c.failure, object.String(msg), c.doc, object.Int(int64(c.chars(min(at, len(c.s))))))
	if err != nil {
		return err
	}
	if x, ok := e.Ref.(*object.Exception); ok {
		return x
	}
	return object.ValueError("%s", msg)
}

func (c *scanner) skip(at int) int {
	for at < len(c.s) {
		switch c.s[at] {
		case ' ', '\t', '\n', '\r':
			at++
		default:
			return at
		}
	}
	return at
}

func (c *scanner) at(i int) byte {
	if i < len(c.s) {
		return c.s[i]
	}
	return 0
}

func (c *scanner) value(at int) (value, int, error) {
	switch b := c.at(at); b {
	case '"':
		s, end, err := c.text(at + 1)
		return object.String(s), end, err
	case '{':
		return c.nested(at+1, "decoding a JSON object from a unicode string", c.object)
	case '[':
		return c.nested(at+1, "decoding a JSON array from a unicode string", c.array)
	case 'n':
		if strings.HasPrefix(c.s[at:], "null") {
			return object.None, at + 4, nil
		}
	case 't':
		if strings.HasPrefix(c.s[at:], "true") {
			return object.True, at + 4, nil
		}
	case 'f':
		if strings.HasPrefix(c.s[at:], "false") {
			return object.False, at + 5, nil
		}
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		if v, end, err := c.number(at); end > at || err != nil {
			return v, end, err
		}
	}
	for _, word := range [...]string{"NaN", "Infinity", "-Infinity"} {
		if at < len(c.s) && strings.HasPrefix(c.s[at:], word) {
			v, err := c.t.Call(c.constant, object.String(word))
			return v, at + len(word), err
		}
	}
	return value{}, at, c.fail("Expecting value", at)
}

func (c *scanner) nested(at int, doing string, read func(at int) (value, int, error)) (value, int, error) {
	if c.depth++; c.depth > maxDepth {
		return value{}, at, tooDeep(doing)
	}
	v, end, err := read(at)
	c.depth--
	return v, end, err
}

func (c *scanner) digits(at int) int {
	for at < len(c.s) && '0' <= c.s[at] && c.s[at] <= '9' {
		at++
	}
	return at
}

// number reads a number; its end is at where there is none.
func (c *scanner) number(at int) (value, int, error) {
	start := at
	if c.s[at] == '-' {
		start++
	}
	end := c.digits(start)
	if end == start {
		return value{}, at, nil
	}
	if c.s[start] == '0' {
		end = start + 1
	}
	whole := end
	if c.at(end) == '.' {
		if more := c.digits(end + 1); more > end+1 {
			end = more
		}
	}
	if b := c.at(end); b == 'e' || b == 'E' {
		first := end + 1
		if b := c.at(first); b == '+' || b == '-' {
			first++
		}
		if more := c.digits(first); more > first {
			end = more
		}
	}
	what := c.s[at:end]
	switch {
	case end > whole && c.asFloat.Ref == object.Object(object.FloatClass):
		f, err := number.ParseFloat(what)
		return object.Float(f), end, object.FromError(err)
	case end > whole:
		v, err := c.t.Call(c.asFloat, object.String(what))
		return v, end, err
	case len(what) <= 18 && c.asInt.Ref == object.Object(object.IntClass):
		n := int64(0)
		for _, d := range []byte(c.s[start:end]) {
			n = 10*n + int64(d-'0')
		}
		if start > at {
			n = -n
		}
		return object.Int(n), end, nil
	}
	v, err := c.t.Call(c.asInt, object.String(what))
	return v, end, err
}

func (c *scanner) array(at int) (value, int, error) {
	l := object.NewList(nil)
	at = c.skip(at)
	if c.at(at) == ']' {
		return object.Obj(l), at + 1, nil
	}
	for {
		v, end, err := c.value(at)
		if err != nil {
			return value{}, end, err
		}
		l.Append(v)
		at = c.skip(end)
		switch c.at(at) {
		case ']':
			return object.Obj(l), at + 1, nil
		case ',':
		default:
			return value{}, at, c.fail("Expecting ',' delimiter", at)
		}
		comma := at
		if at = c.skip(at + 1); c.at(at) == ']' && c.t.Profile().JSONTrailingCommas {
			return value{}, at, c.fail("Illegal trailing comma before end of array", comma)
		}
	}
}

const nameExpected = "Expecting property name enclosed in double quotes"

func (c *scanner) object(at int) (value, int, error) {
	var pairs []value
	d := object.NewDict()
	at = c.skip(at)
	if c.at(at) == '}' {
		v, err := c.hooked(d, pairs)
		return v, at + 1, err
	}
	if c.at(at) != '"' {
		return value{}, at, c.fail(nameExpected, at)
	}
	for {
		name, end, err := c.text(at + 1)
		if err != nil {
			return value{}, end, err
		}
		if at = c.skip(end); c.at(at) != ':' {
			return value{}, at, c.fail("Expecting ':' delimiter", at)
		}
		v, end, err := c.value(c.skip(at + 1))
		if err != nil {
			return value{}, end, err
		}
		if key := c.key(name); c.pairsHook.IsNone() {
			d.SetInterned(key, v)
		} else {
			pairs = append(pairs, object.Pair(object.Obj(key), v))
		}
		at = c.skip(end)
		switch c.at(at) {
		case '}':
			v, err := c.hooked(d, pairs)
			return v, at + 1, err
		case ',':
		default:
			return value{}, at, c.fail("Expecting ',' delimiter", at)
		}
		comma := at
		if at = c.skip(at + 1); c.at(at) != '"' {
			if c.at(at) == '}' && c.t.Profile().JSONTrailingCommas {
				return value{}, at, c.fail("Illegal trailing comma before end of object", comma)
			}
			return value{}, at, c.fail(nameExpected, at)
		}
	}
}

// key gives one str for all that are equal.
func (c *scanner) key(name string) *object.Str {
	k := c.keys[name]
	if k == nil {
		if c.keys == nil {
			c.keys = map[string]*object.Str{}
		}
		k = object.String(name).Ref.(*object.Str)
		c.keys[name] = k
	}
	return k
}

func (c *scanner) hooked(d *object.Dict, pairs []value) (value, error) {
	switch {
	case !c.pairsHook.IsNone():
		return c.t.Call(c.pairsHook, object.Obj(object.NewList(pairs)))
	case !c.hook.IsNone():
		return c.t.Call(c.hook, object.Obj(d))
	}
	return object.Obj(d), nil
}
