package loop

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/process"
	"asyncio/signalsafe"
)

// AddSignalHandlerAny is AddSignalHandler for a layer above that is handed
// values of any type. sig is a Signal or an int; TypeError for anything else.
// callback is a handle.Callback or a func() error; a coroutine or a coroutine
// function is refused with TypeError, and what is neither fails when it is
// called, as in CPython.
func (l *Loop) AddSignalHandlerAny(sig, callback any) error {
	if !l.sel.WatchesFDs() {
		return exceptions.ErrNotImplemented.New("")
	}
	if err := refuseCoroutines(callback, "add_signal_handler"); err != nil {
		return err
	}
	s, err := l.signalOf(sig)
	if err != nil {
		return err
	}
	return l.AddSignalHandlerIn(s, callbackOf(callback), l.CurrentContext().Vars())
}

func (l *Loop) signalOf(v any) (signalsafe.Signal, error) {
	switch s := v.(type) {
	case signalsafe.Signal:
		return s, nil
	case int:
		return signalsafe.Signal(s), nil
	}
	return 0, exceptions.TypeError("sig must be an int, not %s", l.state.ReprOf(v))
}

func callbackOf(v any) handle.Callback {
	switch f := v.(type) {
	case handle.Callback:
		return f
	case func() error:
		return handle.Func(f)
	}
	return handle.Func(func() error {
		return exceptions.TypeError("'%s' object is not callable", process.TypeName(v))
	})
}

// refuseCoroutines refuses as a callback what would only make a coroutine that
// nobody awaits.
func refuseCoroutines(callback any, method string) error {
	switch callback.(type) {
	case coroutine.Coroutine, coroutine.Function:
		return exceptions.TypeError("coroutines cannot be used with %s()", method)
	}
	return nil
}
