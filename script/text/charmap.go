package text

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// charMap is an encoding of 256 characters.
type charMap struct {
	name  string
	table *charmap.Charmap
	// windows has no characters where the table has control characters, which
	// browsers want there.
	windows bool
}

// iso tells that the encoding has the control characters.
func (m *charMap) iso() bool { return strings.HasPrefix(m.name, "iso") }

func (m *charMap) decode(b byte) (rune, bool) {
	if m.iso() && b >= 0x80 && b < 0xA0 {
		return rune(b), true
	}
	if r, ok := differs[m.name][b]; ok {
		return r, r != utf8.RuneError
	}
	r := m.table.DecodeByte(b)
	return r, r != utf8.RuneError && !(m.windows && r >= 0x80 && r < 0xA0)
}

func (m *charMap) encode(r rune) (byte, bool) {
	if r >= 0x80 && r < 0xA0 && (m.windows || m.iso()) {
		return byte(r), m.iso()
	}
	for b, own := range differs[m.name] {
		if r == own && own != utf8.RuneError {
			return b, true
		}
	}
	b, ok := m.table.EncodeRune(r)
	_, other := differs[m.name][b]
	return b, ok && !other
}

// differs has the bytes that CPython's encodings have for something else.
var differs = map[string]map[byte]rune{"koi8-u": {0xAE: 0x255D, 0xBE: 0x256C}, "cp1255": {0xCA: utf8.RuneError}}

var charmaps = sync.OnceValue(func() map[string]*charMap {
	out := map[string]*charMap{}
	add := func(name string, table *charmap.Charmap, windows bool) { out[name] = &charMap{name, table, windows} }
	for name, table := range map[string]*charmap.Charmap{
		"cp037": charmap.CodePage037, "cp437": charmap.CodePage437, "cp850": charmap.CodePage850, "cp852": charmap.CodePage852,
		"cp855": charmap.CodePage855, "cp858": charmap.CodePage858, "cp860": charmap.CodePage860, "cp862": charmap.CodePage862,
		"cp863": charmap.CodePage863, "cp865": charmap.CodePage865, "cp866": charmap.CodePage866, "cp1140": charmap.CodePage1140,
		"iso8859-2": charmap.ISO8859_2, "iso8859-3": charmap.ISO8859_3, "iso8859-4": charmap.ISO8859_4, "iso8859-5": charmap.ISO8859_5,
		"iso8859-6": charmap.ISO8859_6, "iso8859-7": charmap.ISO8859_7, "iso8859-8": charmap.ISO8859_8, "iso8859-9": charmap.ISO8859_9,
		"iso8859-10": charmap.ISO8859_10, "iso8859-13": charmap.ISO8859_13, "iso8859-14": charmap.ISO8859_14,
		"iso8859-15": charmap.ISO8859_15, "iso8859-16": charmap.ISO8859_16, "koi8-r": charmap.KOI8R, "koi8-u": charmap.KOI8U,
		"mac-roman": charmap.Macintosh,
	} {
		add(name, table, false)
	}
	for name, table := range map[string]*charmap.Charmap{
		"cp874": charmap.Windows874, "cp1250": charmap.Windows1250, "cp1251": charmap.Windows1251, "cp1252": charmap.Windows1252,
		"cp1253": charmap.Windows1253, "cp1254": charmap.Windows1254, "cp1255": charmap.Windows1255, "cp1256": charmap.Windows1256,
		"cp1257": charmap.Windows1257, "cp1258": charmap.Windows1258,
	} {
		add(name, table, true)
	}
	return out
})

// charmapNamed finds an encoding by a name in small letters without signs.
func charmapNamed(key string) *charMap {
	switch key {
	case "latin2", "l2":
		key = "iso88592"
	case "latin3", "l3":
		key = "iso88593"
	case "latin4", "l4":
		key = "iso88594"
	case "latin5", "l5":
		key = "iso88599"
	case "latin6", "l6":
		key = "iso885910"
	case "latin7", "l7":
		key = "iso885913"
	case "latin8", "l8":
		key = "iso885914"
	case "latin9", "l9":
		key = "iso885915"
	case "latin10", "l10":
		key = "iso885916"
	case "cyrillic":
		key = "iso88595"
	case "arabic":
		key = "iso88596"
	case "greek", "greek8":
		key = "iso88597"
	case "hebrew":
		key = "iso88598"
	case "macintosh", "macroman":
		key = "macroman"
	}
	for _, prefix := range []string{"windows", "ibm", ""} {
		if number, ok := strings.CutPrefix(key, prefix); ok && number != "" && strings.Trim(number, "0123456789") == "" {
			key = "cp" + number
			break
		}
	}
	for name, m := range charmaps() {
		if strings.ReplaceAll(name, "-", "") == key {
			return m
		}
	}
	return nil
}

func (d *decoder) charmap(m *charMap) (string, error) {
	for i := 0; i < len(d.src); {
		if r, ok := m.decode(d.src[i]); ok {
			d.out = utf8.AppendRune(d.out, r)
			i++
			continue
		}
		next, err := d.fail(i, i+1, "character maps to <undefined>")
		if err != nil {
			return "", err
		}
		i = next
	}
	return string(d.out), nil
}
