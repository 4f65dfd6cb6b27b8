package asyncio

import (
	"maps"
	"slices"
	"strings"

	"asyncio/profile"
	"asyncio/script/host"
	"asyncio/script/object"
)

// pythonParts says which names of asyncio come from which of its modules in
// Python. They are imported when one of their names is first asked for.
var pythonParts = map[string]string{
	"tasks":      "FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED sleep wait wait_for as_completed",
	"locks":      "Lock Event Condition Semaphore BoundedSemaphore",
	"queues":     "Queue PriorityQueue LifoQueue QueueFull QueueEmpty",
	"exceptions": "IncompleteReadError LimitOverrunError SendfileNotAvailableError",
	"subprocess": "create_subprocess_exec create_subprocess_shell",
	"transports": "BaseTransport ReadTransport WriteTransport Transport DatagramTransport SubprocessTransport",
	"_servers":   "AbstractServer",
	"protocols":  "BaseProtocol Protocol DatagramProtocol SubprocessProtocol BufferedProtocol",
	"watchers":   "AbstractChildWatcher SafeChildWatcher FastChildWatcher MultiLoopChildWatcher ThreadedChildWatcher",
	"streams":    "open_connection start_server open_unix_connection start_unix_server StreamReader StreamWriter StreamReaderProtocol",
}

// fromLater are names of versions after those that are followed. They are there
// for who asks for them, but not listed.
var fromLater = map[string]string{
	"capture_call_graph": "graph", "format_call_graph": "graph", "print_call_graph": "graph",
	"FrameCallGraphEntry": "graph", "FutureCallGraph": "graph",
}

// aliasParts says what asyncio's other modules show of it.
var aliasParts = map[string]string{
	"runners":    "Runner run",
	"threads":    "to_thread",
	"base_tasks": "",
}

// lazily has the module find the names of its parts.
func (b *Binding) lazily(m *object.Module) {
	p := b.h.Process.Profile
	home := map[string]string{}
	add := func(part, names string) {
		for _, n := range strings.Fields(names) {
			home[n] = part
		}
	}
	for part, names := range pythonParts {
		add(part, names)
	}
	if p.TaskGroups {
		add("locks", "Barrier")
		add("timeouts", "Timeout timeout timeout_at")
		add("taskgroups", "TaskGroup")
		m.Dict.SetStr("BrokenBarrierError", object.Obj(brokenBarrierClass))
	}
	if !p.TaskGroups {
		add("generators", "coroutine")
	}
	if p.CancelMessage {
		add("_servers", "Server")
	}
	if p.PidfdWatcher {
		add("watchers", "PidfdChildWatcher")
	}
	if p.QueueShutdown {
		add("queues", "QueueShutDown")
	}
	m.Dict.SetStr("__path__", object.Obj(object.NewList(nil)))
	m.Dict.SetStr("__package__", object.String("asyncio"))
	m.Def("__getattr__", 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		name, _ := object.StrOf(a[0])
		part := home[name]
		if part == "" {
			if name == "__all__" {
				return public(m, home), nil
			}
			if later := fromLater[name]; later != "" {
				mod, err := b.h.Import(t, "asyncio."+later)
				if err != nil {
					return object.Value{}, err
				}
				return object.GetAttr(t, mod, name)
			}
			if part = name; !slices.Contains(submodules(p), name) {
				return object.Value{}, m.NoAttr(name)
			}
		}
		mod, err := b.h.Import(t, "asyncio."+part)
		if err != nil {
			return object.Value{}, err
		}
		if part == name {
			m.Dict.SetStr(name, mod)
			return mod, nil
		}
		for n, from := range home {
			if from == part {
				v, err := object.GetAttr(t, mod, n)
				if err != nil {
					return object.Value{}, err
				}
				m.Dict.SetStr(n, v)
			}
		}
		return m.Dict.GetStr(name), nil
	})
	m.Def("__dir__", 0, 0, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) {
		names := append(slices.Collect(maps.Keys(home)), submodules(p)...)
		for _, k := range m.Dict.Keys() {
			if n, _ := object.StrOf(k); n != "__getattr__" && n != "__dir__" {
				names = append(names, n)
			}
		}
		slices.Sort(names)
		return object.Obj(object.NewList(object.Strings(slices.Compact(names)))), nil
	})
}

// submodules are the modules that CPython's asyncio imports along with itself.
func submodules(p *profile.Profile) []string {
	out := []string{"constants", "log", "events", "unix_events", "selector_events", "base_events", "base_futures", "coroutines", "futures", "format_helpers", "staggered", "trsock"}
	if p.TaskGroups {
		out = append(out, "timeouts", "taskgroups")
	}
	if p.LocksBindLate {
		out = append(out, "mixins")
	}
	for n := range aliasParts {
		if n != "threads" || !slices.Contains(p.Absent, "to_thread") {
			out = append(out, n)
		}
	}
	for n := range pythonParts {
		if n != "watchers" && !strings.HasPrefix(n, "_") {
			out = append(out, n)
		}
	}
	return out
}

// public gives the names that a star import takes.
func public(m *object.Module, home map[string]string) object.Value {
	names := make([]string, 0, len(home)+32)
	for n := range home {
		names = append(names, n)
	}
	for _, k := range m.Dict.Keys() {
		n, _ := object.StrOf(k)
		_, isModule := m.Dict.GetStr(n).Ref.(*object.Module)
		if home[n] == "" && !strings.HasPrefix(n, "_") && !isModule {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return object.TupleValue(object.Strings(names)...)
}

// coreModule makes _asyncio, where CPython has what asyncio has in C.
func coreModule(h *host.Host) (*object.Module, error) {
	if _, err := h.Import(h.Thread(), "asyncio"); err != nil {
		return nil, err
	}
	return Of(h).core, nil
}

// Part gives what makes one of the modules that stand beside asyncio: the
// operations its Python part is built on, and those that only show a part of
// it. It gives nil for any other name.
func Part(name string) host.Maker {
	switch name {
	case "_asyncio_sync":
		return SyncModule
	case "_asyncio":
		return coreModule
	}
	rest, ok := strings.CutPrefix(name, "asyncio.")
	names, alias := aliasParts[rest]
	if !ok || !alias {
		return nil
	}
	return func(h *host.Host) (*object.Module, error) {
		asyncio, err := h.Import(h.Thread(), "asyncio")
		if err != nil {
			return nil, err
		}
		m := object.NewModule(name)
		m.Dict.SetStr("__package__", object.String("asyncio"))
		for _, n := range strings.Fields(names) {
			if v, err := object.GetAttr(h.Thread(), asyncio, n); err == nil {
				m.Dict.SetStr(n, v)
			}
		}
		return m, nil
	}
}
