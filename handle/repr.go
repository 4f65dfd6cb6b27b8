package handle

import (
	"fmt"
	"reflect"
	"strings"

	"asyncio/coroutine"
	"asyncio/process"
)

// Describer is implemented by callbacks that know how Python prints them.
type Describer interface {
	// DescribeCallback gives the callback's text, such as
	// "cb(1) at prog.py:3"; args tells whether argument values may show.
	DescribeCallback(args bool) string
}

// Text gives the callback as reprs and messages print it: "cb() at FILE:LINE"
// for a Go function.
func Text(cb Callback, args bool) string {
	switch c := cb.(type) {
	case nil:
		return "None()"
	case Describer:
		return c.DescribeCallback(args)
	case Func:
		if c == nil {
			return "None()"
		}
		name, place := coroutine.FuncName(entryOf(c))
		return name + "() at " + place
	}
	return fmt.Sprintf("%T()", cb)
}

func entryOf(f Func) uintptr { return reflect.ValueOf(f).Pointer() }

func (h *Handle) callbackText(args bool) string {
	if h.extra != nil && h.extra.text != "" {
		return h.extra.text
	}
	return Text(h.cb, args)
}

// String gives the handle as repr() does, without argument values.
func (h *Handle) String() string { return h.Repr(h.Created().Known()) }

// Repr gives the handle as repr() does: <Handle cb() at FILE:LINE>. args tells
// whether argument values show, which depends on version and debug mode.
func (h *Handle) Repr(args bool) string { return h.repr("Handle", "", args) }

// String gives the timer as repr() does, without argument values.
func (t *TimerHandle) String() string { return t.Repr(t.Created().Known()) }

// Repr gives the timer as repr() does: <TimerHandle when=2.5 cb() at FILE:LINE>.
func (t *TimerHandle) Repr(args bool) string {
	return t.ReprAt(process.FloatRepr(t.when), args)
}

// ReprAt is Repr for a time that was given in a form of its own.
func (t *TimerHandle) ReprAt(when string, args bool) string {
	return t.repr("TimerHandle", " when="+when, args)
}

func (h *Handle) repr(class, when string, args bool) string {
	s := "<" + class
	if h.cancelled {
		s += " cancelled"
	}
	s += when
	created := h.Created()
	if !h.cancelled || created.Known() {
		s += " " + h.callbackText(args)
	}
	if created.Known() {
		s += " created at " + created.Place
	}
	return s + ">"
}

// Stepper is implemented by callbacks that may be a task's step.
type Stepper interface {
	// Stepping gives the step's name in print and the task's ID; 0 for a
	// callback that is no step.
	Stepping() (name string, task uint64)
}

// Callee implements observe.Callee.
func (h *Handle) Callee() (name, place string, task uint64) {
	if s, ok := h.cb.(Stepper); ok {
		if name, task = s.Stepping(); task != 0 {
			return name, "", task
		}
	}
	name = h.callbackText(false)
	if i := strings.LastIndex(name, ") at "); i >= 0 {
		name, place = name[:i], name[i+len(") at "):]
	}
	if i := strings.IndexByte(name, '('); i > 0 { // what a partial binds is left out; a Go method begins so
		name = name[:i]
	}
	return strings.TrimSuffix(name, "()"), place, 0
}

// Label implements observe.Labeler.
func (h *Handle) Label() string { return h.String() }

// Label implements observe.Labeler.
func (t *TimerHandle) Label() string { return t.String() }
