package main

import "strings"

// group is a part of the tests that is counted together: a file, or some
// classes and functions of it.
type group struct {
	tier, file string
	// ids and unique are how many tests and test functions CPython 3.13.0 has
	// there.
	ids, unique int
	// only are the classes and functions that belong to it; empty for all.
	only []string
}

// groups are the tests that need no network, by what they show: the objects
// that programs use, tasks and futures to their private parts, and the loop.
var groups = []group{
	{"1", "test_locks", 75, 75, nil},
	{"1", "test_queues", 59, 41, nil},
	{"1", "test_taskgroups", 39, 39, nil},
	{"1", "test_timeouts", 34, 34, nil},
	{"1", "test_waitfor", 19, 19, nil},
	{"1", "test_staggered", 5, 5, nil},
	{"1", "test_threads", 6, 6, nil},
	{"1", "test_futures2", 7, 4, nil},
	{"1", "test_protocols", 5, 5, nil},
	{"1", "test_transports", 7, 7, nil},
	{"1", "test_eager_task_factory", 40, 15, nil},
	{"2a", "test_tasks", 977, 160, nil},
	{"2a", "test_futures", 162, 57, nil},
	{"2a", "test_runners", 29, 29, nil},
	{"2a", "test_pep492", 11, 11, nil},
	{"2a", "test_context", 1, 1, nil},
	{"2b", "test_base_events", 46, 46, []string{"BaseEventLoopTests", "RunningLoopTests", "test_call_coroutine", "test_log_slow_callbacks"}},
	{"2b", "test_events", 80, 46, append(strings.Fields(`HandleTests TimerTests PolicyTests AbstractEventLoopTests TestServer TestAbstractServer
		GetEventLoopTestsMixin.test_get_event_loop_returns_running_loop GetEventLoopTestsMixin.test_get_event_loop_returns_running_loop2`),
		plainLoopTests()...)},
	{"2b", "test_unix_events", 16, 16, []string{"SelectorEventLoopSignalTests"}},
}

// plainLoopTests are the tests of each loop that need no socket.
func plainLoopTests() (out []string) {
	for name := range strings.FieldsSeq(`run_until_complete_nesting run_until_complete run_until_complete_stopped call_later call_soon
		call_soon_threadsafe call_soon_threadsafe_same_thread run_in_executor run_in_executor_cancel add_signal_handler
		signal_handling_while_selecting signal_handling_args internal_fds timeout_rounding close_running_event_loop close`) {
		out = append(out, "EventLoopTestsMixin.test_"+name)
	}
	return out
}

// has reports whether a test function belongs to the group.
func (g group) has(function string) bool {
	if len(g.only) == 0 {
		return true
	}
	class, name, _ := strings.Cut(function, ".")
	for _, o := range g.only {
		if o == function || o == class || o == name {
			return true
		}
	}
	return false
}
