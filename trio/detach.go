package trio

import "asyncio/exceptions"

// DetachOp ends the task with an outcome of the caller's, while its coroutine,
// which yields value v once more to whoever drives it, goes on elsewhere. It
// fails with RuntimeError while the task has nurseries open.
//
// A coroutine that is only lent needs no more than WaitTaskRescheduledOp: who
// drives it meanwhile stops before the task is rescheduled.
func DetachOp(value any, err error) Op {
	return newMachine(func(t *Task) then {
		if len(t.children) > 0 {
			return end(nil, exceptions.RuntimeError("can't permanently detach a coroutine object with open nurseries"))
		}
		return block(&Trap{kind: trapDetach, final: outcome{value, err}}, nil)
	})
}
