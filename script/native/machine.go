package native

import (
	"asyncio/script/host"
	"asyncio/script/native/atexitmod"
	"asyncio/script/native/binasciimod"
	"asyncio/script/native/errnomod"
	"asyncio/script/native/gcmod"
	"asyncio/script/native/iomod"
	"asyncio/script/native/memorymod"
	"asyncio/script/native/posixmod"
	"asyncio/script/native/selectmod"
	"asyncio/script/native/spawnmod"
	"asyncio/script/native/structmod"
	"asyncio/script/native/unittestmod"
	"asyncio/script/native/weakrefmod"
	"asyncio/script/native/zlibmod"
)

// machine are modules about streams, files, the process and its objects.
var machine = map[string]host.Maker{
	"_io":       iomod.Module,
	"_weakref":  weakrefmod.Module,
	"_unittest": unittestmod.Module,
	"_poller":   selectmod.Module,
	"_spawn":    spawnmod.Module,
	"gc":        gcmod.Module,

	"_tracemalloc": memorymod.Module,

	"atexit":   atexitmod.Module,
	"binascii": binasciimod.Module,
	"errno":    errnomod.Module,
	"struct":   structmod.Module,
	"zlib":     zlibmod.Module,

	posixmod.Name(): posixmod.Module,
}
