package codec

import (
	"strings"
	"unicode/utf8"
)

// Mark takes the byte order mark at the beginning of a text: how many bytes it
// has, the encoding of what follows, and whether there were enough bytes to
// tell.
func Mark(codec string, src []byte) (n int, then string, enough bool) {
	switch codec {
	case "utf-8-sig":
		const bom = "\xef\xbb\xbf"
		if strings.HasPrefix(string(src), bom) {
			return 3, "utf-8", true
		}
		return 0, "utf-8", len(src) >= 3 || !strings.HasPrefix(bom, string(src))
	case "utf-16", "utf-32":
		size := 2
		if codec == "utf-32" {
			size = 4
		}
		if len(src) < size {
			return 0, codec, false
		}
		switch {
		case size == 2 && src[0] == 0xFF && src[1] == 0xFE, size == 4 && src[0] == 0xFF && src[1] == 0xFE && src[2] == 0 && src[3] == 0:
			return size, codec + "-le", true
		case size == 2 && src[0] == 0xFE && src[1] == 0xFF, size == 4 && src[0] == 0 && src[1] == 0 && src[2] == 0xFE && src[3] == 0xFF:
			return size, codec + "-be", true
		}
		return 0, codec + "-le", true
	}
	return 0, codec, true
}

// Unfinished gives how many bytes at the end of src may be the start of a
// character.
func Unfinished(codec string, src []byte) int {
	switch codec {
	case "utf-8":
		for k := 1; k <= 3 && k <= len(src); k++ {
			c := src[len(src)-k]
			if c < utf8.RuneSelf {
				return 0
			}
			if c >= 0xC0 {
				if !utf8.FullRune(src[len(src)-k:]) {
					return k
				}
				return 0
			}
		}
	case "utf-16-le", "utf-16-be":
		n := len(src) % 2
		if len(src) >= n+2 {
			high := src[len(src)-n-1]
			if codec == "utf-16-be" {
				high = src[len(src)-n-2]
			}
			if high&0xFC == 0xD8 {
				n += 2
			}
		}
		return n
	case "utf-32-le", "utf-32-be":
		return len(src) % 4
	case "unicode-escape", "raw-unicode-escape":
		return unfinishedEscape(src)
	}
	return 0
}

// unfinishedEscape finds an escape that the text ends in.
func unfinishedEscape(src []byte) int {
	i := strings.LastIndexByte(string(src), '\\')
	if i < 0 {
		return 0
	}
	slashes := 1
	for i-slashes >= 0 && src[i-slashes] == '\\' {
		slashes++
	}
	if slashes%2 == 0 {
		return 0
	}
	need := 2
	if i+1 < len(src) {
		need = map[byte]int{'x': 4, 'u': 6, 'U': 10}[src[i+1]]
	}
	if len(src)-i < need {
		return len(src) - i
	}
	return 0
}
