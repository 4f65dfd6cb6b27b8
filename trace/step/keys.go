package step

import (
	"strings"
	"unicode/utf8"
)

// decoder makes keys of what a terminal sends.
type decoder struct{ rest string }

// sequences are what terminals send for keys that are no characters, behind
// the escape character.
func sequences() map[string]string {
	return map[string]string{
		"[A": "up", "[B": "down", "[C": "right", "[D": "left", "OA": "up", "OB": "down", "OC": "right", "OD": "left",
		"[H": "home", "[F": "end", "OH": "home", "OF": "end", "[1~": "home", "[4~": "end", "[7~": "home", "[8~": "end",
		"[5~": "pageup", "[6~": "pagedown", "[Z": "backtab", "OP": "f1", "[11~": "f1",
	}
}

// decode gives the keys in what was sent. A sequence that is not whole waits
// for its rest.
func (d *decoder) decode(b []byte) []string {
	s := d.rest + string(b)
	d.rest = ""
	var keys []string
	for s != "" {
		if s[0] == 0x1b {
			n := sequence(s)
			if n == 0 {
				d.rest = s
				return keys
			}
			if key := sequences()[s[1:n]]; key != "" {
				keys = append(keys, key)
			}
			s = s[n:]
			continue
		}
		if !utf8.FullRuneInString(s) {
			d.rest = s
			return keys
		}
		r, n := utf8.DecodeRuneInString(s)
		s = s[n:]
		switch r {
		case '\r', '\n':
			keys = append(keys, "enter")
		case '\t':
			keys = append(keys, "tab")
		case 3:
			keys = append(keys, "ctrl-c")
		case 4:
			keys = append(keys, "ctrl-d")
		case 8, 127:
			keys = append(keys, "backspace")
		default:
			keys = append(keys, string(r))
		}
	}
	return keys
}

// timeout tells that nothing followed: what looked like the beginning of a
// sequence was the key itself.
func (d *decoder) timeout() []string {
	escape := strings.HasPrefix(d.rest, "\x1b")
	d.rest = ""
	if escape {
		return []string{"escape"}
	}
	return nil
}

// sequence gives the length of the escape sequence at the beginning of s, 0 if
// it is not whole.
func sequence(s string) int {
	if len(s) < 2 {
		return 0
	}
	switch s[1] {
	case 'O':
		if len(s) < 3 {
			return 0
		}
		return 3
	case '[':
		for i := 2; i < len(s); i++ {
			if s[i] >= '@' && s[i] <= '~' {
				return i + 1
			}
		}
		return 0
	}
	return 2
}
