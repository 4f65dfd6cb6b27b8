package asyncio

// libraryFiles says in which module of CPython's asyncio a done callback of the
// core is defined, which reprs of futures show.
var libraryFiles = map[string]string{
	"_run_until_complete_cb":                    "base_events",
	"_chain_future.<locals>._call_check_cancel": "futures",
	"_chain_future.<locals>._call_set_state":    "futures",
	"_gather.<locals>._done_callback":           "tasks",
	"_release_waiter":                           "tasks",
	"_wait.<locals>._on_completion":             "tasks",
	"as_completed.<locals>._on_completion":      "tasks",
	"gather.<locals>._done_callback":            "tasks",
	"shield.<locals>._inner_done_callback":      "tasks",
	"shield.<locals>._outer_done_callback":      "tasks",
}

// libraryPlace gives the place of such a callback. Its line is nowhere here: it
// is that of the module's beginning.
func libraryPlace(name string) string {
	if file := libraryFiles[name]; file != "" {
		return " at " + libraryLine(file)
	}
	return ""
}

// libraryFolder is where the Python part of asyncio stands.
const libraryFolder = "<lib>/asyncio/"

func libraryLine(module string) string { return libraryFolder + module + ".py:1" }
