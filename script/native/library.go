package native

import (
	"asyncio/script/host"
	"asyncio/script/native/hashmod"
	"asyncio/script/native/randommod"
)

// library are modules below the ones that are written in Python.
var library = map[string]host.Maker{
	"_hashes": hashmod.Module,
	"_random": randommod.Module,
}
