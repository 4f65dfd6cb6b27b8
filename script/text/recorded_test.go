package text_test

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"asyncio/script/text"
)

func arg(t *testing.T, s string) any {
	t.Helper()
	switch s[0] {
	case 'n':
		return nil
	case 'i':
		n, err := strconv.ParseInt(s[1:], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	p, err := hex.DecodeString(s[1:])
	if err != nil {
		t.Fatal(err)
	}
	return string(p)
}

func bound(v any) text.Bound {
	n, ok := v.(int64)
	return text.Bound{Value: n, Set: ok}
}

func splitter(sep func(s, sep string, max int64) ([]string, error), space func(s string, max int64) []string) method {
	return func(s string, a []any) (any, error) {
		if a[0] == nil {
			return space(s, a[1].(int64)), nil
		}
		return sep(s, a[0].(string), a[1].(int64))
	}
}

func stripper(space func(string) string, chars func(s, chars string) string) method {
	return func(s string, a []any) (any, error) {
		if a[0] == nil {
			return space(s), nil
		}
		return chars(s, a[0].(string)), nil
	}
}

func parts(f func(s, sep string) (a, b, c string, err error)) method {
	return func(s string, a []any) (any, error) {
		x, y, z, err := f(s, a[0].(string))
		return []string{x, y, z}, err
	}
}

func mapper(f func(string) string) method {
	return func(s string, _ []any) (any, error) { return f(s), nil }
}

func asker(f func(string) bool) method {
	return func(s string, _ []any) (any, error) { return f(s), nil }
}

func finder(f func(s text.Str, sub string, a, b text.Bound) int) (str, bytes method) {
	return func(s string, a []any) (any, error) {
			x := text.NewStr(s)
			n := f(x, a[0].(string), bound(a[1]), bound(a[2]))
			if m := f(x.Indexed(), a[0].(string), bound(a[1]), bound(a[2])); m != n {
				return nil, fmt.Errorf("%d with marks, %d without", m, n)
			}
			return n, nil
		}, func(s string, a []any) (any, error) {
			return f(text.BytesStr(s), a[0].(string), bound(a[1]), bound(a[2])), nil
		}
}

func tester(f func(s text.Str, sub string, a, b text.Bound) bool) (str, bytes method) {
	return finder(func(s text.Str, sub string, a, b text.Bound) int {
		if f(s, sub, a, b) {
			return 1
		}
		return 0
	})
}

func justify(side text.Side) (str, bytes method) {
	return func(s string, a []any) (any, error) {
			fill, _ := text.DecodeRune(a[1].(string))
			return text.Justify(s, a[0].(int64), fill, side)
		}, func(s string, a []any) (any, error) {
			return text.BytesJustify(s, a[0].(int64), a[1].(string)[0], side)
		}
}

func sized(f func(string, int64) (string, error)) method {
	return func(s string, a []any) (any, error) { return f(s, a[0].(int64)) }
}

type method func(s string, args []any) (any, error)

func methods() map[string]method {
	m := map[string]method{
		"split":        splitter(text.Split, text.SplitSpace),
		"b.split":      splitter(text.Split, text.BytesSplitSpace),
		"rsplit":       splitter(text.RSplit, text.RSplitSpace),
		"b.rsplit":     splitter(text.RSplit, text.BytesRSplitSpace),
		"partition":    parts(text.Partition),
		"b.partition":  parts(text.Partition),
		"rpartition":   parts(text.RPartition),
		"b.rpartition": parts(text.RPartition),
		"strip":        stripper(text.StripSpace, text.Strip),
		"lstrip":       stripper(text.StripSpaceLeft, text.StripLeft),
		"rstrip":       stripper(text.StripSpaceRight, text.StripRight),
		"b.strip": stripper(func(s string) string { return text.BytesStripSpaceLeft(text.BytesStripSpaceRight(s)) },
			func(s, c string) string { return text.BytesStripLeft(text.BytesStripRight(s, c), c) }),
		"b.lstrip": stripper(text.BytesStripSpaceLeft, text.BytesStripLeft),
		"b.rstrip": stripper(text.BytesStripSpaceRight, text.BytesStripRight),
		"upper":    mapper(text.Upper), "lower": mapper(text.Lower), "title": mapper(text.Title),
		"casefold": mapper(text.Casefold), "capitalize": mapper(text.Capitalize), "swapcase": mapper(text.SwapCase),
		"b.upper": mapper(text.BytesUpper), "b.lower": mapper(text.BytesLower), "b.title": mapper(text.BytesTitle),
		"b.capitalize": mapper(text.BytesCapitalize), "b.swapcase": mapper(text.BytesSwapCase),
		"isalpha": asker(text.IsAlpha), "isalnum": asker(text.IsAlnum), "isdecimal": asker(text.IsDecimal),
		"isdigit": asker(text.IsDigit), "isnumeric": asker(text.IsNumeric), "isspace": asker(text.IsSpace),
		"isprintable": asker(text.IsPrintable), "islower": asker(text.IsLower), "isupper": asker(text.IsUpper),
		"istitle": asker(text.IsTitle), "isidentifier": asker(text.IsIdentifier),
		"b.isalpha": asker(text.BytesIsAlpha), "b.isalnum": asker(text.BytesIsAlnum), "b.isdigit": asker(text.BytesIsDigit),
		"b.isspace": asker(text.BytesIsSpace), "b.islower": asker(text.BytesIsLower), "b.isupper": asker(text.BytesIsUpper),
		"b.istitle": asker(text.BytesIsTitle),
		"zfill":     sized(text.ZFill), "b.zfill": sized(text.BytesZFill),
		"expandtabs": sized(text.ExpandTabs), "b.expandtabs": sized(text.BytesExpandTabs),
		"repr": mapper(text.Repr), "ascii": mapper(text.ASCII), "b.repr": mapper(text.BytesRepr),
		"removeprefix": func(s string, a []any) (any, error) { return strings.TrimPrefix(s, a[0].(string)), nil },
		"removesuffix": func(s string, a []any) (any, error) { return strings.TrimSuffix(s, a[0].(string)), nil },
		"splitlines":   func(s string, a []any) (any, error) { return text.SplitLines(s, a[0].(int64) != 0), nil },
		"b.splitlines": func(s string, a []any) (any, error) { return text.BytesSplitLines(s, a[0].(int64) != 0), nil },
		"replace": func(s string, a []any) (any, error) {
			return text.Replace(s, a[0].(string), a[1].(string), a[2].(int64)), nil
		},
		"b.replace": func(s string, a []any) (any, error) {
			return text.BytesReplace(s, a[0].(string), a[1].(string), a[2].(int64)), nil
		},
		"slice": func(s string, a []any) (any, error) {
			x := text.NewStr(s)
			first, count := text.SliceBounds(x.Len(), bound(a[0]), bound(a[1]), a[2].(int64))
			out := x.Slice(first, count, int(a[2].(int64)))
			if out.Len() != text.RuneCount(out.String()) {
				return nil, errors.New("the length of the slice is wrong")
			}
			return out.String(), nil
		},
		"b.slice": func(s string, a []any) (any, error) {
			first, count := text.SliceBounds(len(s), bound(a[0]), bound(a[1]), a[2].(int64))
			return text.SliceBytes(s, first, count, int(a[2].(int64))), nil
		},
		"b.hex":     func(s string, a []any) (any, error) { return text.BytesHex(s, a[0].(string), a[1].(int64)), nil },
		"b.fromhex": func(s string, _ []any) (any, error) { return text.BytesFromHex(s) },
		"b.translate": func(s string, a []any) (any, error) {
			return text.BytesTranslate(s, []byte(a[0].(string)), a[1].(string))
		},
		"encode": func(s string, a []any) (any, error) { return text.Encode(s, a[0].(string), a[1].(string)) },
		"decode": func(s string, a []any) (any, error) { return text.Decode(s, a[0].(string), a[1].(string)) },
	}
	m["b.removeprefix"], m["b.removesuffix"] = m["removeprefix"], m["removesuffix"]
	m["find"], m["b.find"] = finder(text.Str.Find)
	m["rfind"], m["b.rfind"] = finder(text.Str.RFind)
	m["count"], _ = finder(text.Str.Count)
	m["b.count"] = func(s string, a []any) (any, error) {
		return text.BytesCount(s, a[0].(string), bound(a[1]), bound(a[2])), nil
	}
	m["startswith"], m["b.startswith"] = tester(text.Str.HasPrefix)
	m["endswith"], m["b.endswith"] = tester(text.Str.HasSuffix)
	m["center"], m["b.center"] = justify(text.Center)
	m["ljust"], m["b.ljust"] = justify(text.Left)
	m["rjust"], m["b.rjust"] = justify(text.Right)
	return m
}

func errorText(err error) string {
	var plain *text.Error
	var encode *text.EncodeError
	var decode *text.DecodeError
	class := "Go"
	switch {
	case errors.As(err, &plain):
		class = plain.Class
	case errors.As(err, &encode):
		class = "UnicodeEncodeError"
	case errors.As(err, &decode):
		class = "UnicodeDecodeError"
	}
	return "!" + hex.EncodeToString([]byte(class+": "+err.Error()))
}

// show writes an answer; letter is s or b, the kind of strings in it.
func show(letter byte, v any) string {
	switch v := v.(type) {
	case string:
		return string(letter) + hex.EncodeToString([]byte(v))
	case int:
		return "i" + strconv.Itoa(v)
	case bool:
		if v {
			return "i1"
		}
		return "i0"
	case []string:
		out := make([]string, len(v))
		for i := range v {
			out[i] = show(letter, v[i])
		}
		return "[" + strings.Join(out, " ") + "]"
	}
	return "?"
}

func readable(s string) string {
	if p, err := hex.DecodeString(s[1:]); err == nil && s[0] != 'i' && s[0] != 'n' {
		return fmt.Sprintf("%c%s", s[0], text.ASCII(string(p)))
	}
	return s
}

func lines(t *testing.T) *bufio.Scanner {
	t.Helper()
	file, err := os.Open("testdata/cases.txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	out := bufio.NewScanner(unzipped)
	out.Buffer(nil, 1<<20)
	return out
}

func TestRecorded(t *testing.T) {
	all := methods()
	count, failed := map[string]int{}, map[string]int{}
	in := lines(t)
	for in.Scan() {
		fields := strings.Split(in.Text(), "\t")
		name, want := fields[0], fields[len(fields)-1]
		if name == "runs" || name == "hash" {
			continue
		}
		f, ok := all[name]
		if !ok {
			t.Fatalf("no method %s", name)
		}
		count[name]++
		args := make([]any, 0, len(fields)-3)
		for _, a := range fields[2 : len(fields)-1] {
			args = append(args, arg(t, a))
		}
		letter := byte('s')
		if strings.HasPrefix(name, "b.") && name != "b.hex" && name != "b.repr" || name == "encode" {
			letter = 'b'
		}
		got := ""
		if v, err := f(arg(t, fields[1]).(string), args); err != nil {
			got = errorText(err)
		} else {
			got = show(letter, v)
		}
		if got != want {
			if failed[name]++; failed[name] <= 6 {
				t.Errorf("%s %s %q\n  got  %s\n  want %s", name, readable(fields[1]), args, readable(got), readable(want))
			}
		}
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	for name := range all {
		if count[name] == 0 {
			t.Errorf("no case of %s", name)
		}
	}
}

// TestEveryCodePoint compares the predicates and case mappings for all of
// Unicode.
func TestEveryCodePoint(t *testing.T) {
	all := methods()
	all["namepart"] = asker(func(s string) bool { return text.IsIdentifier("a" + s) })
	seen := 0
	in := lines(t)
	for in.Scan() {
		fields := strings.Split(in.Text(), "\t")
		if fields[0] != "runs" && fields[0] != "hash" {
			continue
		}
		seen++
		f := all[fields[1]]
		if fields[0] == "hash" {
			h := sha256.New()
			for r := rune(0); r <= text.MaxRune; r++ {
				if !text.IsSurrogate(r) {
					v, _ := f(text.RuneString(r), nil)
					h.Write([]byte(v.(string)))
				}
			}
			if got := hex.EncodeToString(h.Sum(nil)); got != fields[2] {
				t.Errorf("%s differs for some code point", fields[1])
			}
			continue
		}
		want := make([]bool, text.MaxRune+1)
		for _, run := range strings.Split(fields[2], ",") {
			a, b, _ := strings.Cut(run, "-")
			from, err1 := strconv.Atoi(a)
			to, err2 := strconv.Atoi(b)
			if err1 != nil || err2 != nil {
				t.Fatal(run)
			}
			for i := from; i <= to; i++ {
				want[i] = true
			}
		}
		bad := 0
		for r := range want {
			v, _ := f(text.RuneString(rune(r)), nil)
			if v.(bool) != want[r] {
				if bad++; bad <= 5 {
					t.Errorf("%s(U+%04X) is %v, want %v", fields[1], r, v, want[r])
				}
			}
		}
	}
	if seen != 18 {
		t.Errorf("%d lines about all code points", seen)
	}
}
