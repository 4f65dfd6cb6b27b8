package datetimemod

import "asyncio/script/object"

// params are the parameters of a constructor or of replace. Errors about them
// are those of CPython's oldest way to read arguments.
type params struct {
	name     string // with its parentheses, empty where errors have none
	names    []string
	required int
	most     int // positional ones
}

func (p *params) title() string {
	if p.name == "" {
		return "function"
	}
	return p.name
}

func (p *params) tooMany(given, named, most int, kind string) error {
	plural := "s"
	if most == 1 {
		plural = ""
	}
	if given == 0 && named > 0 {
		kind = "keyword "
	}
	return object.TypeError("%s takes at most %d %sargument%s (%d given)", p.title(), most, kind, plural, given+named)
}

// bind sorts arguments by the parameters; out has room for all of them.
func (p *params) bind(out, a []value, kw kws) error {
	if len(a)+len(kw) > len(p.names) {
		if len(a) > p.most && p.most < len(p.names) {
			return p.tooMany(len(a), 0, p.most, "positional ")
		}
		return p.tooMany(len(a), len(kw), len(p.names), "")
	}
	if len(a) > p.most {
		return p.tooMany(len(a), 0, p.most, "positional ")
	}
	copy(out, a)
	stray := ""
next:
	for _, k := range kw {
		for i, name := range p.names {
			if k.Name != name {
				continue
			}
			if i < len(a) {
				full := p.name
				if full == "" {
					full = "function"
				}
				return object.TypeError("argument for %s given by name ('%s') and position (%d)", full, name, i+1)
			}
			out[i] = k.Val
			continue next
		}
		if stray == "" {
			stray = k.Name
		}
	}
	for i := range p.required {
		if !out[i].Valid() {
			return object.TypeError("%s missing required argument '%s' (pos %d)", p.title(), p.names[i], i+1)
		}
	}
	if stray != "" {
		title := p.name
		if title == "" {
			title = "this function"
		}
		return object.TypeError("%s got an unexpected keyword argument '%s'", title, stray)
	}
	return nil
}

// ints reads arguments as ints of 32 bits into places; absent ones leave them.
func ints(t *thread, a []value, places ...*int) error {
	for i, at := range places {
		if !a[i].Valid() {
			continue
		}
		v, err := object.ToIndex(t, a[i])
		if err != nil {
			return err
		}
		n, ok := v.SmallInt()
		switch {
		case !ok:
			return object.Raise(object.OverflowErrorClass, "Python int too large to convert to C long")
		case n > 1<<31-1:
			return object.Raise(object.OverflowErrorClass, "signed integer is greater than maximum")
		case n < -1<<31:
			return object.Raise(object.OverflowErrorClass, "signed integer is less than minimum")
		}
		*at = int(n)
	}
	return nil
}

// opt is an argument that may be left out.
func opt(a []value, n int) value {
	if n < len(a) {
		return a[n]
	}
	return value{}
}
