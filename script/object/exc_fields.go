package object

// SetArgs sets args and the attributes that the class makes of them.
func (e *Exception) SetArgs(args []Value) error {
	e.Args = append([]Value(nil), args...)
	return e.fillFields()
}

func (e *Exception) fillFields() error {
	for _, c := range e.cls.MRO {
		if c.fill != nil {
			return c.fill(e, e.Args)
		}
	}
	return nil
}

// The classes whose arguments become attributes.
var _ = func() bool {
	first := func(name string) func(*Exception, []Value) error {
		return func(e *Exception, a []Value) error {
			if len(a) > 0 {
				e.SetField(name, a[0])
			}
			return nil
		}
	}
	StopIterationClass.fill = first("value")
	ImportErrorClass.fill = func(e *Exception, a []Value) error {
		if len(a) == 1 {
			e.SetField("msg", a[0])
		}
		return nil
	}
	SystemExitClass.fill = func(e *Exception, a []Value) error {
		switch len(a) {
		case 0:
		case 1:
			e.SetField("code", a[0])
		default:
			e.SetField("code", TupleValue(a...))
		}
		return nil
	}
	OSErrorClass.fill = fillOSError
	SyntaxErrorClass.fill = fillSyntaxError
	UnicodeDecodeErrorClass.fill = fillUnicodeError
	UnicodeEncodeErrorClass.fill = fillUnicodeError
	UnicodeTranslateErrorClass.fill = fillUnicodeError
	return true
}()

func fillOSError(e *Exception, a []Value) error {
	if len(a) < 2 || len(a) > 5 {
		return nil
	}
	e.SetField("errno", a[0])
	e.SetField("strerror", a[1])
	if n, ok := IntOf(a[len(a)-1]); ok && len(a) == 3 && e.cls.IsSubclass(BlockingIOErrorClass) {
		e.SetExtra("characters_written", Int(n)) // and not a file's name
		return nil
	}
	if len(a) > 2 && !a[2].IsNone() {
		e.SetField("filename", a[2])
		if len(a) == 5 && !a[4].IsNone() {
			e.SetField("filename2", a[4])
		}
		e.Args = a[:2:2]
	}
	return nil
}

func fillSyntaxError(e *Exception, a []Value) error {
	if len(a) > 0 {
		e.SetField("msg", a[0])
	}
	if len(a) != 2 {
		return nil
	}
	var info []Value
	switch o := a[1].Ref.(type) {
	case *Tuple:
		info = o.Items
	case *List:
		info = o.Items
	default:
		return TypeError("'%s' object is not iterable", ClassOf(a[1]).Name)
	}
	switch n := len(info); {
	case n < 4:
		return TypeError("function takes at least 4 arguments (%d given)", n)
	case n > 6:
		return TypeError("function takes at most 6 arguments (%d given)", n)
	case n == 5:
		return TypeError("end_offset must be provided when end_lineno is provided")
	}
	for i, v := range info {
		e.SetField([...]string{"filename", "lineno", "offset", "text", "end_lineno", "end_offset"}[i], v)
	}
	return nil
}

func fillUnicodeError(e *Exception, a []Value) error {
	names := []string{"encoding", "object", "start", "end", "reason"}
	if e.cls.IsSubclass(UnicodeTranslateErrorClass) {
		names = names[1:]
	}
	if len(a) != len(names) {
		return TypeError("function takes exactly %d arguments (%d given)", len(names), len(a))
	}
	for i, n := range names {
		e.SetField(n, a[i])
	}
	return nil
}
