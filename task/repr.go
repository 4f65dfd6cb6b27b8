package task

import (
	"fmt"

	"asyncio/coroutine"
	"asyncio/exceptions"
)

// Info gives the parts of the task's repr after its class's name.
func (t *Task) Info() []string {
	info := t.Future.Info()
	if !t.Done() && t.isCancelling() {
		info[0] = "cancelling"
	}
	parts := []string{info[0], "name=" + exceptions.Quote(t.Name()),
		"coro=<" + describeCoro(t.coro, t.Done()) + ">"}
	if t.waiter != nil {
		parts = append(parts, fmt.Sprintf("wait_for=%v", t.waiter))
	}
	return append(parts, info[1:]...)
}

func (t *Task) isCancelling() bool {
	if t.loop.State().Profile.CancellingFromCount {
		return t.cancels > 0
	}
	return t.mustCancel
}

func describeCoro(c coroutine.Coroutine, done bool) string {
	if d, ok := c.(coroutine.Describer); ok {
		return d.Describe(done)
	}
	return fmt.Sprintf("%T", c)
}
