package lib

import "strings"

// inC names what CPython has in C of the modules that are Python here: by file,
// the qualified names of its classes and functions; none means all of them.
var inC = map[string][]string{
	"operator.py": nil, "itertools.py": nil, "array.py": nil, "datetime.py": nil, "_timetext.py": nil, "_isoparse.py": nil,
	"decimal/_number.py": nil, "decimal/_context.py": nil, "decimal/_format.py": nil, "decimal/_power.py": nil,
	"pickle/_pickler.py": nil, "pickle/_unpickler.py": nil, "pickle/__init__.py": {"dumps", "loads", "dump", "load"},
	"collections/_dicts.py": {"defaultdict", "OrderedDict"}, "functools.py": {"KeyWrapper", "cmp_to_key"},
	"warnings.py": {"warn", "warn_explicit"}, "csv.py": {"reader", "writer", "Dialect", "_Rules"}, "queue.py": {"SimpleQueue"}, "types.py": {"SimpleNamespace"},
}

// HasC tells whether any of one of the library's files is C in CPython.
func HasC(file string) bool {
	_, ok := inC[file]
	return ok
}

// InC tells whether the code of that qualified name, in one of the library's
// files, is C in CPython: no traceback shows it.
func InC(file, qualname string) bool {
	names, ok := inC[file]
	if !ok || names == nil {
		return ok
	}
	for _, n := range names {
		if rest, found := strings.CutPrefix(qualname, n); found && (rest == "" || rest[0] == '.') {
			return true
		}
	}
	return false
}
