package syntax

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/runenames"
)

// runesByName inverts the table of character names when a name is first asked
// for; most programs never do.
var runesByName = sync.OnceValue(func() map[string]rune {
	m := make(map[string]rune, 40000)
	for r := rune(0); r <= unicode.MaxRune; r++ {
		switch {
		case r >= 0x3400 && r < 0xA000, r >= 0xAC00 && r < 0xF900,
			r >= 0x17000 && r < 0x18B00, r >= 0x20000 && r < 0xE0000, r >= 0xF0000:
			// Named by rule, or not at all.
			if r != 0x4DC0 && !(r >= 0x4DC0 && r < 0x4E00) && !(r >= 0x18800 && r < 0x18B00) {
				continue
			}
		}
		if n := runenames.Name(r); n != "" && n[0] != '<' {
			m[n] = r
		}
	}
	for line := range strings.SplitSeq(nameAliases, "\n") {
		code, names, _ := strings.Cut(line, " ")
		v, _ := strconv.ParseUint(code, 16, 32)
		for n := range strings.SplitSeq(names, ",") {
			m[n] = rune(v)
		}
	}
	for i := range rune(256) {
		r := 0xFE00 + i
		if i >= 16 {
			r = 0xE0100 + i - 16
		}
		m[fmt.Sprintf("VS%d", i+1)] = r
	}
	return m
})

// RuneNamed finds a character by its Unicode name or a formal alias, in any
// case of letters: what \N{...} and unicodedata.lookup take.
func RuneNamed(s string) (rune, bool) {
	s = strings.ToUpper(s)
	for _, prefix := range [...]string{"CJK UNIFIED IDEOGRAPH-", "CJK COMPATIBILITY IDEOGRAPH-", "NUSHU CHARACTER-", "KHITAN SMALL SCRIPT CHARACTER-"} {
		if code, ok := strings.CutPrefix(s, prefix); ok {
			v, err := strconv.ParseUint(code, 16, 32)
			if err != nil || len(code) < 4 || len(code) > 5 {
				return 0, false
			}
			return rune(v), codeNamed(prefix, rune(v))
		}
	}
	if syllable, ok := strings.CutPrefix(s, "HANGUL SYLLABLE "); ok {
		return hangul(syllable)
	}
	r, ok := runesByName()[s]
	return r, ok
}

// codeNamed reports whether a character's name is the prefix and its code.
func codeNamed(prefix string, r rune) bool {
	switch prefix[0] {
	case 'N':
		return r >= 0x1B170 && r <= 0x1B2FB
	case 'K':
		return r >= 0x18B00 && r <= 0x18CD5
	}
	if strings.HasPrefix(prefix, "CJK C") {
		return unicode.Is(unicode.Han, r) && (r >= 0xF900 && r <= 0xFAFF || r >= 0x2F800 && r <= 0x2FA1F)
	}
	return unicode.Is(unicode.Unified_Ideograph, r) && !(r >= 0xFA0E && r <= 0xFA29)
}

// hangul finds a syllable by the short names of its letters.
func hangul(s string) (rune, bool) {
	var (
		lead  = strings.Split("G GG N D DD R M B BB S SS - J JJ C K T P H", " ")
		vowel = strings.Split("A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I", " ")
		tail  = strings.Split("- G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H", " ")
	)
	letter := func(n string) string { return strings.TrimPrefix(n, "-") }
	for l, a := range lead {
		rest, ok := strings.CutPrefix(s, letter(a))
		if !ok {
			continue
		}
		for v, b := range vowel {
			last, ok := strings.CutPrefix(rest, b)
			if !ok {
				continue
			}
			for t, c := range tail {
				if last == letter(c) {
					return rune(0xAC00 + (l*21+v)*28 + t), true
				}
			}
		}
	}
	return 0, false
}

// nameAliases are the aliases of characters whose own names are missing or are
// rarely used, by code.
const nameAliases = `0 NULL,NUL
1 START OF HEADING,SOH
2 START OF TEXT,STX
3 END OF TEXT,ETX
4 END OF TRANSMISSION,EOT
5 ENQUIRY,ENQ
6 ACKNOWLEDGE,ACK
7 ALERT,BEL
8 BACKSPACE,BS
9 CHARACTER TABULATION,HORIZONTAL TABULATION,HT,TAB
A LINE FEED,NEW LINE,END OF LINE,LF,NL,EOL
B LINE TABULATION,VERTICAL TABULATION,VT
C FORM FEED,FF
D CARRIAGE RETURN,CR
E SHIFT OUT,LOCKING-SHIFT ONE,SO
F SHIFT IN,LOCKING-SHIFT ZERO,SI
10 DATA LINK ESCAPE,DLE
11 DEVICE CONTROL ONE,DC1
12 DEVICE CONTROL TWO,DC2
13 DEVICE CONTROL THREE,DC3
14 DEVICE CONTROL FOUR,DC4
15 NEGATIVE ACKNOWLEDGE,NAK
16 SYNCHRONOUS IDLE,SYN
17 END OF TRANSMISSION BLOCK,ETB
18 CANCEL,CAN
19 END OF MEDIUM,EOM,EM
1A SUBSTITUTE,SUB
1B ESCAPE,ESC
1C INFORMATION SEPARATOR FOUR,FILE SEPARATOR,FS
1D INFORMATION SEPARATOR THREE,GROUP SEPARATOR,GS
1E INFORMATION SEPARATOR TWO,RECORD SEPARATOR,RS
1F INFORMATION SEPARATOR ONE,UNIT SEPARATOR,US
20 SP
7F DELETE,DEL
80 PADDING CHARACTER,PAD
81 HIGH OCTET PRESET,HOP
82 BREAK PERMITTED HERE,BPH
83 NO BREAK HERE,NBH
84 INDEX,IND
85 NEXT LINE,NEL
86 START OF SELECTED AREA,SSA
87 END OF SELECTED AREA,ESA
88 CHARACTER TABULATION SET,HORIZONTAL TABULATION SET,HTS
89 CHARACTER TABULATION WITH JUSTIFICATION,HORIZONTAL TABULATION WITH JUSTIFICATION,HTJ
8A LINE TABULATION SET,VERTICAL TABULATION SET,VTS
8B PARTIAL LINE FORWARD,PARTIAL LINE DOWN,PLD
8C PARTIAL LINE BACKWARD,PARTIAL LINE UP,PLU
8D REVERSE LINE FEED,REVERSE INDEX,RI
8E SINGLE SHIFT TWO,SINGLE-SHIFT-2,SS2
8F SINGLE SHIFT THREE,SINGLE-SHIFT-3,SS3
90 DEVICE CONTROL STRING,DCS
91 PRIVATE USE ONE,PRIVATE USE-1,PU1
92 PRIVATE USE TWO,PRIVATE USE-2,PU2
93 SET TRANSMIT STATE,STS
94 CANCEL CHARACTER,CCH
95 MESSAGE WAITING,MW
96 START OF GUARDED AREA,START OF PROTECTED AREA,SPA
97 END OF GUARDED AREA,END OF PROTECTED AREA,EPA
98 START OF STRING,SOS
99 SINGLE GRAPHIC CHARACTER INTRODUCER,SGC
9A SINGLE CHARACTER INTRODUCER,SCI
9B CONTROL SEQUENCE INTRODUCER,CSI
9C STRING TERMINATOR,ST
9D OPERATING SYSTEM COMMAND,OSC
9E PRIVACY MESSAGE,PM
9F APPLICATION PROGRAM COMMAND,APC
A0 NBSP
AD SHY
34F CGJ
61C ALM
200B ZWSP
200C ZWNJ
200D ZWJ
200E LRM
200F RLM
202A LRE
202B RLE
202C PDF
202D LRO
202E RLO
202F NNBSP
205F MMSP
2060 WJ
2066 LRI
2067 RLI
2068 FSI
2069 PDI
FEFF BYTE ORDER MARK,BOM,ZWNBSP`
