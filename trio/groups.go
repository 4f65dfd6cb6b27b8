package trio

import (
	"errors"

	"asyncio/exceptions"
)

// Errors is how the core deals with exceptions. A layer above that has
// exceptions of its own gives its own to a run; GoErrors is for Go's.
type Errors interface {
	// Is reports whether err is of one of trio's own classes.
	Is(err error, class *exceptions.Class) bool
	// Members gives the members of an exception group, nil for what is none.
	Members(err error) []error
	// Group makes the group that a nursery raises. A loose one stands for its
	// member once it has only one.
	Group(text string, errs []error, loose bool) error
	// Cut takes every Cancelled out of a group, at any depth; groups that are
	// empty then vanish, loose ones with a single member collapse. rest is nil
	// when nothing is left; cut tells whether there was any.
	Cut(group error) (rest error, cut bool)
	// During makes before the context of err, which has none.
	During(err, before error) error
}

// GoErrors deals with Go's errors. An error that wraps a Cancelled is a
// Cancelled. One that wraps several, as errors.Join makes, is a group.
type GoErrors struct{}

// coreError finds the exception in a chain of single Unwrap calls.
func coreError(err error) *exceptions.Error {
	for err != nil {
		if e, ok := err.(*exceptions.Error); ok {
			return e
		}
		err = errors.Unwrap(err)
	}
	return nil
}

// Is implements Errors.
func (GoErrors) Is(err error, class *exceptions.Class) bool {
	e := coreError(err)
	return e != nil && e.Class == class
}

// Members implements Errors.
func (GoErrors) Members(err error) []error {
	switch e := err.(type) {
	case *exceptions.Error, *exceptions.Panic:
		return nil
	case interface{ Unwrap() []error }:
		return e.Unwrap()
	}
	return nil
}

// Group implements Errors.
func (GoErrors) Group(text string, errs []error, loose bool) error {
	g := exceptions.NewGroup(text, errs)
	g.Loose = loose
	return g
}

// During implements Errors.
func (GoErrors) During(err, before error) error { return exceptions.During(err, before) }

// Cut implements Errors.
func (e GoErrors) Cut(err error) (rest error, cut bool) {
	members := e.Members(err)
	if members == nil {
		return err, false
	}
	var left []error
	same := true
	for _, m := range members {
		switch {
		case e.Is(m, ErrCancelled):
			same, cut = false, true
			continue
		case e.Members(m) != nil:
			kept, some := e.Cut(m)
			cut = cut || some
			same = same && kept == m
			m = kept
		}
		if m != nil {
			left = append(left, m)
		}
	}
	g, isGroup := err.(*exceptions.Group)
	switch {
	case len(left) == 0:
		return nil, cut
	case isGroup && g.Loose && len(left) == 1:
		return left[0], cut
	case same:
		return err, cut
	case isGroup:
		rest := *g
		rest.Errs, rest.Owner = left, nil
		return &rest, cut
	}
	return errors.Join(left...), cut
}
