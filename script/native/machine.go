package native

import (
	"asyncio/script/host"
	"asyncio/script/native/atexitmod"
	"asyncio/script/native/errnomod"
	"asyncio/script/native/gcmod"
	"asyncio/script/native/iomod"
	"asyncio/script/native/posixmod"
	"asyncio/script/native/weakrefmod"
)

// machine are modules about streams, files, the process and its objects.
var machine = map[string]host.Maker{
	"_io":      iomod.Module,
	"_weakref": weakrefmod.Module,
	"gc":       gcmod.Module,
	"atexit":   atexitmod.Module,
	"errno":    errnomod.Module,

	posixmod.Name(): posixmod.Module,
}
