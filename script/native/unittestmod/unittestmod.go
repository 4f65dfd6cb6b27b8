// Package unittestmod is the module _unittest: how long a test may take.
package unittestmod

import (
	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
)

type val = object.Value

// Module makes the module _unittest.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("_unittest")
	limit := object.None
	if s := h.TestTimeout.Seconds(); s > 0 {
		limit = object.Float(s)
	}
	m.Dict.SetStr("test_timeout", limit)
	running := map[*watch]bool{}
	h.Threads.Main().AtEnd(func() {
		for w := range running {
			w.cancel()
		}
	})
	m.Def("interrupt_after", 3, 3, func(t *object.Thread, a []val, _ []object.Kw) (val, error) {
		after, err := builtins.Float(t, a[0])
		if err != nil {
			return val{}, err
		}
		interval, err := builtins.Float(t, a[1])
		if err != nil {
			return val{}, err
		}
		fn := a[2]
		w := &watch{}
		w.cancel = h.Threads.Interrupt(after, interval, func() error {
			_, err := h.Thread().Call(fn)
			return err
		})
		running[w] = true
		return object.NewBuiltin("stop", 0, 0, func(*object.Thread, []val, []object.Kw) (val, error) {
			if running[w] {
				delete(running, w)
				w.cancel()
			}
			return object.None, nil
		}), nil
	})
	return m, nil
}

// watch is an interruption that is to come.
type watch struct{ cancel func() }
