package vm

import (
	"fmt"

	"asyncio/script/object"
)

// formatValue executes Format.
func (m *Machine) formatValue(v object.Value, conv uint8, spec string) (object.Value, error) {
	var s string
	var err error
	switch conv {
	case 's':
		s, err = object.StrText(m.T, v)
	case 'r':
		s, err = object.ReprText(m.T, v)
	case 'a':
		if s, err = object.ReprText(m.T, v); err == nil {
			s = ascii(s)
		}
	default:
		if spec == "" {
			switch v.Ref.(type) {
			case *object.Str:
				if object.ClassOf(v) == object.StrClass {
					return v, nil
				}
			}
		}
		return m.FormatWith(v, spec)
	}
	if err != nil || spec == "" {
		return object.String(s), err
	}
	return m.FormatWith(object.String(s), spec)
}

// FormatWith is format(v, spec).
func (m *Machine) FormatWith(v object.Value, spec string) (object.Value, error) {
	if err := m.T.RoomForSpec(spec); err != nil {
		return object.Value{}, err
	}
	if object.PlainFormat(v) {
		s, err := object.FormatValue(m.T, v, spec)
		if err != nil {
			return object.Value{}, err
		}
		return object.String(s), nil
	}
	r, ok, err := m.T.CallSpecial(v, "__format__", object.String(spec))
	if err != nil || !ok {
		return r, err
	}
	if _, isStr := object.StrOf(r); !isStr {
		return r, object.TypeError("__format__ must return a str, not %s", object.ClassOf(r).Name)
	}
	return r, nil
}

func ascii(s string) string {
	out := make([]byte, 0, len(s))
	for _, c := range object.Runes(s) {
		switch {
		case c < 128:
			out = append(out, byte(c))
		case c < 256:
			out = fmt.Appendf(out, "\\x%02x", c)
		case c < 65536:
			out = fmt.Appendf(out, "\\u%04x", c)
		default:
			out = fmt.Appendf(out, "\\U%08x", c)
		}
	}
	return string(out)
}
