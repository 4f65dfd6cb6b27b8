package process

import "asyncio/coroutine"

// Origin is where something was made, as debug mode notes it. The zero Origin
// is that of anything made outside debug mode.
type Origin struct {
	// Place is "file:line".
	Place string
	// Stack is what a layer above noted of the calls that led there; nil for
	// nothing.
	Stack Stack
}

// Stack is the calls that led to a place.
type Stack interface {
	// Text gives them as tracebacks show them, the innermost last.
	Text() string
}

// Known tells that debug mode noted the origin.
func (o Origin) Known() bool { return o.Place != "" || o.Stack != nil }

// Text gives the origin as reports show it.
func (o Origin) Text() string {
	if o.Stack != nil {
		return o.Stack.Text()
	}
	return "  " + o.Place
}

// Caller gives where the program is that calls into the project. depth bounds
// the calls to note; 0 is for all.
func (s *State) Caller(depth int) Origin {
	if s.Origin != nil {
		return s.Origin(depth)
	}
	return Origin{Place: coroutine.CallerPlace()}
}
