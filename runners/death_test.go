package runners_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/runners"
	"asyncio/signalsafe"
	"asyncio/task"
)

// TestDeath: a scripted signal whose default is deadly ends the run, and none of
// the program's code notices but deferred calls.
func TestDeath(t *testing.T) {
	var lines []string
	say := func(line string) { lines = append(lines, line) }
	state := process.NewSimulated()
	state.Logger = process.LogFunc(func(level process.Level, text string) {
		if level >= process.Warning {
			say("logged: " + text)
		}
	})
	now := clock.NewVirtual(0)
	sleeper := func(co *task.Co) (any, error) {
		defer say("deferred")
		_, err := task.Sleep(co, 10, nil)
		say("woken")
		return nil, err
	}
	o := runners.Options{Config: loop.Config{State: state, Clock: now, Overrides: func(l *loop.Loop) *loop.Overrides {
		return &loop.Overrides{Close: func() error { say("close"); return l.Base().Close() }}
	}}}
	_, err := runners.Run(func(l *loop.Loop) coroutine.Coroutine {
		now.At(1, func() { l.DeliverSignal(signalsafe.SIGTERM) })
		return task.NewCoro(l, func(co *task.Co) (any, error) {
			if _, err := task.Create(l, task.NewCoro(l, sleeper, 0), task.Options{}); err != nil {
				return nil, err
			}
			return sleeper(co)
		}, 0)
	}, o)
	var death *signalsafe.DeathError
	if !errors.As(err, &death) || death.Signal != signalsafe.SIGTERM {
		t.Errorf("got %v, want the death by SIGTERM", err)
	}
	if diff := cmp.Diff([]string{"deferred", "deferred"}, lines); diff != "" {
		t.Errorf("the program's code ran on (-want +got):\n%s", diff)
	}
}

// TestDeathInBusyCode: code that is running when the signal comes ends at its
// next await.
func TestDeathInBusyCode(t *testing.T) {
	state := process.NewSimulated()
	awaited := false
	_, err := runners.Run(func(l *loop.Loop) coroutine.Coroutine {
		return task.NewCoro(l, func(co *task.Co) (any, error) {
			l.DeliverSignal(signalsafe.SIGTERM)
			if err := co.CheckSignals(); err == nil {
				t.Error("CheckSignals does not tell of the death")
			}
			err := co.Yield()
			awaited = true
			return 7, err
		}, 0)
	}, runners.Options{Config: loop.Config{State: state, Clock: clock.NewVirtual(0)}})
	if _, by := runners.Status(err); by != signalsafe.SIGTERM {
		t.Errorf("got %v, want the death by SIGTERM", err)
	}
	if awaited {
		t.Error("the coroutine went on behind its await")
	}
}
