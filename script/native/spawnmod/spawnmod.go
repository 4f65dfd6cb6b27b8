// Package spawnmod is the module _spawn: it starts other programs, for
// subprocess.
package spawnmod

import (
	"os"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// PythonVariable is the environment variable that tells an interpreter started
// as sys.executable which version's asyncio to follow.
const PythonVariable = "AIO_PYTHON"

// order is what is to be started.
type order struct {
	files   []string // where the program may be, in the order to try
	args    []string
	env     []string
	dir     string
	fds     []int // what the child has as its 0, 1, 2, ...; -1 for nothing
	session bool
	group   int // -1 for the parent's
}

// Module makes the module.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("_spawn")
	m.Dict.SetStr("supported", object.Bool(supported))
	// start(files, args, env, cwd, fds, new_session, process_group) gives the
	// number of the child.
	m.Def("start", 7, 7, func(t *thread, a []value, _ []object.Kw) (value, error) {
		if !h.Grants.Process {
			return value{}, builtins.NotGranted("process")
		}
		o, err := orderOf(t, a)
		if err != nil {
			return value{}, err
		}
		if self, err := os.Executable(); err == nil && len(o.files) == 1 && o.files[0] == self && h.Process.Profile != nil {
			o.env = append(o.env, PythonVariable+"="+h.Process.Profile.Name)
		}
		pid, err := start(o)
		if err != nil {
			return value{}, object.OSError(err)
		}
		return object.Int(int64(pid)), nil
	})
	return m, nil
}

func orderOf(t *thread, a []value) (o order, err error) {
	lists := []*[]string{&o.files, &o.args, &o.env}
	for i, into := range lists {
		items, err := object.Collect(t, a[i])
		if err != nil {
			return o, err
		}
		for _, v := range items {
			s, err := builtins.FSPath(t, v)
			if err != nil {
				return o, err
			}
			*into = append(*into, s)
		}
	}
	if !a[3].IsNone() {
		if o.dir, err = builtins.FSPath(t, a[3]); err != nil {
			return o, err
		}
	}
	fds, err := object.Collect(t, a[4])
	if err != nil {
		return o, err
	}
	for _, v := range fds {
		n, err := object.Index(t, v)
		if err != nil {
			return o, err
		}
		o.fds = append(o.fds, n)
	}
	if o.session, err = object.Truth(t, a[5]); err != nil {
		return o, err
	}
	o.group, err = object.Index(t, a[6])
	return o, err
}
