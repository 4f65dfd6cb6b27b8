package handle

import "sort"

// ErrorContext is what an exception handler is given: CPython's context
// dictionary, with the usual keys as fields.
type ErrorContext struct {
	// Message says what happened; empty when the reporter gave none.
	Message string
	// Exception is the error, nil if there is none.
	Exception error
	// Entries are the other keys, such as "future", "task", "handle",
	// "asyncgen", "source_traceback", in the order they were given.
	Entries []Entry
	// Owner is the layer above's own form of the context, if it has one.
	Owner any
}

// Entry is one key of an ErrorContext.
type Entry struct {
	Key   string
	Value any
}

// Get gives the value of a key, nil when it is absent.
func (c *ErrorContext) Get(key string) any {
	switch key {
	case "message":
		return c.Message
	case "exception":
		return c.Exception
	}
	for _, e := range c.Entries {
		if e.Key == key {
			return e.Value
		}
	}
	return nil
}

// Sorted gives the entries ordered by key, as the default handler prints them.
func (c *ErrorContext) Sorted() []Entry {
	out := append([]Entry(nil), c.Entries...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Key < out[j].Key })
	return out
}
