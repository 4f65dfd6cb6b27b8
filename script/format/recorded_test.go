package format_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"maps"
	"math/big"
	"os"
	"slices"
	"strconv"
	"testing"

	"asyncio/script/format"
	"asyncio/script/number"
	"asyncio/script/text"
)

// boolean, bytes and the Go types string, number.Int, float64, []any and
// map[string]any are the values of the recorded cases.
type (
	boolean bool
	bytes   string
)

func decode(t *testing.T, raw any) any {
	m, ok := raw.(map[string]any)
	if !ok {
		return raw
	}
	for k, v := range m {
		switch k {
		case "t":
			return boolean(v.(float64) != 0)
		case "i":
			b, ok := new(big.Int).SetString(v.(string), 0)
			if !ok {
				t.Fatalf("bad int %v", v)
			}
			return number.FromBig(b)
		case "f":
			f, err := number.FloatFromHex(v.(string))
			if err != nil {
				t.Fatal(err)
			}
			return f
		case "b":
			return bytes(latin1(v.(string)))
		case "l":
			out := []any{}
			for _, x := range v.([]any) {
				out = append(out, decode(t, x))
			}
			return out
		case "d":
			out := map[string]any{}
			for k, x := range v.(map[string]any) {
				out[k] = decode(t, x)
			}
			return out
		}
	}
	return nil
}

func latin1(s string) string {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r))
	}
	return string(b)
}

func typeName(v any) string {
	switch v.(type) {
	case boolean:
		return "bool"
	case number.Int:
		return "int"
	case float64:
		return "float"
	case bytes:
		return "bytes"
	case []any:
		return "list"
	case map[string]any:
		return "dict"
	}
	return "str"
}

func asInt(v any) (number.Int, bool) {
	switch v := v.(type) {
	case boolean:
		if v {
			return number.FromInt64(1), true
		}
		return number.Int{}, true
	case number.Int:
		return v, true
	}
	return number.Int{}, false
}

func repr(v any) string {
	switch v := v.(type) {
	case boolean:
		if v {
			return "True"
		}
		return "False"
	case number.Int:
		s, _ := number.IntRepr(v, 0)
		return s
	case float64:
		return number.FloatRepr(v)
	case bytes:
		return text.BytesRepr(string(v))
	case []any:
		out := "["
		for i, x := range v {
			if i > 0 {
				out += ", "
			}
			out += repr(x)
		}
		return out + "]"
	case map[string]any:
		out := "{"
		for _, k := range slices.Sorted(maps.Keys(v)) {
			if out != "{" {
				out += ", "
			}
			if _, ok := v[k].(bytes); ok {
				out += text.BytesRepr(k)
			} else {
				out += text.Repr(k)
			}
			out += ": " + repr(v[k])
		}
		return out + "}"
	}
	return text.Repr(v.(string))
}

func str(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	return repr(v)
}

func formatValue(v any, spec string) (string, error) {
	if spec == "" {
		return str(v), nil
	}
	switch v := v.(type) {
	case string:
		return format.Str(v, spec, "str")
	case float64:
		return format.Float(v, spec, "float")
	}
	if x, ok := asInt(v); ok {
		return format.Int(x, spec, typeName(v), number.DefaultMaxDigits)
	}
	return "", text.TypeError("unsupported format string passed to " + typeName(v) + ".__format__")
}

type percentOps struct {
	keys  map[string]any
	bytes bool
}

func (o percentOps) Lookup(key string) (any, error) {
	if v, ok := o.keys[key]; ok {
		return v, nil
	}
	if o.keys == nil {
		return nil, text.TypeError("list indices must be integers or slices, not str")
	}
	if o.bytes {
		return nil, &text.Error{Class: "KeyError", Text: text.BytesRepr(key)}
	}
	return nil, &text.Error{Class: "KeyError", Text: text.Repr(key)}
}

func (o percentOps) Room(int) error { return nil }

func (o percentOps) Width(v any) (number.Int, bool) { return asInt(v) }

func (o percentOps) Convert(v any, code byte) (string, error) {
	switch {
	case o.bytes && (code == 's' || code == 'b'):
		if p, ok := v.(bytes); ok {
			return string(p), nil
		}
		return "", text.TypeError("%b requires a bytes-like object, or an object that implements __bytes__, not '" + typeName(v) + "'")
	case code == 's':
		return str(v), nil
	case code == 'a' || o.bytes:
		if s, ok := v.(string); ok {
			return text.ASCII(s), nil
		}
	}
	return repr(v), nil
}

func (o percentOps) Integer(v any, code byte) (number.Int, error) {
	if x, ok := asInt(v); ok {
		return x, nil
	}
	if f, ok := v.(float64); ok && (code == 'd' || code == 'i' || code == 'u') {
		return number.Truncate(f)
	}
	return number.Int{}, format.IntegerRequired(code, typeName(v))
}

func (o percentOps) Float(v any) (float64, error) {
	if x, ok := asInt(v); ok {
		return x.Float()
	}
	if f, ok := v.(float64); ok {
		return f, nil
	}
	if o.bytes {
		return 0, text.TypeError("float argument required, not " + typeName(v))
	}
	return 0, text.TypeError("must be real number, not " + typeName(v))
}

func (o percentOps) Char(v any) (string, error) {
	if o.bytes {
		if p, ok := v.(bytes); ok && len(p) == 1 {
			return string(p), nil
		}
		if x, ok := asInt(v); ok {
			if n, ok := x.Int64(); !ok || n < 0 || n > 255 {
				return "", text.OverflowError("%c arg not in range(256)")
			}
			return string([]byte{byte(x.Clamp())}), nil
		}
		return "", text.TypeError("%c requires an integer in range(256) or a single byte")
	}
	if x, ok := asInt(v); ok {
		if n, ok := x.Int64(); !ok || n < 0 || n > text.MaxRune {
			return "", format.CharOutOfRange()
		}
		return text.RuneString(rune(x.Clamp())), nil
	}
	if s, ok := v.(string); ok && text.RuneCount(s) == 1 {
		return s, nil
	}
	return "", format.CharRequired()
}

type templateOps struct {
	args []any
	kw   map[string]any
}

func (o templateOps) Positional(i int) (any, error) {
	if i >= len(o.args) {
		return nil, format.IndexOutOfRange(i)
	}
	return o.args[i], nil
}

func (o templateOps) Keyword(name string) (any, error) {
	if v, ok := o.kw[name]; ok {
		return v, nil
	}
	return nil, &text.Error{Class: "KeyError", Text: text.Repr(name)}
}

func (o templateOps) Attr(v any, name string) (any, error) {
	return nil, &text.Error{Class: "AttributeError", Text: "'" + typeName(v) + "' object has no attribute '" + name + "'"}
}

func (o templateOps) Index(v any, i int) (any, error) {
	switch v := v.(type) {
	case []any:
		if i < len(v) {
			return v[i], nil
		}
		return nil, &text.Error{Class: "IndexError", Text: "list index out of range"}
	case string:
		if rs := text.Runes(v); i < len(rs) {
			return string(rs[i]), nil
		}
		return nil, &text.Error{Class: "IndexError", Text: "string index out of range"}
	}
	return nil, &text.Error{Class: "KeyError", Text: strconv.Itoa(i)}
}

func (o templateOps) Key(v any, key string) (any, error) {
	switch v := v.(type) {
	case map[string]any:
		if x, ok := v[key]; ok {
			return x, nil
		}
		return nil, &text.Error{Class: "KeyError", Text: text.Repr(key)}
	case string:
		return nil, text.TypeError("string indices must be integers, not 'str'")
	}
	return nil, text.TypeError("list indices must be integers or slices, not str")
}

func (o templateOps) Convert(v any, code byte) (any, error) {
	switch code {
	case 'r':
		return repr(v), nil
	case 'a':
		if s, ok := v.(string); ok {
			return text.ASCII(s), nil
		}
		return repr(v), nil
	}
	return str(v), nil
}

func (o templateOps) Format(v any, spec string) (string, error) { return formatValue(v, spec) }

func TestRecorded(t *testing.T) {
	file, err := os.Open("testdata/cases.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	count, failed := map[string]int{}, map[string]int{}
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c struct {
			Kind, Error  string
			Layout, Want any
			Values       []any
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		layout := decode(t, c.Layout)
		values := make([]any, len(c.Values))
		for i := range values {
			values[i] = decode(t, c.Values[i])
		}
		count[c.Kind]++
		var got string
		var err error
		switch c.Kind {
		case "spec":
			got, err = formatValue(values[0], layout.(string))
		case "percent", "percentb":
			ops := percentOps{bytes: c.Kind == "percentb"}
			mapping := false
			if len(values) == 1 {
				ops.keys, mapping = values[0].(map[string]any)
				if _, ok := values[0].([]any); ok {
					mapping = true
				}
			}
			if ops.bytes {
				got, err = format.PercentBytes(string(layout.(bytes)), values, mapping, number.DefaultMaxDigits, ops)
			} else {
				got, err = format.Percent(layout.(string), values, mapping, number.DefaultMaxDigits, ops)
			}
		case "template":
			kw := map[string]any{}
			for k, v := range c.Values[1].(map[string]any)["d"].(map[string]any) {
				kw[k] = decode(t, v)
			}
			got, err = format.Template(layout.(string), templateOps{values[0].([]any), kw})
		}
		var e *text.Error
		gotError := ""
		if errors.As(err, &e) {
			gotError = e.Class + ": " + e.Text
		}
		want := ""
		switch w := decode(t, c.Want).(type) {
		case string:
			want = w
		case bytes:
			want = string(w)
		}
		if gotError != c.Error || err == nil && got != want {
			if failed[c.Kind]++; failed[c.Kind] <= 12 {
				t.Errorf("%s %q of %v\n  got  %q %s\n  want %q %s", c.Kind, layout, c.Values, got, gotError, want, c.Error)
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"spec", "percent", "percentb", "template"} {
		if count[kind] < 200 {
			t.Errorf("only %d cases of %s", count[kind], kind)
		}
	}
	t.Log(count, failed)
}

// Plain declines, so that the long way is what the recorded cases test.
func (o percentOps) Plain(b []byte, v any, code byte) ([]byte, bool) { return b, false }
