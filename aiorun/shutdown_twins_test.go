package aiorun_test

import (
	"fmt"
	"math"
	"strings"
	"time"

	"asyncio/aiorun"
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/signalsafe"
	"asyncio/task"
)

// pythonList prints numbers or truths as a list of Python's.
func pythonList[T any](items []T) string {
	texts := make([]string, len(items))
	for i, v := range items {
		texts[i] = fmt.Sprint(v)
		if b, ok := any(v).(bool); ok {
			texts[i] = map[bool]string{true: "True", false: "False"}[b]
		}
	}
	return "[" + strings.Join(texts, ", ") + "]"
}

func handlerByHand(s *stage) {
	report := func(contexts ...*handle.ErrorContext) func(co *task.Co) error {
		return func(co *task.Co) error {
			for _, c := range contexts {
				if err := co.Loop().CallExceptionHandler(c); err != nil {
					return err
				}
			}
			return sleep(co, 10)
		}
	}
	one := &handle.ErrorContext{Message: "told", Exception: exceptions.ValueError("one")}
	bare := &handle.ErrorContext{Message: "only told"}
	_ = s.run(report(one), aiorun.StopOnUnhandledErrors())
	_ = s.run(report(bare), aiorun.StopOnUnhandledErrors())
	_ = s.run(report(one, bare), aiorun.StopOnUnhandledErrors())
	_ = s.run(report(bare, one), aiorun.StopOnUnhandledErrors())
}

func stubborn(s *stage) {
	var naughty *task.Task
	var started float64
	enough := false
	l := s.newLoop()
	_ = s.run(func(co *task.Co) error {
		naughty = s.spawn(l, func(co *task.Co) error {
			for !enough {
				if err := sleep(co, 10); exceptions.IsCancelled(err) {
					s.print("no")
				}
			}
			return nil
		})
		started = l.Time()
		if err := sleep(co, 0.5); err != nil {
			return err
		}
		return exceptions.ValueError("main")
	}, aiorun.WithLoop(l), aiorun.StopOnUnhandledErrors(), aiorun.WithTaskTimeout(2*time.Second))
	s.print(math.Round((l.Time()-started)*10)/10, naughty.Done())
	for i, line := range s.lines { // without the frames, which are Go's
		if text, _, cut := strings.Cut(line, ": [<frame"); cut && strings.Contains(text, "During") {
			s.lines[i] = text
		}
	}
	enough = true
	naughty.Cancel()
	_, _ = l.RunUntilComplete(naughty)
	_ = l.Close()
}

func interruptAndExit(s *stage) {
	main := func(raised error) func(co *task.Co) error {
		return func(co *task.Co) error {
			t := s.spawn(co.Loop(), func(co *task.Co) error {
				if err := sleep(co, 1); err != nil {
					return err
				}
				return raised
			})
			if err := sleep(co, 5); exceptions.IsCancelled(err) {
				s.print("main cancelled")
			}
			if _, err := co.Await(t); err != nil {
				s.print("task", exceptions.Repr(err))
			}
			return nil
		}
	}
	_ = s.run(main(exceptions.ErrKeyboardInterrupt.New("")))
	l := s.newLoop()
	_ = s.run(main(exceptions.Exit(3)), aiorun.WithLoop(l))
	s.print(l.IsClosed(), len(task.All(l)))
	l.Stop()
	_ = l.RunForever()
	s.end(l)
}

// end cancels what is left, has the loop run a second on, and closes it.
func (s *stage) end(l *loop.Loop) {
	for _, t := range task.All(l) {
		t.Cancel()
	}
	if _, err := l.CallLater(1, func() error { l.Stop(); return nil }); err != nil {
		s.t.Error(err)
	}
	if err := l.RunForever(); err != nil {
		s.t.Error(err)
	}
	_ = l.Close()
}

func afterStop(s *stage) {
	stop := func(co *task.Co) error { co.Loop().Stop(); return nil }
	_ = s.tell(aiorun.Run(stop, aiorun.WithLogger(logs{s, "aiorun"}), aiorun.WithLoopConfig(s.config()), aiorun.AsOnWindows(false)))
	table := s.state.Signals
	handled := func(number signalsafe.Signal) bool { return table.Handler(number).Kind() != signalsafe.KindIgnore }
	s.print(handled(signalsafe.SIGINT), handled(signalsafe.SIGTERM))
	if err := table.Raise(signalsafe.SIGINT); err != nil {
		s.t.Error(err)
	}
	_ = s.tell(table.Check())
	s.print(handled(signalsafe.SIGINT), handled(signalsafe.SIGTERM))
}

func signalWhileWaiting(s *stage) {
	l := s.newLoop()
	_ = s.run(func(co *task.Co) error {
		if _, err := l.CallLater(1, func() error { l.Stop(); return nil }); err != nil {
			return err
		}
		if err := sleep(co, 10); !exceptions.IsCancelled(err) {
			return err
		}
		if err := sleep(co, 5); err != nil {
			return err
		}
		s.print("never")
		return nil
	}, aiorun.WithLoop(l))
	s.end(l)
}

func stoppedAgain(s *stage) {
	l := s.newLoop()
	_ = s.run(func(co *task.Co) error {
		if err := sleep(co, 10); !exceptions.IsCancelled(err) {
			return err
		}
		s.print("main cancelled")
		l.Stop()
		return sleep(co, 1)
	}, aiorun.WithLoop(l))
	_, _ = l.RunUntilComplete(s.spawn(l, func(co *task.Co) error { return sleep(co, 2) }))
	s.print(len(task.All(l)))
	_ = l.Close()
}

func waitsFor(s *stage) {
	job := func(value any, seconds float64) func(co *task.Co) (any, error) {
		return func(co *task.Co) (any, error) {
			if err := sleep(co, seconds); err != nil {
				return nil, err
			}
			if err, failed := value.(error); failed {
				return nil, err
			}
			s.print("job gives", value)
			return value, nil
		}
	}
	wait := func(l *loop.Loop, value any, seconds float64) func(co *task.Co) error {
		waited := aiorun.ShutdownWaitsForOf(l, job(value, seconds))
		return func(co *task.Co) error { _, err := waited(co); return err }
	}
	keyError := exceptions.NewClass("KeyError", exceptions.ErrException)
	l := s.newLoop()
	early := s.spawn(l, func(wait func(co *task.Co) (any, error)) func(co *task.Co) error {
		return func(co *task.Co) error { _, err := wait(co); return err }
	}(aiorun.ShutdownWaitsForOf(l, job("early", 1))))
	main := func(co *task.Co) error {
		v, err := aiorun.ShutdownWaitsForOf(l, job(42, 1))(co)
		if err != nil {
			return err
		}
		s.print(v)
		s.print(exceptions.Repr(wait(l, keyError.New("k"), 1)(co)))
		waiter := s.spawn(l, wait(l, "late", 2))
		if err := sleep(co, 1); err != nil {
			return err
		}
		waiter.Cancel()
		if _, err := co.Await(waiter); exceptions.IsCancelled(err) {
			s.print("waiter cancelled at once")
		}
		if err := sleep(co, 2); err != nil {
			return err
		}
		if _, err := task.WaitFor(co, s.spawn(l, wait(l, exceptions.ValueError("lost"), 2)), 1); exceptions.TypeName(err) == "TimeoutError" {
			s.print("timed out")
		}
		if err := sleep(co, 2); err != nil {
			return err
		}
		s.print("before the end:", len(task.All(l)))
		kept := s.spawn(l, wait(l, "kept", 5))
		child := s.spawn(l, aiorun.ShutdownWaitsFor(l, func(co *task.Co) error {
			sleeps := s.spawn(l, func(co *task.Co) error { return sleep(co, 10) })
			if _, err := co.Await(sleeps); exceptions.IsCancelled(err) {
				s.print("the job's child was cancelled")
			}
			return nil
		}))
		s.print("alive:", len(task.All(l)))
		all, err := task.Gather(l, []any{kept, child}, false)
		if err != nil {
			return err
		}
		_, err = co.Await(all)
		return err
	}
	_ = s.run(main, aiorun.WithLoop(l))
	if _, err := early.Result(); err == nil {
		s.print("early")
	}
	_ = l.Close()
}

func lateTasks(s *stage) {
	var tasks []*task.Task
	late := func(seconds float64) func(co *task.Co) error {
		return func(co *task.Co) error {
			err := sleep(co, seconds)
			if err != nil {
				s.print("late task cancelled")
			} else {
				s.print("late task done")
			}
			return err
		}
	}
	l := s.newLoop()
	_ = s.run(func(co *task.Co) error {
		err := aiorun.ShutdownWaitsFor(l, func(co *task.Co) error { return sleep(co, 3) })(co)
		if exceptions.IsCancelled(err) {
			tasks = append(tasks, s.spawn(l, late(1)), s.spawn(l, late(9)))
		}
		return err
	}, aiorun.WithLoop(l))
	s.print(pythonList([]bool{tasks[0].Done(), tasks[1].Done()}))
	tasks[1].Cancel()
	s.end(l)
}

func ownHandler(s *stage) {
	_ = s.run(func(co *task.Co) error {
		for {
			if err := sleep(co, 1.5); err != nil {
				s.print("main cancelled")
				return nil
			}
			s.print("beat")
		}
	}, aiorun.WithShutdownHandler(func(l *loop.Loop) error {
		s.print("asked to end", l.IsRunning())
		_, err := l.CallLater(4, func() error { l.Stop(); return nil })
		return err
	}), aiorun.WithTaskTimeout(time.Second))
}
