package native

import (
	"asyncio/script/host"
	"asyncio/script/native/atexitmod"
	"asyncio/script/native/iomod"
)

// machine are modules about streams, files and the process.
var machine = map[string]host.Maker{
	"_io":    iomod.Module,
	"atexit": atexitmod.Module,
}
