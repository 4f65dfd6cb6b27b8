// Package timemod is the module time.
package timemod

import (
	"math"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
)

// Module makes the module time: the clocks are the machine's, or in virtual
// time the one that the loops run on.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("time")
	for name, now := range map[string]func() float64{"time": h.Unix, "monotonic": h.Monotonic, "perf_counter": h.Monotonic} {
		m.Def(name, 0, 0, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) {
			return object.Float(now()), nil
		})
		m.Def(name+"_ns", 0, 0, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) {
			return object.Int(int64(math.Round(now() * 1e9))), nil
		})
	}
	m.Def("sleep", 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		f, err := builtins.Float(t, a[0])
		if err == nil && f < 0 {
			err = object.ValueError("sleep length must be non-negative")
		}
		if err != nil {
			return object.Value{}, err
		}
		return object.None, h.Sleep(t, f)
	})
	return m, nil
}
