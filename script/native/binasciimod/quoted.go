package binasciimod

import (
	"bytes"

	"asyncio/script/builtins"
	"asyncio/script/object"
)

const hexDigits = "0123456789ABCDEF"

// quotedFunctions adds what reads and writes quoted-printable.
func quotedFunctions(m *object.Module) {
	m.Function("a2b_qp(data, header=False)", func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		p, err := asciiOf(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		header, err := flag(t, a, 1, false)
		return object.BytesValue(unquote(p, header)), err
	})
	m.Function("b2a_qp(data, quotetabs=False, istext=True, header=False)", func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		p, err := builtins.BytesLike(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		q := quoter{}
		for i, to := range []*bool{&q.tabs, &q.text, &q.header} {
			if *to, err = flag(t, a, 1+i, i == 1); err != nil {
				return object.Value{}, err
			}
		}
		return object.BytesValue(q.quote(p)), nil
	})
}

func flag(t *object.Thread, a []object.Value, n int, otherwise bool) (bool, error) {
	if n >= len(a) || !a[n].Valid() {
		return otherwise, nil
	}
	return object.Truth(t, a[n])
}

func hexOf(c byte) int {
	if c >= 'a' && c <= 'f' {
		c -= 'a' - 'A'
	}
	return bytes.IndexByte([]byte(hexDigits), c)
}

// unquote reads quoted-printable; a sign that stands for nothing is left.
func unquote(p []byte, header bool) []byte {
	var out []byte
	for i := 0; i < len(p); i++ {
		c := p[i]
		switch {
		case c == '_' && header:
			out = append(out, ' ')
		case c != '=' || i+1 == len(p):
			if c != '=' {
				out = append(out, c)
			}
		case p[i+1] == '\n' || p[i+1] == '\r':
			// The line goes on.
			end := bytes.IndexByte(p[i+1:], '\n')
			if end < 0 {
				return out
			}
			i += 1 + end
		case p[i+1] == '=':
			out = append(out, '=')
			i++
		case i+2 < len(p) && hexOf(p[i+1]) >= 0 && hexOf(p[i+2]) >= 0:
			out = append(out, byte(hexOf(p[i+1])<<4|hexOf(p[i+2])))
			i += 2
		default:
			out = append(out, '=')
		}
	}
	return out
}

// quoter writes quoted-printable.
type quoter struct{ tabs, text, header bool }

// quotes reports whether the byte at i is to be written as digits.
func (q quoter) quotes(p []byte, i, width int) bool {
	c := p[i]
	last := i+1 == len(p) || q.text && p[i+1] == '\n'
	switch {
	case c > '~' || c == '=' || q.header && c == '_':
		return true
	case c == '.' && width == 0:
		return i+1 == len(p) || p[i+1] == '\n' || p[i+1] == '\r' || p[i+1] == 0
	case c == '\r' || c == '\n':
		return !q.text
	case c == ' ' || c == '\t':
		return q.tabs && !(c == ' ' && q.header) || last && !(c == ' ' && q.header)
	}
	return c < ' '
}

func (q quoter) quote(p []byte) []byte {
	var out []byte
	end := []byte("\n")
	if at := bytes.IndexByte(p, '\n'); at > 0 && p[at-1] == '\r' {
		end = []byte("\r\n")
	}
	width := 0
	put := func(piece ...byte) {
		out = append(out, piece...)
		width += len(piece)
	}
	for i := 0; i < len(p); i++ {
		c := p[i]
		if q.text && (c == '\n' || c == '\r' && i+1 < len(p) && p[i+1] == '\n') {
			if c == '\r' {
				i++
			}
			out, width = append(out, end...), 0
			continue
		}
		need := 1
		quoted := q.quotes(p, i, width)
		if quoted && (q.tabs || c != ' ' && c != '\t') {
			need = 3
		}
		lastOfLine := i+1 == len(p) || p[i+1] == '\n'
		if !lastOfLine && width+need >= 76 || width+need > 76 {
			out, width = append(append(out, '='), end...), 0
			quoted = q.quotes(p, i, width)
		}
		switch {
		case quoted:
			put('=', hexDigits[c>>4], hexDigits[c&15])
		case q.header && c == ' ':
			put('_')
		default:
			put(c)
		}
	}
	return out
}
