package aiorun_test

import (
	"errors"

	"asyncio/aiorun"
	"asyncio/concurrent"
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/signalsafe"
	"asyncio/task"
)

// twins are the Go twins of the recorded programs.
var twins = map[string]func(s *stage){
	"after_stop":           afterStop,
	"callback_fails":       callbackFails,
	"callback_forms":       callbackForms,
	"handler_by_hand":      handlerByHand,
	"interrupt_and_exit":   interruptAndExit,
	"late_tasks":           lateTasks,
	"main_fails":           mainFails,
	"more_signals":         moreSignals,
	"no_main":              func(s *stage) { _ = s.run(nil) },
	"own_handler":          ownHandler,
	"protected_jobs":       protectedJobs,
	"proxy_cancelled":      proxyCancelled,
	"refused":              refused,
	"signal_while_waiting": signalWhileWaiting,
	"signals_end_it":       signalsEndIt,
	"stopped_again":        stoppedAgain,
	"stubborn":             stubborn,
	"waits_for":            waitsFor,
}

func sleeper(co *task.Co) error { return sleep(co, 5) }

func signalsEndIt(s *stage) {
	main := func(name string) func(co *task.Co) error {
		return func(co *task.Co) error {
			s.print(name, "sleeps")
			defer s.print(name, "ends")
			return sleep(co, 5)
		}
	}
	pool := func() aiorun.Option { return aiorun.WithExecutor(concurrent.NewThreadPool(0, "own_")) }
	_ = s.run(main("own loop, own executor"))
	_ = s.run(main("own loop"), pool())
	l := s.newLoop()
	_ = s.run(main("own executor"), aiorun.WithLoop(l))
	_ = s.run(main("neither"), aiorun.WithLoop(l), pool())
	s.print(l.IsClosed())
	_ = l.Close()
}

func moreSignals(s *stage) {
	main := func(co *task.Co) error {
		if err := sleep(co, 5); !exceptions.IsCancelled(err) {
			return err
		}
		if err := sleep(co, 0.1); err != nil {
			return err
		}
		s.print("cleaned up")
		return nil
	}
	// Without RestoreSignals both stay ignored.
	_ = s.tell(aiorun.Run(main, aiorun.WithLogger(logs{s, "aiorun"}), aiorun.WithLoopConfig(s.config()), aiorun.AsOnWindows(false)))
	ignored := func(number signalsafe.Signal) bool {
		return s.state.Signals.Handler(number).Kind() == signalsafe.KindIgnore
	}
	s.print(ignored(signalsafe.SIGINT), ignored(signalsafe.SIGTERM))
}

func protectedJobs(s *stage) {
	job := func(way string) func(co *task.Co) error {
		return func(co *task.Co) error {
			s.print(way, "begins")
			if err := sleep(co, 2); err != nil {
				return err
			}
			s.print(way, "is through")
			return nil
		}
	}
	for _, way := range []string{"create_task", "ensure_future"} {
		_ = s.run(func(co *task.Co) error {
			s.spawn(co.Loop(), aiorun.ShutdownWaitsFor(co.Loop(), job(way)))
			return sleep(co, 5)
		})
	}
	_ = s.run(func(co *task.Co) error {
		err := aiorun.ShutdownWaitsFor(co.Loop(), job("await"))(co)
		if exceptions.IsCancelled(err) {
			s.print("the waiter is cancelled")
		}
		return err
	})
	_ = s.run(func(co *task.Co) error {
		aiorun.ShutdownWaitsFor(co.Loop(), job("a call"))
		return sleep(co, 5)
	})
}

func proxyCancelled(s *stage) {
	_ = s.run(func(co *task.Co) error {
		l := co.Loop()
		waiter := s.spawn(l, aiorun.ShutdownWaitsFor(l, func(co *task.Co) error {
			err := sleep(co, 5)
			if exceptions.IsCancelled(err) {
				s.print("job cancelled")
			}
			return err
		}))
		if err := sleep(co, 1); err != nil {
			return err
		}
		for _, t := range task.All(l) {
			if t != waiter && t != co.Task() {
				t.Cancel()
			}
		}
		if _, err := co.Await(waiter); exceptions.IsCancelled(err) {
			s.print("waiter cancelled")
		}
		l.Stop()
		return nil
	})
}

func callbackForms(s *stage) {
	beats := func(co *task.Co) error {
		for {
			if err := sleep(co, 0.4); err != nil {
				s.print("main cancelled")
				return nil
			}
			s.print("beat")
		}
	}
	_ = s.run(beats, aiorun.WithShutdownCallback(func(l *loop.Loop) error {
		s.print("function", l.IsRunning(), l.IsClosed())
		return nil
	}))
	_ = s.run(beats, aiorun.WithShutdownCoroutine(func(co *task.Co) error {
		err := sleep(co, 0.5)
		s.print("async function", co.Loop().IsRunning())
		return err
	}))
	_ = s.run(beats, aiorun.WithShutdownCoroutine(func(co *task.Co) error {
		err := sleep(co, 0.5)
		s.print("coroutine")
		return err
	}))
	// What is none of these the compiler refuses; Python's TypeError comes here.
	_ = s.run(beats, aiorun.WithShutdownCallback(func(*loop.Loop) error {
		return exceptions.TypeError("The provided shutdown_callback must be either a function,an awaitable, " +
			"or a coroutine object, but it was <class 'int'>")
	}))
}

func callbackFails(s *stage) {
	keyError := exceptions.NewClass("KeyError", exceptions.ErrException)
	fails := func(*loop.Loop) error { return keyError.New("callback") }
	_ = s.run(sleeper, aiorun.WithShutdownCallback(fails))
	_ = s.run(func(*task.Co) error { return exceptions.ValueError("main") },
		aiorun.WithShutdownCallback(fails), aiorun.StopOnUnhandledErrors())
	_ = s.run(func(co *task.Co) error { co.Loop().Stop(); return nil },
		aiorun.WithShutdownCoroutine(func(co *task.Co) error {
			if _, err := co.Loop().CallLater(0.5, func() error { co.Loop().Stop(); return nil }); err != nil {
				return err
			}
			return sleep(co, 5)
		}))
}

func refused(s *stage) {
	l := s.newLoop()
	_ = s.run(nil, aiorun.WithLoop(l), aiorun.WithUvloop())
	l.SetExceptionHandler(func(*loop.Loop, *handle.ErrorContext) error { return nil })
	_ = s.tell(aiorun.Run(nil, aiorun.WithLoop(l), aiorun.StopOnUnhandledErrors(), aiorun.WithLogger(logs{s, "aiorun"})))
	s.print(l.IsClosed(), s.state.Signals.Handler(signalsafe.SIGINT).Kind() == signalsafe.KindIgnore)
	_ = l.Close()
	if err := s.run(nil, aiorun.WithUvloop()); !errors.Is(err, aiorun.ErrImport) {
		s.print("is no ImportError")
	}
	_ = s.run(nil, aiorun.WithExecutorWorkers(0))
	// Another goroutine is not the main thread while this one is.
	s.state.TakeMain(s.state.CurrentThread())
	defer s.state.LeaveMain()
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = s.run(nil)
	}()
	<-done
}

func mainFails(s *stage) {
	cancelled := make([]int, 0, 10)
	_ = s.run(func(co *task.Co) error {
		for n := range 10 {
			s.spawn(co.Loop(), func(co *task.Co) error {
				err := sleep(co, 10)
				if exceptions.IsCancelled(err) {
					cancelled = append(cancelled, n)
				}
				return err
			})
		}
		if err := sleep(co, 1); err != nil {
			return err
		}
		return exceptions.ValueError("ouch")
	}, aiorun.StopOnUnhandledErrors())
	s.print(pythonList(cancelled))
}
