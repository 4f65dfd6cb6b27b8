// Package memorymod tells how much memory is in use, for tracemalloc.
package memorymod

import (
	"runtime"

	"asyncio/script/host"
	"asyncio/script/object"
)

// Module makes the module _tracemalloc.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_tracemalloc")
	m.DefPlain("heap", 0, 0, func(*object.Thread, []object.Value) (object.Value, error) {
		runtime.GC()               // what nobody uses any more is not to count
		var stats runtime.MemStats // package runtime/metrics costs every start a millisecond
		runtime.ReadMemStats(&stats)
		return object.Int(int64(stats.HeapAlloc)), nil
	})
	return m, nil
}
