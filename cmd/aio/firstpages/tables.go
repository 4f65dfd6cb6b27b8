//go:build linux && (amd64 || arm64)

package firstpages

import "unsafe"

// tables is what a start takes of the memory for the runtime's own tables.
const tables = 128 << 10

// populateTables maps the memory that the runtime takes for its own tables next,
// in order, from a stretch that is larger. The table of methods of an interface,
// made while the program runs, shows where it has come to.
func populateTables() {
	at := tableOf(place{})
	adviseAll(at, at+tables, adviseWrite)
}

// tableOf has the runtime make a table of methods, and tells where it stands.
//
//go:noinline
func tableOf(v any) uintptr {
	placed, _ := v.(interface{ here() })
	return *(*uintptr)(unsafe.Pointer(&placed))
}

// place is a type that nothing else makes an interface's value of, so that its
// table is made now.
type place struct{}

func (place) here() {}
