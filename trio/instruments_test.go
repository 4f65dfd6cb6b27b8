package trio_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"asyncio/process"
	"asyncio/trio"
)

// spy notes all hooks but the I/O waits.
func spy(seen *[]string) *trio.Instrument {
	task := func(what string) func(*trio.Task) error {
		return func(t *trio.Task) error {
			if !t.System() {
				*seen = append(*seen, what+" "+t.Name())
			}
			return nil
		}
	}
	note := func(what string) func() error { return func() error { *seen = append(*seen, what); return nil } }
	return &trio.Instrument{
		BeforeRun: note("before_run"), AfterRun: note("after_run"),
		TaskSpawned: task("spawned"), TaskScheduled: task("scheduled"), TaskExited: task("exited"),
		BeforeTaskStep: task("before"), AfterTaskStep: task("after"),
	}
}

func TestHookOrder(t *testing.T) {
	var seen []string
	err := trio.Run(namedTask, simulated(trio.WithInstruments(spy(&seen)))...)
	expect(t, "error", "", text(err))
	expect(t, "hooks", []string{"before_run", "spawned namedTask", "scheduled namedTask", "before namedTask",
		"exited namedTask", "after namedTask", "after_run"}, seen)
}

func parent(t *trio.Task) error {
	return trio.OpenNursery(t, func(n *trio.Nursery) error { return n.StartSoonNamed("child", trio.Checkpoint) })
}

func TestHookOrderWithAChild(t *testing.T) {
	var seen []string
	err := trio.Run(parent, simulated(trio.WithInstruments(spy(&seen)))...)
	expect(t, "error", "", text(err))
	expect(t, "hooks", strings.Join([]string{"before_run", "spawned parent", "scheduled parent",
		"before parent", "spawned child", "scheduled child", "after parent",
		"before child", "scheduled child", "after child",
		"before child", "scheduled parent", "exited child", "after child",
		"before parent", "exited parent", "after parent", "after_run"}, "\n"), strings.Join(seen, "\n"))
}

func TestWaitHooks(t *testing.T) {
	var seen []string
	note := func(what string) func(float64) error {
		return func(timeout float64) error { seen = append(seen, fmt.Sprint(what, " ", timeout)); return nil }
	}
	i := &trio.Instrument{BeforeIOWait: note("before"), AfterIOWait: note("after")}
	err := try(func(tk *trio.Task) error {
		tk.Runner().AddInstrument(i)
		tk.Runner().AddInstrument(i)
		err := trio.Checkpoint(tk)
		expect(t, "removed", []bool{true, false}, []bool{tk.Runner().RemoveInstrument(i), tk.Runner().RemoveInstrument(i)})
		return errors.Join(err, trio.Checkpoint(tk))
	})
	expect(t, "error", "", text(err))
	expect(t, "waits", []string{"before 0", "after 0"}, seen)
}

// TestCrashingInstrument is disabled and logged; the others go on.
func TestCrashingInstrument(t *testing.T) {
	var log, seen []string
	bad := &trio.Instrument{
		Name:           "<bad>",
		BeforeTaskStep: func(*trio.Task) error { return errors.New("ouch") },
		AfterRun:       func() error { t.Error("it is still there"); return nil },
	}
	panics := &trio.Instrument{Name: "<panics>", TaskSpawned: func(*trio.Task) error { panic("ouch") }}
	err := trio.Run(namedTask, simulated(trio.WithInstruments(bad, panics, spy(&seen)),
		trio.WithInstrumentLog(process.LogFunc(func(_ process.Level, s string) {
			line, _, _ := strings.Cut(s, "\n")
			log = append(log, line)
		})))...)
	expect(t, "error", "", text(err))
	expect(t, "log", []string{
		"Exception raised when calling 'task_spawned' on instrument <panics>. Instrument has been disabled.",
		"Exception raised when calling 'before_task_step' on instrument <bad>. Instrument has been disabled.",
	}, log)
	expect(t, "the last hook of another", "after_run", seen[len(seen)-1])
}
