// Package unicodemod is the module unicodedata.
package unicodemod

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"
	"golang.org/x/text/width"

	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/syntax"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module makes the module unicodedata.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("unicodedata")
	m.Dict.SetStr("unidata_version", object.String(unicode.Version))
	one := func(name string, of func(r rune) value) {
		m.DefPlain(name, 1, 1, func(_ *thread, a []value) (value, error) {
			r, err := character(name, "argument", a[0])
			return of(r), err
		})
	}
	one("category", func(r rune) value { return object.String(category(r)) })
	one("bidirectional", func(r rune) value { return object.String(direction(r)) })
	one("combining", func(r rune) value {
		return object.Int(int64(norm.NFD.PropertiesString(string(r)).CCC()))
	})
	one("east_asian_width", func(r rune) value { return object.String(widthOf(r)) })
	m.DefPlain("name", 1, 2, func(_ *thread, a []value) (value, error) {
		r, err := character("name", "argument 1", a[0])
		if err != nil {
			return value{}, err
		}
		if name := nameOf(r); name != "" {
			return object.String(name), nil
		}
		return orDefault(a, "no such name")
	})
	m.DefPlain("lookup", 1, 1, func(_ *thread, a []value) (value, error) {
		s, ok := object.StrOf(a[0])
		if !ok {
			return value{}, object.TypeError("lookup() argument must be str, not %s", object.ClassOf(a[0]).Name)
		}
		r, ok := syntax.RuneNamed(s)
		if !ok {
			return value{}, object.KeyError(object.String("undefined character name '" + s + "'"))
		}
		return object.String(string(r)), nil
	})
	number := func(name, missing string, of func(r rune) rune) {
		m.DefPlain(name, 1, 2, func(_ *thread, a []value) (value, error) {
			r, err := character(name, "argument 1", a[0])
			if err != nil {
				return value{}, err
			}
			if r := of(r); unicode.Is(unicode.Nd, r) {
				return object.Int(int64(digit(r))), nil
			}
			return orDefault(a, missing)
		})
	}
	number("decimal", "not a decimal", func(r rune) rune { return r })
	number("digit", "not a digit", func(r rune) rune {
		if s := []rune(norm.NFKD.String(string(r))); len(s) == 1 {
			return s[0]
		}
		return r
	})
	form := func(name string, of func(f norm.Form, s string) value) {
		m.DefPlain(name, 2, 2, func(_ *thread, a []value) (value, error) {
			which, ok := object.StrOf(a[0])
			if !ok {
				return value{}, object.TypeError("%s() argument 1 must be str, not %s", name, object.ClassOf(a[0]).Name)
			}
			s, ok := object.StrOf(a[1])
			if !ok {
				return value{}, object.TypeError("%s() argument 2 must be str, not %s", name, object.ClassOf(a[1]).Name)
			}
			f, ok := map[string]norm.Form{"NFC": norm.NFC, "NFD": norm.NFD, "NFKC": norm.NFKC, "NFKD": norm.NFKD}[which]
			if !ok {
				return value{}, object.ValueError("invalid normalization form")
			}
			return of(f, s), nil
		})
	}
	tableFunctions(m)
	form("normalize", func(f norm.Form, s string) value { return object.String(f.String(s)) })
	form("is_normalized", func(f norm.Form, s string) value { return object.Bool(f.IsNormalString(s)) })
	return m, nil
}

// character reads an argument of one character.
func character(fn, which string, v value) (rune, error) {
	s, ok := object.StrOf(v)
	if !ok {
		return 0, object.TypeError("%s() %s must be a unicode character, not %s", fn, which, object.ClassOf(v).Name)
	}
	r, n := object.DecodeRune(s)
	if s == "" || n != len(s) {
		return 0, object.TypeError("%s() %s must be a unicode character, not str", fn, which)
	}
	return r, nil
}

// orDefault gives the second argument, or the error of there being none.
func orDefault(a []value, text string) (value, error) {
	if len(a) > 1 {
		return a[1], nil
	}
	return value{}, object.ValueError("%s", text)
}

// nameOf gives a character's name; those that are called after a range have
// theirs by rule.
func nameOf(r rune) string {
	name := runenames.Name(r)
	if !strings.HasPrefix(name, "<") {
		return name
	}
	switch {
	case unicode.Is(unicode.Hangul, r):
		return hangul(r)
	case strings.HasPrefix(name, "<CJK Ideograph"):
		return "CJK UNIFIED IDEOGRAPH-" + hex(r)
	}
	return ""
}

func hex(r rune) string {
	const digits = "0123456789ABCDEF"
	out := ""
	for ; r > 0 || len(out) < 4; r >>= 4 {
		out = digits[r&15:r&15+1] + out
	}
	return out
}

// hangul names a syllable after its letters.
func hangul(r rune) string {
	const first, vowels, lasts = 0xAC00, 21, 28
	i := int(r - first)
	lead := strings.Split("G GG N D DD R M B BB S SS  J JJ C K T P H", " ")
	vowel := strings.Fields("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I")
	last := strings.Split(" G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H", " ")
	return "HANGUL SYLLABLE " + lead[i/(vowels*lasts)] + vowel[i/lasts%vowels] + last[i%lasts]
}

var categories = sync.OnceValue(func() []string {
	var names []string
	for name := range unicode.Categories {
		if len(name) == 2 && name != "LC" && name != "Cn" {
			names = append(names, name)
		}
	}
	return names
})

func category(r rune) string {
	for _, name := range categories() {
		if unicode.Is(unicode.Categories[name], r) {
			return name
		}
	}
	return "Cn"
}

// digit gives the value of a decimal digit; their ranges are of ten, from 0.
func digit(r rune) int {
	for _, x := range unicode.Nd.R16 {
		if r >= rune(x.Lo) && r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10
		}
	}
	for _, x := range unicode.Nd.R32 {
		if r >= rune(x.Lo) && r <= rune(x.Hi) {
			return int(r-rune(x.Lo)) % 10
		}
	}
	return 0
}

func direction(r rune) string {
	if category(r) == "Cn" {
		return ""
	}
	p, _ := bidi.LookupRune(r)
	return [...]string{
		bidi.L: "L", bidi.R: "R", bidi.EN: "EN", bidi.ES: "ES", bidi.ET: "ET", bidi.AN: "AN", bidi.CS: "CS", bidi.B: "B", bidi.S: "S",
		bidi.WS: "WS", bidi.ON: "ON", bidi.BN: "BN", bidi.NSM: "NSM", bidi.AL: "AL", bidi.Control: "BN", bidi.LRO: "LRO", bidi.RLO: "RLO",
		bidi.LRE: "LRE", bidi.RLE: "RLE", bidi.PDF: "PDF", bidi.LRI: "LRI", bidi.RLI: "RLI", bidi.FSI: "FSI", bidi.PDI: "PDI",
	}[p.Class()]
}

func widthOf(r rune) string {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianAmbiguous:
		return "A"
	case width.EastAsianWide:
		return "W"
	case width.EastAsianNarrow:
		return "Na"
	case width.EastAsianFullwidth:
		return "F"
	case width.EastAsianHalfwidth:
		return "H"
	}
	return "N"
}
