package text

import (
	"fmt"
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// EncodeError is a UnicodeEncodeError: the code points Start to End of Object
// have no place in the encoding.
type EncodeError struct {
	Encoding   string
	Object     string
	Start, End int
	Reason     string
}

// Error returns Python's text.
func (e *EncodeError) Error() string {
	if e.End == e.Start+1 {
		s := NewStr(e.Object)
		if e.Start < s.Len() {
			r, _ := DecodeRune(s.At(e.Start))
			return fmt.Sprintf("'%s' codec can't encode character '%s' in position %d: %s",
				e.Encoding, appendRuneEscape(nil, r), e.Start, e.Reason)
		}
	}
	return fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s", e.Encoding, e.Start, e.End-1, e.Reason)
}

// DecodeError is a UnicodeDecodeError: the bytes Start to End of Object are
// wrong.
type DecodeError struct {
	Encoding   string
	Object     string
	Start, End int
	Reason     string
}

// Error returns Python's text.
func (e *DecodeError) Error() string {
	if e.End == e.Start+1 && e.Start < len(e.Object) {
		return fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s",
			e.Encoding, e.Object[e.Start], e.Start, e.Reason)
	}
	return fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", e.Encoding, e.Start, e.End-1, e.Reason)
}

// CodecName returns the usual name of an encoding: "utf-8", "ascii",
// "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
// "utf-32-be", "utf-8-sig", "unicode-escape", "raw-unicode-escape", or that of an
// encoding of 256 characters. Others are a LookupError.
func CodecName(name string) (string, error) {
	switch name { // what nearly every call says, with no more ado
	case "utf-8", "ascii", "latin-1":
		return name, nil
	case "utf8", "UTF-8":
		return "utf-8", nil
	}
	key := strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(name))
	switch key {
	case "utf8", "u8", "utf", "cp65001", "utf8ucs2", "utf8ucs4":
		return "utf-8", nil
	case "utf8sig":
		return "utf-8-sig", nil
	case "ascii", "usascii", "646", "ansix3.41968", "iso646us", "us":
		return "ascii", nil
	case "latin1", "latin", "iso88591", "8859", "cp819", "l1", "iso8859", "88591":
		return "latin-1", nil
	case "utf16", "u16":
		return "utf-16", nil
	case "utf16le", "unicodelittleunmarked":
		return "utf-16-le", nil
	case "utf16be", "unicodebigunmarked":
		return "utf-16-be", nil
	case "utf32", "u32":
		return "utf-32", nil
	case "utf32le":
		return "utf-32-le", nil
	case "utf32be":
		return "utf-32-be", nil
	case "unicodeescape":
		return "unicode-escape", nil
	case "rawunicodeescape":
		return "raw-unicode-escape", nil
	}
	if cm := charmapNamed(key); cm != nil {
		return cm.name, nil
	}
	return "", &Error{Class: "LookupError", Text: "unknown encoding: " + name}
}

// Handler is an error handler of the program's own. It is asked what stands for
// what an EncodeError or DecodeError tells of, text or, for encoding, bytes, and
// where to go on.
type Handler func(failure error) (text string, raw []byte, next int, err error)

func unknownHandler(name string) error {
	return &Error{Class: "LookupError", Text: "unknown error handler name '" + name + "'"}
}
