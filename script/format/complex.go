package format

import (
	"math"
	"strings"

	"asyncio/script/number"
)

// Complex returns format(c, spec) for a spec that is not empty.
func Complex(c complex128, spec string) (string, error) {
	s, err := ParseSpec(spec, "complex", '>', 0)
	if err != nil {
		return "", err
	}
	switch {
	case s.Fill == '0':
		return "", valueError("Zero padding is not allowed in complex format specifier")
	case s.Align == '=':
		return "", valueError("'=' alignment flag is not allowed in complex format specifier")
	}
	parens := false
	part := s
	part.Width = -1
	switch s.Type {
	case 0:
		parens = real(c) != 0 || math.Signbit(real(c))
	case 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return "", unknownCode(s.Type, "complex")
	}
	one := func(f float64, sign byte) (string, error) {
		p := part
		p.Sign = sign
		if p.Type == 0 && p.Precision < 0 {
			text := strings.TrimSuffix(number.FloatRepr(math.Abs(f)), ".0")
			return p.sign(math.Signbit(f) && !math.IsNaN(f)) + text, nil
		}
		if p.Type == 0 {
			p.Type = 'g'
		}
		return p.float(f)
	}
	im, err := one(imag(c), '+')
	if err != nil {
		return "", err
	}
	body := im + "j"
	if s.Type != 0 || parens {
		re, err := one(real(c), s.Sign)
		if err != nil {
			return "", err
		}
		body = re + body
	} else if s.Sign == 0 || s.Sign == '-' {
		body = strings.TrimPrefix(body, "+")
	}
	if parens {
		body = "(" + body + ")"
	}
	return s.pad(body), nil
}
