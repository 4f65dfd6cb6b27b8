package text

import (
	"unicode"
	"unicode/utf8"
)

// isNewer reports code points that Unicode 15.1, which Python 3.13 knows, has
// and the tables of Go's unicode package (15.0) may not have: one more block
// of Han ideographs and a few description characters.
func isNewer(r rune) bool {
	return isNewerHan(r) || 0x2FFC <= r && r <= 0x2FFF || r == 0x31EF
}

func isNewerHan(r rune) bool { return 0x2EBF0 <= r && r <= 0x2EE5D }

// spaces has a bit for each character up to the blank that is white space.
const spaces uint64 = 1<<' ' | 1<<'\t' | 1<<'\n' | 1<<'\v' | 1<<'\f' | 1<<'\r' | 0xF<<0x1C

// IsSpaceRune reports whether str.isspace, str.split and str.strip take r for
// white space. That is wider than Go's unicode.IsSpace: the four ASCII
// separators U+001C to U+001F count.
func IsSpaceRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' && spaces>>r&1 != 0
	}
	return unicode.IsSpace(r)
}

// IsSpaceByte is the rule of bytes.isspace, which knows no separators.
func IsSpaceByte(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// DecimalValue returns the value of a decimal digit of any script, or -1.
func DecimalValue(r rune) int {
	if r < utf8.RuneSelf {
		if '0' <= r && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	if !unicode.Is(unicode.Nd, r) {
		return -1
	}
	// Decimal digits come in runs of ten that start at their zero. Runs may
	// touch each other, so the distance to the start of the run counts.
	if 0x1D7CE <= r && r <= 0x1D7FF { // five runs that follow each other and start at no multiple
		return int(r-0x1D7CE) % 10
	}
	n := 0
	for n < 10 && unicode.Is(unicode.Nd, r-rune(n)-1) {
		n++
	}
	return n % 10
}
