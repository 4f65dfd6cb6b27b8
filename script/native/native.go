// Package native lists the modules that are written in Go.
package native

import (
	"asyncio/script/asyncio"
	"asyncio/script/host"
	"asyncio/script/native/cmathmod"
	"asyncio/script/native/mathmod"
	"asyncio/script/native/signalmod"
	"asyncio/script/native/sysmod"
	"asyncio/script/native/threadmod"
	"asyncio/script/native/timemod"
	"asyncio/script/native/tracemod"
	"asyncio/script/trio"
)

// Module gives what makes the native module of that name, nil when there is
// none.
func Module(name string) host.Maker {
	if m := makers[name]; m != nil {
		return m
	}
	if m := machine[name]; m != nil {
		return m
	}
	if m := unix[name]; m != nil {
		return m
	}
	if m := asyncio.Part(name); m != nil {
		return m
	}
	return library[name]
}

var makers = map[string]host.Maker{
	"asyncio":     asyncio.Module,
	"contextvars": asyncio.ContextModule,
	"cmath":       cmathmod.Module,
	"math":        mathmod.Module,
	"sys":         sysmod.Module,
	"time":        timemod.Module,

	"_signal":    signalmod.Module,
	"_thread":    threadmod.Module,
	"_traceback": tracemod.Module,
	"_trio":      trio.Module,
}
