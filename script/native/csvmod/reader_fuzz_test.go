package csvmod

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"asyncio/script/object"
)

// excel has the rules of the dialect of that name.
func excel() *rules {
	r := &rules{delimiter: ",", quote: `"`, end: "\r\n", double: true}
	for _, c := range "\",\r\n" {
		r.special[c] = true
	}
	return r
}

// read gives the last row of a text, and the first error.
func read(text string, rules *rules) (row []string, err error) {
	r := &reader{rules: rules, limit: &object.List{}}
	for line := range strings.SplitAfterSeq(text, "\n") {
		if line == "" {
			continue
		}
		if r.state == startRow {
			r.row = nil
		}
		if err := r.line(nil, line); err != nil {
			return nil, err
		}
	}
	for _, v := range r.row {
		s, _ := object.StrOf(v)
		row = append(row, s)
	}
	return row, nil
}

// What Go's package writes is read here, and no text is too much for the reader.
func FuzzReader(f *testing.F) {
	for _, s := range []string{"a|b", `x"y|"`, "a\r\nb|,", "ä|\x00|\n", `"a"b,c` + "\r", "|"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		escaping := excel()
		escaping.escape, escaping.strict, escaping.special['\\'] = `\`, true, true
		_, _ = read(s, escaping)
		fields := strings.Split(s, "|")
		if !utf8.ValidString(s) || s == "" { // a row of one empty field is written as none
			return
		}
		var text strings.Builder
		w := csv.NewWriter(&text)
		if err := w.Write(fields); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		got, err := read(text.String(), excel())
		if err != nil {
			t.Fatalf("%q: %v", text.String(), err)
		}
		if diff := cmp.Diff(fields, got); diff != "" {
			t.Errorf("%q is read as (-want +got):\n%s", text.String(), diff)
		}
	})
}
