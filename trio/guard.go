package trio

import (
	"runtime/debug"

	"asyncio/exceptions"
)

// guard runs the body of a scope or nursery. A panic is an error like any other
// there: what was started in it has to end before it goes on.
// A coroutine that is being unwound is left alone. t is nil outside tasks.
func guard(t *Task, body func() error) (err error) {
	returned := false
	defer func() {
		if returned {
			return
		}
		p := recover()
		if p == nil { // runtime.Goexit
			return
		}
		if t != nil && t.fn != nil && t.fn.Closing() {
			panic(p)
		}
		if e, ok := p.(*exceptions.Panic); ok {
			err = e
			return
		}
		err = &exceptions.Panic{Value: p, Stack: debug.Stack()}
	}()
	err = body()
	returned = true
	return err
}
