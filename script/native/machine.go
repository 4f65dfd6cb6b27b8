package native

import (
	"asyncio/script/host"
	"asyncio/script/native/atexitmod"
	"asyncio/script/native/errnomod"
	"asyncio/script/native/iomod"
	"asyncio/script/native/posixmod"
)

// machine are modules about streams, files and the process.
var machine = map[string]host.Maker{
	"_io":    iomod.Module,
	"atexit": atexitmod.Module,
	"errno":  errnomod.Module,

	posixmod.Name(): posixmod.Module,
}
