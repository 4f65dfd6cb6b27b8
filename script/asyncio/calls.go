package asyncio

import (
	"strings"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/profile"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// calls are the functions of CPython's asyncio that stand on the stack while a
// loop runs.
var calls = [loop.Calls]struct{ module, name, text string }{
	loop.CallRun:              {"asyncio/runners", "run", "return runner.run(main)"},
	loop.CallRunnerRun:        {"asyncio/runners", "run", "return self._loop.run_until_complete(task)"},
	loop.CallRunnerExit:       {"asyncio/runners", "__exit__", "self.close()"},
	loop.CallRunnerClose:      {"asyncio/runners", "close", "_cancel_all_tasks(loop)"},
	loop.CallCancelAll:        {"asyncio/runners", "_cancel_all_tasks", ""},
	loop.CallRunUntilComplete: {"asyncio/base_events", "run_until_complete", "self.run_forever()"},
	loop.CallRunForever:       {"asyncio/base_events", "run_forever", "self._run_once()"},
	loop.CallRunOnce:          {"asyncio/base_events", "_run_once", "handle._run()"},
	loop.CallHandleRun:        {"asyncio/events", "_run", "self._context.run(self._callback, *self._args)"},
	loop.CallSelect:           {"selectors", "select", ""},
	loop.CallCreateFuture:     {"asyncio/base_events", "create_future", "return futures.Future(loop=self)"},
	loop.CallOnSIGINT:         {"asyncio/runners", "_on_sigint", "raise KeyboardInterrupt()"},
}

// stack shows the core's calls on the stacks of the threads.
type stack struct {
	b   *Binding
	fns [loop.Calls]*vm.Library
	// What else of the library shows in tracebacks.
	yieldOnce, leaveTimeout, createTask, gather, gathering, shield *vm.Library
	ensureFuture                                                   []*vm.Library
}

func (b *Binding) newStack() *stack {
	s := &stack{b: b}
	for c := range loop.Calls {
		if b.profile().RunnerMakesTask || c < loop.CallRunnerRun || c > loop.CallRunnerClose {
			text := calls[c].text
			if c == loop.CallRun && !b.profile().RunnerMakesTask {
				text = "return loop.run_until_complete(main)"
			}
			s.fns[c] = b.library(calls[c].module, calls[c].name, text)
		}
	}
	s.yieldOnce = b.library("asyncio/tasks", "__sleep0", "yield")
	s.leaveTimeout = b.library("asyncio/timeouts", "__aexit__", "")
	s.createTask = b.library("asyncio/tasks", "create_task", "")
	for _, name := range b.profile().EnsureFutureCalls {
		s.ensureFuture = append(s.ensureFuture, b.library("asyncio/tasks", name, ""))
	}
	s.gathering = b.library("asyncio/tasks", "__init__", "")
	s.gather = b.library("asyncio/tasks", "gather", "")
	s.shield = b.library("asyncio/tasks", "shield", "")
	return s
}

// library makes a function of a module of CPython's library.
func (b *Binding) library(module, name, text string) *vm.Library {
	return b.h.Machine.Library(vm.LibraryCode("<lib>/"+module+".py", name), b.libraryGlobals(module), text)
}

// libraryGlobals is the namespace of such a module's functions.
func (b *Binding) libraryGlobals(module string) *object.Dict {
	d := b.globals[module]
	if d == nil {
		if b.globals == nil {
			b.globals = map[string]*object.Dict{}
		}
		d = object.NewDict()
		d.SetStr("__name__", object.String(strings.ReplaceAll(module, "/", ".")))
		b.globals[module] = d
	}
	return d
}

// Enter implements loop.Stack.
func (s *stack) Enter(c loop.Call, on ...any) {
	if c == loop.CallRunForever {
		s.b.trackRun(true)
	}
	f := s.fns[c]
	if f == nil {
		return
	}
	f.Enter(vm.Of(s.b.t()), s.locals(c, on))
}

// locals gives what a call's variables refer to, no value for nothing.
func (s *stack) locals(c loop.Call, on []any) val {
	if len(on) == 0 {
		return val{}
	}
	d := object.NewDict()
	switch c {
	case loop.CallCancelAll:
		all := &object.List{}
		for _, f := range on {
			all.Items = append(all.Items, s.b.toValue(f))
		}
		d.SetStr("to_cancel", object.Obj(all))
	case loop.CallRunnerExit:
		err, _ := on[0].(error)
		if err == nil {
			return val{}
		}
		if e := object.AsException(err); e != nil {
			d.SetStr("exc_val", object.Obj(e))
		}
	case loop.CallHandleRun:
		err, _ := on[0].(error)
		e := object.AsException(err)
		if e == nil {
			return val{}
		}
		s.b.h.In.Life.Ended(e)
		if run := s.b.toValue(on[1]); exceptions.LeavesLoop(err) {
			d.SetStr("self", run)
		} else {
			d.SetStr("context", object.TupleValue(object.Obj(e), run))
		}
	default:
		d.SetStr("future", s.b.toValue(on[0]))
	}
	return object.Obj(d)
}

// Pass implements loop.Stack.
func (s *stack) Pass(c loop.Call, err error) error {
	if f := s.fns[c]; f != nil {
		return f.Pass(vm.Of(s.b.t()), err)
	}
	return err
}

// Leave implements loop.Stack.
func (s *stack) Leave(c loop.Call) {
	if c == loop.CallRunForever {
		s.b.trackRun(false)
	}
	if f := s.fns[c]; f != nil {
		f.Leave(vm.Of(s.b.t()))
	}
}

// Raised implements loop.Stack.
func (s *stack) Raised(err error) { s.b.raised(err) }

// raised gives err, which is raised now, the exception being handled as its
// context. A cancelled future's that has the one it came from keeps it.
func (b *Binding) raised(err error) {
	if b.profile().Cancelled == profile.CancelledChained && exceptions.IsCancelled(err) {
		if e := object.AsException(err); e != nil && e.Context != nil {
			return
		}
	}
	vm.Of(b.t()).Chain(err)
}

// raisedBy is raised for the outcome of f.
func (b *Binding) raisedBy(f future.Awaitable, err error) {
	if f.Cancelled() {
		b.raised(err)
		return
	}
	vm.Of(b.t()).Chain(err)
}

// fails gives err as one that comes out of a function. self is what it is a
// method of, or no value: as long as the error has its traceback, that is in use.
func (b *Binding) fails(in *vm.Library, self val, err error) error {
	m := vm.Of(b.t())
	var locals val
	if self.Valid() {
		d := object.NewDict()
		d.SetStr("self", self)
		locals = object.Obj(d)
	}
	in.Enter(m, locals)
	defer in.Leave(m)
	return in.Pass(m, err)
}

// passes gives e, which was thrown in, as it comes out of a function.
func (b *Binding) passes(in *vm.Library, e *object.Exception) error {
	m := vm.Of(b.t())
	in.Enter(m, val{})
	defer in.Leave(m)
	return in.PassOn(m, e)
}

// within runs Go code that stands for a function of the library, while on passes.
func (s *stack) within(c loop.Call, on error, run func() (val, error)) (val, error) {
	s.Enter(c, on)
	v, err := run()
	err = s.Pass(c, err)
	s.Leave(c)
	return v, err
}
