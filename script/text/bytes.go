package text

import "strings"

// The methods of bytes know ASCII letters only; all other bytes are no letters
// and stay as they are.

func mapBytes(s string, f func(byte) byte) string {
	b := []byte(s)
	for i, c := range b {
		b[i] = f(c)
	}
	return string(b)
}

// BytesUpper is bytes.upper.
func BytesUpper(s string) string { return mapBytes(s, upperByte) }

// BytesLower is bytes.lower.
func BytesLower(s string) string { return mapBytes(s, lowerByte) }

// BytesSwapCase is bytes.swapcase.
func BytesSwapCase(s string) string {
	return mapBytes(s, func(c byte) byte {
		if u := upperByte(c); u != c {
			return u
		}
		return lowerByte(c)
	})
}

// BytesCapitalize is bytes.capitalize.
func BytesCapitalize(s string) string {
	if s == "" {
		return s
	}
	return BytesUpper(s[:1]) + BytesLower(s[1:])
}

// BytesTitle is bytes.title.
func BytesTitle(s string) string {
	b := make([]byte, len(s))
	PutTitle(b, s)
	return string(b)
}

// PutTitle writes BytesTitle of s, which for ASCII is Title too, to b.
func PutTitle(b []byte, s string) {
	inside := false
	for i := range b {
		c := s[i]
		if inside {
			b[i] = lowerByte(c)
		} else {
			b[i] = upperByte(c)
		}
		inside = isByteLetter(c)
	}
}

func isByteUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isByteLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func isByteLetter(c byte) bool { return isByteUpper(c) || isByteLower(c) }
func isByteDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isByteAlnum(c byte) bool  { return isByteLetter(c) || isByteDigit(c) }

func allBytes(s string, is func(byte) bool) bool {
	for i := 0; i < len(s); i++ {
		if !is(s[i]) {
			return false
		}
	}
	return s != ""
}

// BytesIsAlpha is bytes.isalpha.
func BytesIsAlpha(s string) bool { return allBytes(s, isByteLetter) }

// BytesIsDigit is bytes.isdigit.
func BytesIsDigit(s string) bool { return allBytes(s, isByteDigit) }

// BytesIsAlnum is bytes.isalnum.
func BytesIsAlnum(s string) bool {
	return allBytes(s, func(c byte) bool { return isByteLetter(c) || isByteDigit(c) })
}

// BytesIsSpace is bytes.isspace.
func BytesIsSpace(s string) bool { return allBytes(s, IsSpaceByte) }

// BytesIsLower is bytes.islower.
func BytesIsLower(s string) bool {
	return indexByteFunc(s, isByteUpper) < 0 && indexByteFunc(s, isByteLower) >= 0
}

// BytesIsUpper is bytes.isupper.
func BytesIsUpper(s string) bool {
	return indexByteFunc(s, isByteLower) < 0 && indexByteFunc(s, isByteUpper) >= 0
}

// BytesIsTitle is bytes.istitle.
func BytesIsTitle(s string) bool {
	inside, found := false, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case isByteLetter(c) && isByteUpper(c) == inside:
			return false
		case isByteLetter(c):
			inside, found = true, true
		default:
			inside = false
		}
	}
	return found
}

// BytesHex is bytes.hex(sep, perSep); sep is "" for none. A positive number
// counts the groups from the right, a negative one from the left.
func BytesHex(s, sep string, perSep int64) string {
	n, size := int64(len(s)), perSep
	if size < 0 {
		size = -size
	}
	var b strings.Builder
	for i := int64(0); i < n; i++ {
		if sep != "" && size > 0 && i > 0 {
			if perSep > 0 && (n-i)%size == 0 || perSep < 0 && i%size == 0 {
				b.WriteString(sep)
			}
		}
		b.WriteByte(hexDigits[s[i]>>4])
		b.WriteByte(hexDigits[s[i]&0xF])
	}
	return b.String()
}

// BytesFromHex is bytes.fromhex: pairs of digits, white space between pairs.
func BytesFromHex(s string) (string, error) {
	var out []byte
	digit := func(i int) int {
		if i >= len(s) {
			return -1
		}
		return strings.IndexByte(hexDigits, lowerByte(s[i]))
	}
	for i := 0; i < len(s); {
		if IsSpaceByte(s[i]) {
			i++
			continue
		}
		bad := i
		hi, lo := digit(i), digit(i+1)
		if hi >= 0 {
			bad++
		}
		if hi < 0 || lo < 0 {
			return "", ValueError("non-hexadecimal number found in fromhex() arg at position " + itoa(RuneCount(s[:bad])))
		}
		out = append(out, byte(hi<<4|lo))
		i += 2
	}
	return string(out), nil
}
