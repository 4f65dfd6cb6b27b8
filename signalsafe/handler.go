package signalsafe

import "reflect"

// HandlerKind tells the four things apart that signal.signal accepts.
type HandlerKind uint8

// The kinds of handlers.
const (
	KindDefault    HandlerKind = iota // SIG_DFL
	KindIgnore                        // SIG_IGN
	KindDefaultInt                    // default_int_handler
	KindFunc                          // any other callable
)

// String gives CPython's name of the kind.
func (k HandlerKind) String() string {
	switch k {
	case KindDefault:
		return "SIG_DFL"
	case KindIgnore:
		return "SIG_IGN"
	case KindDefaultInt:
		return "default_int_handler"
	case KindFunc:
		return "function"
	}
	return "HandlerKind(?)"
}

// Handler is what signal.signal takes. The zero Handler is Default(). Handlers
// are compared with Same, never with ==.
type Handler struct {
	kind  HandlerKind
	f     func(Signal) error
	owner any
	// id is shared by the copies of one Func handler and by nothing else.
	id *byte
	// quiet is set for a signal that is blocked.
	quiet bool
}

// Default is SIG_DFL: the system does what it does.
func Default() Handler { return Handler{} }

// Ignore is SIG_IGN.
func Ignore() Handler { return Handler{kind: KindIgnore} }

// DefaultInt is default_int_handler: it raises KeyboardInterrupt out of Check.
func DefaultInt() Handler { return Handler{kind: KindDefaultInt} }

// Func is a handler of the program. f is called by Check, in the goroutine
// that calls Check; its error comes out there as an exception. owner is kept
// for the layer above: the object f stands for, or nil.
func Func(f func(Signal) error, owner any) Handler {
	return Handler{kind: KindFunc, f: f, owner: owner, id: new(byte)}
}

// Quietly gives h for a signal that is blocked: as long as it is set, the
// at-once half writes no byte.
func (h Handler) Quietly() Handler {
	h.quiet = true
	return h
}

// Kind tells what sort of handler h is.
func (h Handler) Kind() HandlerKind { return h.kind }

// Owner gives what was given to Func, nil for the other kinds.
func (h Handler) Owner() any { return h.owner }

// Same reports whether h and o are one handler, as `is` does for what
// getsignal returns: of one kind, and two Funcs only when they are copies of
// one or their owners are equal (==) and not nil. Owners that cannot be
// compared are not equal.
func (h Handler) Same(o Handler) bool {
	if h.kind != o.kind || h.kind != KindFunc || h.id == o.id {
		return h.kind == o.kind
	}
	if h.owner == nil || o.owner == nil || !reflect.ValueOf(h.owner).Comparable() {
		return false
	}
	return h.owner == o.owner
}

// python reports whether the at-once half has something to do for h.
func (h *Handler) python() bool { return h.kind == KindDefaultInt || h.kind == KindFunc }
