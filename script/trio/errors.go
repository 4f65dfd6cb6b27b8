package trio

import (
	"errors"
	"math"

	"asyncio/exceptions"
	"asyncio/script/object"
	core "asyncio/trio"
)

var infinity = math.Inf(1)

// The classes of trio's errors.
var (
	cancelledClass = newCancelledClass()
	errorClasses   = func() map[string]*object.Class {
		made := map[string]*object.Class{"Cancelled": cancelledClass}
		for _, c := range core.Classes() {
			switch c {
			case core.ErrCancelled:
			case core.ErrRunFinished:
				made[c.Name()] = object.NewCoreExceptionClass(c, "trio", object.RuntimeErrorClass)
			default:
				made[c.Name()] = object.NewCoreExceptionClass(c, "trio", object.ExceptionClass)
			}
		}
		return made
	}()
)

func newCancelledClass() *object.Class {
	c := object.NewCoreExceptionClass(core.ErrCancelled, "trio", object.BaseExceptionClass)
	c.Constructor("*args, **kwargs", func(*thread, *object.Class, []val) (val, error) {
		return val{}, object.TypeError("trio.Cancelled has no public constructor")
	})
	c.Def("__str__", 1, 1, func(_ *thread, a []val, _ kws) (val, error) {
		if why := reasonOf(a[0]); why != nil {
			return object.String(why.Message()), nil
		}
		return object.String("Cancelled"), nil
	})
	c.Def("__repr__", 1, 1, func(_ *thread, a []val, _ kws) (val, error) {
		if why := reasonOf(a[0]); why != nil {
			return object.String("Cancelled(" + why.String() + ")"), nil
		}
		return object.String("Cancelled()"), nil
	})
	for name, get := range map[string]func(*core.Reason) string{
		"source":      func(r *core.Reason) string { return r.Source },
		"reason":      func(r *core.Reason) string { return r.Text },
		"source_task": func(r *core.Reason) string { return r.Task },
	} {
		c.DefProperty(name, func(_ *thread, self val) (val, error) {
			why := reasonOf(self)
			if why == nil {
				return val{}, object.AttributeError("'Cancelled' object has no attribute '%s'", name)
			}
			if text := get(why); text != "" {
				return object.String(text), nil
			}
			return object.None, nil
		})
	}
	return c
}

func reasonOf(v val) *core.Reason {
	if e, ok := v.Ref.(*object.Exception); ok && e.Core != nil {
		return core.ReasonOf(e.Core)
	}
	return nil
}

// pythonErrors implements core.Errors for the program's exceptions.
type pythonErrors struct{ b *Binding }

// Is implements core.Errors.
func (pythonErrors) Is(err error, class *exceptions.Class) bool {
	if e, ok := err.(*object.Exception); ok {
		return e.Class().IsSubclass(errorClasses[class.Name()])
	}
	var e *exceptions.Error
	return errors.As(err, &e) && e.Class == class
}

// Members implements core.Errors.
func (pythonErrors) Members(err error) []error {
	e := object.AsException(err)
	if e == nil || !e.Class().IsSubclass(object.BaseExceptionGroupClass) {
		return nil
	}
	out := make([]error, 0, len(e.Members))
	for _, m := range e.Members {
		if x, ok := m.Ref.(*object.Exception); ok {
			out = append(out, x)
		}
	}
	return out
}

// Group implements core.Errors.
func (p pythonErrors) Group(text string, errs []error, loose bool) error {
	members := make([]val, 0, len(errs))
	for _, err := range errs {
		if e := object.AsException(err); e != nil {
			members = append(members, object.Obj(e))
		}
	}
	v, err := p.b.t().Call(p.b.group, object.String(text), object.Obj(object.NewList(members)), object.Bool(loose))
	if err != nil {
		return err
	}
	return errorOf(v)
}

// Cut implements core.Errors.
func (p pythonErrors) Cut(err error) (rest error, cut bool) {
	e := object.AsException(err)
	if e == nil || !e.Class().IsSubclass(object.BaseExceptionGroupClass) {
		return err, false
	}
	v, failed := p.b.t().Call(p.b.cut, object.Obj(e))
	if failed != nil {
		return failed, false
	}
	pair, ok := v.Ref.(*object.Tuple)
	if !ok || len(pair.Items) != 2 {
		return err, false
	}
	return errorOf(pair.Items[0]), object.Is(pair.Items[1], object.True)
}

// During implements core.Errors.
func (pythonErrors) During(err, before error) error {
	e := object.AsException(err)
	if e == nil || before == nil {
		return err
	}
	if h := object.AsException(before); h != nil && h != e {
		e.ChainTo(h)
	}
	return e
}
