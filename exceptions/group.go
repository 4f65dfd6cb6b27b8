package exceptions

import (
	"fmt"
	"strings"
)

// Group is several errors raised as one: Python's ExceptionGroup, or its
// BaseExceptionGroup, by what it holds. errors.Is and errors.As look into its
// members.
type Group struct {
	// Text is the group's message, without the count that Error adds.
	Text string
	// Errs are the members, in the order they were raised.
	Errs []error
	// Cause and Context are __cause__ and __context__, or nil.
	Cause, Context error
	// FromNone keeps the context out of reports, as `raise group from None`.
	FromNone bool
	// Loose says that a group of one, once others were taken out, stands for that
	// one: trio's groups of before it was strict.
	Loose bool
	// Owner is free for the layer above, as Error.Owner.
	Owner any
}

// NewGroup makes a group of errs.
func NewGroup(text string, errs []error) *Group { return &Group{Text: text, Errs: errs} }

// Error gives the text as str(ExceptionGroup) does:
// "message (2 sub-exceptions)".
func (g *Group) Error() string {
	s := ""
	if len(g.Errs) != 1 {
		s = "s"
	}
	return fmt.Sprintf("%s (%d sub-exception%s)", g.Text, len(g.Errs), s)
}

// Unwrap gives the members to errors.Is and errors.As.
func (g *Group) Unwrap() []error { return g.Errs }

// GroupErrors implements Grouped.
func (g *Group) GroupErrors() []error {
	if g.IsException() {
		return g.Errs
	}
	return nil
}

// IsException reports whether all members derive from Exception. If not, the
// group is a BaseExceptionGroup.
func (g *Group) IsException() bool {
	for _, e := range g.Errs {
		if !isException(e) {
			return false
		}
	}
	return true
}

func isException(err error) bool {
	switch e := err.(type) {
	case *Error:
		return e.Class.exception
	case *Class:
		return e.exception
	case *Group:
		return e.IsException()
	}
	switch KindOf(err) {
	case Cancelled, KeyboardInterrupt, SystemExit, GeneratorExit:
		return false
	}
	return true
}

func (g *Group) repr() string {
	parts := make([]string, len(g.Errs))
	for i, e := range g.Errs {
		parts[i] = Repr(e)
	}
	return TypeName(g) + "(" + quote(g.Text) + ", [" + strings.Join(parts, ", ") + "])"
}
