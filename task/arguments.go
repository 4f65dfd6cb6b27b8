package task

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/process"
)

// Go's own callers have types where these functions check. They are for a
// layer above that is handed values of any type.

// CoroutineOf gives v as the coroutine that create_task takes. It fails with
// TypeError "a coroutine was expected, got X" for anything else.
func CoroutineOf(l *loop.Loop, v any) (coroutine.Coroutine, error) {
	if c, ok := v.(coroutine.Coroutine); ok {
		return c, nil
	}
	return nil, exceptions.TypeError("a coroutine was expected, got %s", l.State().ReprOf(v))
}

// WaitMembers gives the members of the collection that Wait takes: a []any, a
// []*Task or a []future.Awaitable. nil counts as an empty one, as None does. It
// fails with TypeError for a single future or coroutine and for anything else.
func WaitMembers(v any) ([]any, error) {
	if v == nil {
		return nil, nil
	}
	return members(v, "expect a list of futures")
}

// AsCompletedMembers gives the members of the collection that AsCompleted takes
// on loop l, as WaitMembers does. Nothing counts as an empty one here.
func AsCompletedMembers(l *loop.Loop, v any) ([]any, error) {
	return members(v, l.State().Profile.AsCompletedTypeText)
}

func members(v any, expected string) ([]any, error) {
	switch x := v.(type) {
	case []any:
		return x, nil
	case []*Task:
		out := make([]any, len(x))
		for i, t := range x {
			out[i] = t
		}
		return out, nil
	case []future.Awaitable:
		out := make([]any, len(x))
		for i, f := range x {
			out[i] = f
		}
		return out, nil
	case future.Awaitable, coroutine.Coroutine:
		return nil, exceptions.TypeError("%s, not %s", expected, typeName(v))
	}
	return nil, exceptions.TypeError("'%s' object is not iterable", typeName(v))
}

// typeName names a value's type as Python does.
func typeName(v any) string {
	switch x := v.(type) {
	case coroutine.Coroutine:
		return "coroutine"
	case future.Classer:
		return x.ClassName()
	case future.Awaitable:
		return "Future"
	}
	return process.TypeName(v)
}
