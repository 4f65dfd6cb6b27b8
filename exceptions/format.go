package exceptions

import (
	"fmt"
	"strings"
)

// Panic is a Go panic in a user's callback or coroutine, kept as an error
// with the stack of the place that panicked.
type Panic struct {
	// Value is what panic was called with.
	Value any
	// Stack is the goroutine's stack at the panic.
	Stack []byte
}

// Error gives the panic's value as Go prints it.
func (p *Panic) Error() string { return fmt.Sprintf("panic: %v", p.Value) }

// Unwrap gives the panic's value when it was an error.
func (p *Panic) Unwrap() error {
	// An error of a special kind that was panicked with is a bug all the
	// same, so it must not pass for a cancellation.
	if err, ok := p.Value.(error); ok && KindOf(err) == Ordinary {
		return err
	}
	return nil
}

// Reprer is implemented by errors from above that have a Python repr.
type Reprer interface{ Repr() string }

// Typed is implemented by errors from above that have a Python class.
type Typed interface{ TypeName() string }

// TypeName is the name of err's class: Python's for an Error or Group, the Go
// type's name without its package for any other.
func TypeName(err error) string {
	switch e := err.(type) {
	case Typed:
		return e.TypeName()
	case *Error:
		return e.Class.name
	case *Class:
		return e.name
	case *Group:
		if !e.IsException() {
			return "BaseExceptionGroup"
		}
		return "ExceptionGroup"
	case *Panic:
		return "Panic"
	}
	name := fmt.Sprintf("%T", err)
	name = name[strings.LastIndexByte(name, '.')+1:]
	return strings.TrimPrefix(name, "*")
}

// Repr gives err as repr(e) does: RuntimeError('Event loop is closed').
func Repr(err error) string {
	switch e := err.(type) {
	case nil:
		return "None"
	case Reprer:
		return e.Repr()
	case *Group:
		return e.repr()
	case *Class:
		return e.name + "()"
	case *Error:
		if e.Class == ErrSystemExit {
			return fmt.Sprintf("SystemExit(%d)", e.Code)
		}
		if e.Msg != nil {
			return e.Class.name + "(" + messageRepr(e.Msg) + ")"
		}
		if e.Text == "" {
			return e.Class.name + "()"
		}
	}
	return TypeName(err) + "(" + quote(err.Error()) + ")"
}

// messageRepr gives the message of a cancel(), which may be empty or not a text
// at all.
func messageRepr(msg any) string {
	if text, ok := msg.(string); ok {
		return quote(text)
	}
	return fmt.Sprint(msg)
}

// Line gives the last line of a traceback: "RuntimeError: Event loop is
// closed", or the class alone when there is no text.
func Line(err error) string {
	switch e := err.(type) {
	case *Class:
		return e.qualified()
	case *Error:
		if e.Text == "" {
			return e.Class.qualified()
		}
		return e.Class.qualified() + ": " + e.Text
	}
	return TypeName(err) + ": " + err.Error()
}

// Chain gives the exceptions behind err as a traceback lists them, outermost
// first: its cause, else its context, and so on.
func Chain(err error) []error {
	var out []error
	seen := map[any]bool{} // a chain may be a ring
	for err != nil {
		next := error(nil)
		switch e := err.(type) {
		case *Error:
			if seen[e] {
				return out
			}
			seen[e] = true
			next = behind(e.Cause, e.Context)
		case *Group:
			if seen[e] {
				return out
			}
			seen[e] = true
			if !e.FromNone {
				next = behind(e.Cause, e.Context)
			}
		}
		out = append(out, err)
		err = next
	}
	return out
}

func behind(cause, context error) error {
	if cause != nil {
		return cause
	}
	return context
}

// quote writes s as Python's repr does for the texts that occur here: single
// quotes unless the text holds them and no double ones.
func quote(s string) string {
	q := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		q = '"'
	}
	var b strings.Builder
	b.WriteByte(q)
	for _, r := range s {
		switch {
		case r == rune(q) || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte(q)
	return b.String()
}

// Quote gives s as Python's repr of a str does.
func Quote(s string) string { return quote(s) }

// Traceback gives err as Python prints an exception that nobody caught: the
// ones behind it first, each with its last line. Go errors have no frames; a
// Panic brings its stack.
func Traceback(err error) string {
	chain := Chain(err)
	var b strings.Builder
	for i := len(chain) - 1; i >= 0; i-- {
		if p, ok := chain[i].(*Panic); ok {
			b.WriteString(strings.TrimRight(string(p.Stack), "\n") + "\n")
		}
		b.WriteString(Line(chain[i]))
		if i > 0 {
			how := "During handling of the above exception, another exception occurred:"
			if causeOf(chain[i-1]) == chain[i] {
				how = "The above exception was the direct cause of the following exception:"
			}
			b.WriteString("\n\n" + how + "\n\n")
		}
	}
	return b.String()
}

func causeOf(err error) error {
	switch e := err.(type) {
	case *Error:
		return e.Cause
	case *Group:
		return e.Cause
	}
	return nil
}
