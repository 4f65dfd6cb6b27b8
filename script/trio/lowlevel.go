package trio

import (
	"asyncio/script/object"
	"asyncio/signalsafe"
	core "asyncio/trio"
)

var (
	tokenClass    = object.NewNativeClass("_trio", "Token").Final()
	receiverClass = object.NewNativeClass("_trio", "SignalReceiver").Final()
	sequenceClass = object.NewNativeClass("_trio", "Sequencer").Final()
)

// defineLowlevel adds what other primitives are made of.
func (b *Binding) defineLowlevel(m *object.Module) {
	for name, op := range map[string]func() core.Op{
		"checkpoint":                 core.CheckpointOp,
		"checkpoint_if_cancelled":    core.CheckpointIfCancelledOp,
		"cancel_shielded_checkpoint": core.CancelShieldedCheckpointOp,
		"sleep_forever":              core.SleepForeverOp,
	} {
		m.Def(name, 0, 0, func(*thread, []val, kws) (val, error) { return b.await(op()) })
	}
	for name, op := range map[string]func(float64) core.Op{
		"sleep":                  core.SleepOp,
		"sleep_until":            core.SleepUntilOp,
		"wait_all_tasks_blocked": core.WaitAllTasksBlockedOp,
	} {
		m.Def(name, 1, 1, func(t *thread, a []val, _ kws) (val, error) {
			x, err := number(t, a[0])
			if err != nil {
				return val{}, err
			}
			return b.await(op(x))
		})
	}
	m.Def("wait_task_rescheduled", 1, 1, func(_ *thread, a []val, _ kws) (val, error) {
		return b.await(core.WaitTaskRescheduledOp(b.abort(a[0])), a[0])
	})
	m.Def("lending", 1, 1, func(_ *thread, a []val, _ kws) (val, error) {
		return b.trap(core.WaitTaskRescheduledOp(b.abort(a[0])))
	})
	m.Def("detachment", 2, 2, func(_ *thread, a []val, _ kws) (val, error) {
		return b.trap(core.DetachOp(a[0], errorOf(a[1])))
	})
	m.Def("reschedule", 3, 3, func(_ *thread, a []val, _ kws) (val, error) {
		t, err := taskOf(a[0])
		if err == nil {
			t.Runner().Reschedule(t, a[1], errorOf(a[2]))
		}
		return object.None, err
	})
	m.Def("current_task", 0, 0, func(*thread, []val, kws) (val, error) {
		t, err := b.task()
		if err != nil {
			return val{}, err
		}
		return b.taskValue(t), nil
	})
	m.Def("in_run", 0, 0, func(*thread, []val, kws) (val, error) {
		return object.Bool(core.Current(b.h.Process.CurrentThread()) != nil), nil
	})
	m.Def("in_task", 0, 0, func(*thread, []val, kws) (val, error) {
		_, err := b.task()
		return object.Bool(err == nil), nil
	})
	m.Def("current_effective_deadline", 0, 0, func(*thread, []val, kws) (val, error) {
		t, err := b.task()
		if err != nil {
			return val{}, err
		}
		return object.Float(core.CurrentEffectiveDeadline(t)), nil
	})
	for name, give := range map[string]func(r *core.Runner) val{
		"current_root_task": func(r *core.Runner) val { return b.taskValue(r.RootTask()) },
		"main_task":         func(r *core.Runner) val { return b.taskValue(r.MainTask()) },
		"current_time":      func(r *core.Runner) val { return object.Float(r.CurrentTime()) },
		"current_clock":     func(r *core.Runner) val { return b.clockValue(r.Clock()) },
		"token":             func(r *core.Runner) val { return b.tokenValue(r) },
		"statistics": func(r *core.Runner) val {
			s := r.Statistics()
			return object.TupleValue(object.Int(int64(s.TasksLiving)), object.Int(int64(s.TasksRunnable)),
				object.Float(s.SecondsToNextDeadline), object.Int(int64(s.RunSyncSoonQueueSize)))
		},
	} {
		m.Def(name, 0, 0, func(*thread, []val, kws) (val, error) {
			r, err := b.runner()
			if err != nil {
				return val{}, err
			}
			return give(r), nil
		})
	}
	m.Def("spawn_system_task", 3, 3, func(t *thread, a []val, _ kws) (val, error) {
		r, err := b.runner()
		if err != nil {
			return val{}, err
		}
		return b.spawn(t, a[0], a[1], a[2], r.SpawnSystemTask)
	})
	m.Def("open_signals", 1, 1, func(t *thread, a []val, _ kws) (val, error) {
		items, err := object.Collect(t, a[0])
		if err != nil {
			return val{}, err
		}
		r, err := b.runner()
		if err != nil && len(items) > 0 && !b.h.Process.IsMain(b.h.Process.CurrentThread()) {
			err = taken(core.NotInMainThread())
		}
		if err != nil {
			return val{}, err
		}
		numbers := make([]signalsafe.Signal, len(items))
		for i, v := range items {
			n, err := object.Index(t, v)
			if err != nil {
				return val{}, err
			}
			numbers[i] = signalsafe.Signal(n)
		}
		s, err := r.OpenSignals(numbers...)
		if err != nil {
			return val{}, taken(err)
		}
		return hold(receiverClass, b, s), nil
	})
	m.Def("Sequencer", 0, 0, func(*thread, []val, kws) (val, error) { return hold(sequenceClass, b, &core.Sequencer{}), nil })
}

// trap is what an operation yields first, for a coroutine that yields it itself
// because somebody else than the run will resume it.
func (b *Binding) trap(op core.Op) (val, error) {
	t, err := b.task()
	if err != nil {
		return val{}, err
	}
	wait, _, err := op.Begin(t)
	if err != nil {
		return val{}, taken(err)
	}
	return object.Obj(&trapValue{wait.(*core.Trap)}), nil
}

// abort gives the AbortFunc that is a function of Python's: it answers True for
// a wait that is given up, False for one that somebody else will end.
func (b *Binding) abort(fn val) core.AbortFunc {
	return func(raise core.RaiseCancel) core.Abort {
		v, err := b.t().Call(fn, object.NewBuiltin("raise_cancel", 0, 0, func(*thread, []val, kws) (val, error) {
			return val{}, taken(raise())
		}))
		switch {
		case err != nil:
			if r, e := b.runner(); e == nil {
				r.Fail(err)
			}
			return core.AbortFailed
		case object.Is(v, object.True):
			return core.AbortSucceeded
		case object.Is(v, object.False):
			return core.AbortFailed
		}
		return 0
	}
}

func (b *Binding) tokenValue(r *core.Runner) val {
	if v, ok := r.Token().Owner().(val); ok {
		return v
	}
	v, err := b.t().Call(b.module.Dict.GetStr("token_of"), hold(tokenClass, b, r.Token()))
	if err != nil {
		return object.None
	}
	r.Token().SetOwner(v)
	return v
}

func init() {
	tokenClass.Later(fillToken)
	receiverClass.Later(fillReceiver)
	sequenceClass.Later(fillSequence)
}

func fillToken(c *object.Class) {
	method(c, "run_sync_soon", 2, 2, func(_ *thread, b *Binding, k *core.Token, a []val) (val, error) {
		call := &soon{b, a[0]} // of a function without arguments
		var err error
		if object.Is(a[1], object.True) {
			err = k.RunSyncSoonOnce(call, call.call)
		} else {
			err = k.RunSyncSoon(call.call)
		}
		if err == nil {
			b.soon[call] = struct{}{}
		}
		return object.None, taken(err)
	})
	property(c, "own", func(b *Binding, k *core.Token) (val, error) {
		return object.Bool(core.Current(b.h.Process.CurrentThread()) == k.Runner()), nil
	})
}

// soon is a callback that waits in a run's queue.
type soon struct {
	b  *Binding
	fn val
}

// Traverse implements object.Traverser.
func (s *soon) Traverse(visit func(val)) { visit(s.fn) }

func (s *soon) call() error {
	delete(s.b.soon, s)
	_, err := s.b.t().Call(s.fn)
	return err
}

func fillReceiver(c *object.Class) {
	method(c, "next", 0, 0, func(_ *thread, b *Binding, s *core.SignalReceiver, _ []val) (val, error) {
		return b.awaitGiving(s.NextOp(), func(v any, err error) (val, error) {
			if n, ok := v.(signalsafe.Signal); ok {
				return object.Int(int64(n)), nil
			}
			return object.None, err
		})
	})
	method(c, "close", 0, 0, func(_ *thread, _ *Binding, s *core.SignalReceiver, _ []val) (val, error) {
		return object.None, taken(s.Close())
	})
	property(c, "pending", func(_ *Binding, s *core.SignalReceiver) (val, error) { return object.Int(int64(s.Pending())), nil })
}

func fillSequence(c *object.Class) {
	method(c, "enter", 1, 1, func(_ *thread, b *Binding, s *core.Sequencer, a []val) (val, error) {
		return b.await(s.EnterOp(count(a[0])))
	})
	method(c, "leave", 1, 1, func(_ *thread, _ *Binding, s *core.Sequencer, a []val) (val, error) {
		s.Leave(count(a[0]))
		return object.None, nil
	})
}
