// Package csvmod is the module _csv: rows of tables as text, read and written.
// Dialects are checked by the module csv; here they are rules.
package csvmod

import (
	"strings"

	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	thread = object.Thread
	value  = object.Value
)

// The ways of quoting.
const (
	quoteMinimal = iota
	quoteAll
	quoteNonNumeric
	quoteNone
	quoteStrings
	quoteNotNull
)

var (
	errorClass  = object.NewExceptionClass("_csv", "Error", object.ExceptionClass)
	readerClass = object.NewNativeClass("_csv", "reader").Final()
	writerClass = object.NewNativeClass("_csv", "writer").Final()
)

func init() {
	readerClass.Later(fillReader)
	writerClass.Later(fillWriter)
}

// Module makes the module _csv. Its _reader(iterator, rules, limit) and
// _writer(write, rules) make the objects; limit is a list with the greatest
// length of a field.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_csv")
	m.Dict.SetStr("Error", object.Obj(errorClass))
	m.DefPlain("_reader", 3, 3, func(t *thread, a []value) (value, error) {
		r := &reader{lines: a[0], dialect: a[1]}
		var ok bool
		if r.limit, ok = a[2].Ref.(*object.List); !ok {
			return value{}, object.TypeError("a list is required")
		}
		var err error
		r.rules, err = rulesOf(t, a[1])
		return object.Obj(r), err
	})
	m.DefPlain("_writer", 2, 2, func(t *thread, a []value) (value, error) {
		rules, err := rulesOf(t, a[1])
		return object.Obj(&writer{write: a[0], dialect: a[1], rules: rules}), err
	})
	return m, nil
}

func csvError(format string, args ...any) error {
	return object.Raise(errorClass, format, args...)
}

// rules are what a dialect says; a character that it has not is "".
type rules struct {
	delimiter, quote, escape, end string
	quoting                       int
	double, skip, strict          bool
	// special are the bytes of characters that may mean something; all others stand
	// for themselves.
	special [256]bool
}

func rulesOf(t *thread, dialect value) (*rules, error) {
	r := &rules{}
	for name, to := range map[string]*string{"delimiter": &r.delimiter, "quotechar": &r.quote, "escapechar": &r.escape, "lineterminator": &r.end} {
		v, err := object.GetAttr(t, dialect, name)
		if err != nil {
			return nil, err
		}
		*to, _ = object.StrOf(v)
	}
	for name, to := range map[string]*bool{"doublequote": &r.double, "skipinitialspace": &r.skip, "strict": &r.strict} {
		v, err := object.GetAttr(t, dialect, name)
		if err == nil {
			*to, err = object.Truth(t, v)
		}
		if err != nil {
			return nil, err
		}
	}
	v, err := object.GetAttr(t, dialect, "quoting")
	if err != nil {
		return nil, err
	}
	r.quoting, err = object.Index(t, v)
	for _, s := range []string{r.delimiter, r.quote, r.escape, r.end, "\r", "\n"} {
		for i := range len(s) {
			r.special[s[i]] = true
		}
	}
	return r, err
}

// plain gives the number of bytes that s begins with that mean nothing but
// themselves.
func (r *rules) plain(s string) int {
	for i := range len(s) {
		if r.special[s[i]] {
			return i
		}
	}
	return len(s)
}

// is reports whether s begins with a character of the rules, which may be none.
func is(s, char string) bool { return char != "" && strings.HasPrefix(s, char) }

// width is the number of bytes of the character that s begins with.
func width(s string) int {
	n := 1
	for n < len(s) && s[n]&0xC0 == 0x80 {
		n++
	}
	return n
}
