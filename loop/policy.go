package loop

import (
	"asyncio/exceptions"
	"asyncio/process"
)

// Running gives the loop that runs in the thread. It fails with RuntimeError
// "no running event loop" when none does.
func Running(t *process.Thread) (*Loop, error) {
	if l, ok := t.Running().(*Loop); ok {
		return l, nil
	}
	return nil, exceptions.RuntimeError("no running event loop")
}

// Current gives the loop that runs in the thread, else the one set for it, else
// on the main thread, once, a new one that it sets. It fails with RuntimeError
// where there is none.
func Current(t *process.Thread, newLoop func() (*Loop, error)) (*Loop, error) {
	if l, ok := t.Running().(*Loop); ok {
		return l, nil
	}
	current, set := t.CurrentLoop()
	if l, ok := current.(*Loop); ok {
		return l, nil
	}
	state := t.State()
	if set || !state.IsMain(t) {
		return nil, exceptions.RuntimeError("There is no current event loop in thread %s.", exceptions.Quote(t.Name()))
	}
	l, err := newLoop()
	if err != nil {
		return nil, err
	}
	if state.Profile.CurrentLoopDeprecations {
		state.Logger.Log(process.Warning, "DeprecationWarning: There is no current event loop")
	}
	t.SetCurrentLoop(l)
	return l, nil
}
