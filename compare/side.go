package compare

import (
	"strings"
)

// Kind is what a side's command understands.
type Kind int

const (
	// Aio is a command that takes the flags of `aio run`, then the program. It
	// looks after time and signals itself.
	Aio Kind = iota
	// CPython is a CPython interpreter, 3.8 or later.
	CPython
)

// Side is one of the interpreters that are compared.
type Side struct {
	// Name is what reports call it.
	Name string
	Kind Kind
	// Command starts it: a program and the arguments that come first.
	Command []string
	// Version is the Python it is, such as "3.13"; for an Aio the version it
	// shall follow. Empty leaves an Aio its own default.
	Version string
	// Env is added to the environment, as NAME=VALUE.
	Env []string
	// Wasm tells that it is a CPython in WebAssembly, which has virtual time only.
	Wasm bool
	// Err, if not nil, is why the side cannot run; Run returns it.
	Err error
}

// AioSide is a side that understands the flags of `aio run`. command starts it,
// such as "aio", "run".
func AioSide(version string, command ...string) Side {
	name := "aio"
	if len(command) > 0 && !strings.HasSuffix(command[len(command)-1], "run") {
		name = command[0]
	}
	if version != "" {
		name += " --python " + version
	}
	return Side{Name: name, Kind: Aio, Command: command, Version: version}
}

// key is equal for sides that would run the same.
func (s Side) key() string {
	return strings.Join(append(append([]string{s.Version}, s.Command...), s.Env...), "\x00")
}
