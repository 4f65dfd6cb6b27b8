package text

import (
	"strings"
	"unicode/utf8"
)

func errEmptySeparator() error { return ValueError("empty separator") }

// Split is s.split(sep, max) for str and bytes; a negative max is no limit.
func Split(s, sep string, max int64) ([]string, error) {
	if sep == "" {
		return nil, errEmptySeparator()
	}
	if max < 0 || max > int64(len(s)) {
		return strings.Split(s, sep), nil
	}
	return strings.SplitN(s, sep, int(max)+1), nil
}

// RSplit is s.rsplit(sep, max) for str and bytes.
func RSplit(s, sep string, max int64) ([]string, error) {
	if sep == "" {
		return nil, errEmptySeparator()
	}
	var out []string
	for max != 0 {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		out = append(out, s[i+len(sep):])
		s = s[:i]
		max--
	}
	return reversed(append(out, s)), nil
}

func reversed(xs []string) []string {
	for i, j := 0, len(xs)-1; i < j; i, j = i+1, j-1 {
		xs[i], xs[j] = xs[j], xs[i]
	}
	return xs
}

// SplitSpace is str.split(None, max): runs of white space separate.
func SplitSpace(s string, max int64) []string { return splitSpace(s, max, StripSpaceLeft, untilSpace) }

// CountWords gives the number of parts that white space divides ASCII text
// into, -1 if s is none. NextWord gives one after the other.
func CountWords(s string) int {
	if !IsASCII(s) {
		return -1
	}
	n, inside := 0, false
	for i := 0; i < len(s); i++ {
		space := IsSpaceRune(rune(s[i]))
		if !space && !inside {
			n++
		}
		inside = !space
	}
	return n
}

// NextWord gives the first word of ASCII text and what follows.
func NextWord(s string) (word, rest string) {
	from := 0
	for from < len(s) && IsSpaceRune(rune(s[from])) {
		from++
	}
	to := from
	for to < len(s) && !IsSpaceRune(rune(s[to])) {
		to++
	}
	return s[from:to], s[to:]
}

// BytesSplitSpace is bytes.split(None, max).
func BytesSplitSpace(s string, max int64) []string {
	return splitSpace(s, max, BytesStripSpaceLeft, func(s string) int {
		return indexByteFunc(s, IsSpaceByte)
	})
}

func untilSpace(s string) int {
	for i := 0; i < len(s); {
		r, w := DecodeRune(s[i:])
		if IsSpaceRune(r) {
			return i
		}
		i += w
	}
	return -1
}

func indexByteFunc(s string, is func(byte) bool) int {
	for i := 0; i < len(s); i++ {
		if is(s[i]) {
			return i
		}
	}
	return -1
}

func splitSpace(s string, max int64, trim func(string) string, until func(string) int) []string {
	var out []string
	for s = trim(s); s != ""; s = trim(s) {
		if max == 0 {
			// The last part keeps its end as it is.
			return append(out, s)
		}
		max--
		i := until(s)
		if i < 0 {
			return append(out, s)
		}
		out = append(out, s[:i])
		s = s[i:]
	}
	return out
}

// RSplitSpace is str.rsplit(None, max).
func RSplitSpace(s string, max int64) []string {
	return rsplitSpace(s, max, StripSpaceRight, func(s string) int {
		end := len(s)
		for end > 0 {
			r, w := DecodeLastRune(s[:end])
			if IsSpaceRune(r) {
				break
			}
			end -= w
		}
		return end
	})
}

// BytesRSplitSpace is bytes.rsplit(None, max).
func BytesRSplitSpace(s string, max int64) []string {
	return rsplitSpace(s, max, BytesStripSpaceRight, func(s string) int {
		end := len(s)
		for end > 0 && !IsSpaceByte(s[end-1]) {
			end--
		}
		return end
	})
}

func rsplitSpace(s string, max int64, trim func(string) string, wordStart func(string) int) []string {
	var out []string
	for s = trim(s); s != ""; s = trim(s) {
		if max == 0 {
			out = append(out, s)
			break
		}
		max--
		i := wordStart(s)
		out = append(out, s[i:])
		s = s[:i]
	}
	return reversed(out)
}

// IsLineEnd reports whether str.splitlines ends a line at r.
func IsLineEnd(r rune) bool {
	return '\n' <= r && r <= '\r' || 0x1C <= r && r <= 0x1E || r == 0x85 || r == 0x2028 || r == 0x2029
}

// SplitLines is str.splitlines(keepends).
func SplitLines(s string, keepEnds bool) []string {
	if IsASCII(s) {
		return asciiLines(s, keepEnds)
	}
	return splitLines(s, keepEnds, DecodeRune, IsLineEnd)
}

func asciiLines(s string, keepEnds bool) []string {
	var out []string
	for s != "" {
		var line string
		line, s = NextLine(s, keepEnds)
		out = append(out, line)
	}
	return out
}

// NextLine gives the first line of ASCII text and what follows.
func NextLine(s string, keepEnds bool) (line, rest string) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c > 0x1E || !IsLineEnd(rune(c)) {
			continue
		}
		next := i + 1
		if c == '\r' && next < len(s) && s[next] == '\n' {
			next++
		}
		if keepEnds {
			i = next
		}
		return s[:i], s[next:]
	}
	return s, ""
}

// BytesSplitLines is bytes.splitlines(keepends): only \n, \r and \r\n count.
func BytesSplitLines(s string, keepEnds bool) []string {
	first := func(s string) (rune, int) { return rune(s[0]), 1 }
	return splitLines(s, keepEnds, first, func(r rune) bool { return r == '\n' || r == '\r' })
}

func splitLines(s string, keepEnds bool, decode func(string) (rune, int), isEnd func(rune) bool) []string {
	var out []string
	start := 0
	for i := 0; i < len(s); {
		r, w := decode(s[i:])
		if !isEnd(r) {
			i += w
			continue
		}
		end := i
		i += w
		if r == '\r' && i < len(s) && s[i] == '\n' {
			i++
		}
		if keepEnds {
			end = i
		}
		out = append(out, s[start:end])
		start = i
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// Partition is s.partition(sep) for str and bytes.
func Partition(s, sep string) (head, found, tail string, err error) {
	if sep == "" {
		return "", "", "", errEmptySeparator()
	}
	if i := strings.Index(s, sep); i >= 0 {
		return s[:i], sep, s[i+len(sep):], nil
	}
	return s, "", "", nil
}

// RPartition is s.rpartition(sep) for str and bytes.
func RPartition(s, sep string) (head, found, tail string, err error) {
	if sep == "" {
		return "", "", "", errEmptySeparator()
	}
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], sep, s[i+len(sep):], nil
	}
	return "", "", s, nil
}

// Replace is str.replace(from, to, count); a negative count is no limit.
func Replace(s, from, to string, count int64) string {
	if from == "" {
		return interleave(s, to, count, width)
	}
	return strings.Replace(s, from, to, replacements(s, count))
}

func replacements(s string, count int64) int {
	if count < 0 {
		return -1
	}
	return int(min(count, int64(len(s))+1))
}

// interleave puts to before every item of s and behind the last one. Go's own
// Replace would put it between the bytes of a surrogate.
func interleave(s, to string, count int64, width func(string, int) int) string {
	var b strings.Builder
	for i := 0; ; {
		if count != 0 {
			b.WriteString(to)
			count--
		}
		if i == len(s) {
			return b.String()
		}
		w := width(s, i)
		b.WriteString(s[i : i+w])
		i += w
	}
}

// BytesReplace is bytes.replace.
func BytesReplace(s, from, to string, count int64) string {
	if from == "" {
		return interleave(s, to, count, func(string, int) int { return 1 })
	}
	return strings.Replace(s, from, to, replacements(s, count))
}

// StripSpace is str.strip().
func StripSpace(s string) string { return StripSpaceRight(StripSpaceLeft(s)) }

// StripSpaceLeft is str.lstrip().
func StripSpaceLeft(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf {
			return trimLeft(s[i:], IsSpaceRune)
		} else if !IsSpaceRune(rune(c)) {
			return s[i:]
		}
	}
	return ""
}

// StripSpaceRight is str.rstrip().
func StripSpaceRight(s string) string {
	for n := len(s); n > 0; n-- {
		if c := s[n-1]; c >= utf8.RuneSelf {
			return trimRight(s[:n], IsSpaceRune)
		} else if !IsSpaceRune(rune(c)) {
			return s[:n]
		}
	}
	return ""
}

// Strip is str.strip(chars).
func Strip(s, chars string) string { return StripRight(StripLeft(s, chars), chars) }

// StripLeft is str.lstrip(chars).
func StripLeft(s, chars string) string {
	if IsASCII(chars) {
		return BytesStripLeft(s, chars)
	}
	return trimLeft(s, oneOf(chars))
}

// StripRight is str.rstrip(chars).
func StripRight(s, chars string) string {
	if IsASCII(chars) {
		return BytesStripRight(s, chars)
	}
	return trimRight(s, oneOf(chars))
}

func oneOf(chars string) func(rune) bool {
	set := Runes(chars)
	return func(r rune) bool {
		for _, c := range set {
			if c == r {
				return true
			}
		}
		return false
	}
}

func trimLeft(s string, drop func(rune) bool) string {
	for s != "" {
		r, w := DecodeRune(s)
		if !drop(r) {
			break
		}
		s = s[w:]
	}
	return s
}

func trimRight(s string, drop func(rune) bool) string {
	for s != "" {
		r, w := DecodeLastRune(s)
		if !drop(r) {
			break
		}
		s = s[:len(s)-w]
	}
	return s
}

// BytesStripSpaceLeft is bytes.lstrip().
func BytesStripSpaceLeft(s string) string { return BytesStripLeft(s, byteSpaces) }

// BytesStripSpaceRight is bytes.rstrip().
func BytesStripSpaceRight(s string) string { return BytesStripRight(s, byteSpaces) }

const byteSpaces = " \t\n\r\f\v"

// BytesStripLeft is bytes.lstrip(chars).
func BytesStripLeft(s, chars string) string {
	for s != "" && strings.IndexByte(chars, s[0]) >= 0 {
		s = s[1:]
	}
	return s
}

// BytesStripRight is bytes.rstrip(chars).
func BytesStripRight(s, chars string) string {
	for s != "" && strings.IndexByte(chars, s[len(s)-1]) >= 0 {
		s = s[:len(s)-1]
	}
	return s
}
