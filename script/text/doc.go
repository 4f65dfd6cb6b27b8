// Package text holds the string and bytes algorithms of the Python
// interpreter: everything the methods of str and bytes compute, on Go strings
// and byte slices, without the interpreter's value type.
//
// A Python str is a sequence of code points. It is kept here as a Go string in
// UTF-8. Python also allows single surrogates (U+D800 to U+DFFF) in a str;
// they are kept as the three bytes that the UTF-8 scheme gives for their
// number (U+DC80 is "\xed\xb2\x80"). Two surrogates in a row stay two code
// points, as in Python. Such a string is no valid UTF-8 for Go's own
// functions, so code that walks over a Python str uses DecodeRune, Runes or
// Str of this package. Any other byte that is no valid UTF-8 counts as one
// code point U+FFFD, so that no input can break the functions.
package text
