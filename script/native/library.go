package native

import (
	"asyncio/script/host"
	"asyncio/script/native/astmod"
	"asyncio/script/native/bisectmod"
	"asyncio/script/native/bzmod"
	"asyncio/script/native/codecsmod"
	"asyncio/script/native/collectionsmod"
	"asyncio/script/native/csvmod"
	"asyncio/script/native/datetimemod"
	"asyncio/script/native/functoolsmod"
	"asyncio/script/native/hashmod"
	"asyncio/script/native/heapqmod"
	"asyncio/script/native/htmlmod"
	"asyncio/script/native/itertoolsmod"
	"asyncio/script/native/jsonmod"
	"asyncio/script/native/operatormod"
	"asyncio/script/native/randommod"
	"asyncio/script/native/remod"
	"asyncio/script/native/staticmod"
	"asyncio/script/native/statmod"
	"asyncio/script/native/unicodemod"
	"asyncio/script/native/zonemod"
)

// library are modules below the ones that are written in Python.
var library = map[string]host.Maker{
	"_ast_nodes":   astmod.Module,
	"_bisect":      bisectmod.Module,
	"_bz2":         bzmod.Module,
	"_codecs":      codecsmod.Module,
	"_collections": collectionsmod.Module,
	"_csv":         csvmod.Module,
	"_datetime":    datetimemod.Module,
	"_functools":   functoolsmod.Module,
	"_hashes":      hashmod.Module,
	"_heapq":       heapqmod.Module,
	"_html":        htmlmod.Module,
	"_itertools":   itertoolsmod.Module,
	"_json":        jsonmod.Module,
	"_moments":     statmod.Module,
	"_operator":    operatormod.Module,
	"_random":      randommod.Module,
	"_re":          remod.Module,
	"_static":      staticmod.Module,
	"_zone":        zonemod.Module,
	"unicodedata":  unicodemod.Module,
}
