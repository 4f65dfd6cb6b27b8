package trio

import (
	"strings"

	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/vm"
	core "asyncio/trio"
)

// Module makes _trio.
func Module(h *host.Host) (*object.Module, error) {
	b := of(h)
	m := object.NewModule("_trio")
	b.module = m
	for name, c := range errorClasses {
		m.Dict.SetStr(name, object.Obj(c))
	}
	m.Dict.SetStr("Task", object.Obj(taskClass))
	m.Dict.SetStr("VERSION", object.String(b.profile.Version))
	for name, yes := range map[string]bool{
		"STRICT": b.profile.Strict, "REASONS": b.profile.Reasons, "RELATIVE": b.profile.RelativeDeadlines,
		"NAMED_SECONDS": b.profile.NamedSeconds, "EVENT_IS_NO_CONDITION": b.profile.EventIsNoCondition,
		"ZERO_TOKENS": b.profile.ZeroTokens, "VIRTUAL": h.Virtual != nil,
	} {
		m.Dict.SetStr(name, object.Bool(yes))
	}
	b.defineRun(m)
	b.defineScopes(m)
	b.defineNurseries(m)
	b.defineSync(m)
	b.defineChannels(m)
	b.defineLowlevel(m)
	b.defineClocks(m)
	b.defineProtection(m)
	return m, nil
}

// defineRun adds run(make, strict, restrict, clock, instruments, last). make gives
// the main task's coroutine and its name; it is called in the run. last is run
// when all tasks of the program have ended.
func (b *Binding) defineRun(m *object.Module) {
	m.Def("groups", 2, 2, func(_ *thread, a []val, _ kws) (val, error) {
		b.group, b.cut = a[0], a[1]
		return object.None, nil
	})
	m.Def("run", 6, 6, func(t *thread, a []val, _ kws) (val, error) { return b.run(t, a) })
	m.Def("add_instrument", 1, 1, func(t *thread, a []val, _ kws) (val, error) {
		r, err := b.runner()
		if err != nil {
			return val{}, err
		}
		x := b.runners[r]
		if x == nil || x.instruments[a[0]] != nil {
			return object.None, nil
		}
		x.instruments[a[0]] = b.instrument(t, a[0])
		r.AddInstrument(x.instruments[a[0]])
		return object.None, nil
	})
	m.Def("remove_instrument", 1, 1, func(t *thread, a []val, _ kws) (val, error) {
		r, err := b.runner()
		if err != nil {
			return val{}, err
		}
		x := b.runners[r]
		if x == nil || x.instruments[a[0]] == nil || !r.RemoveInstrument(x.instruments[a[0]]) {
			return val{}, object.KeyError(a[0])
		}
		delete(x.instruments, a[0])
		return object.None, nil
	})
}

func (b *Binding) run(t *thread, a []val) (val, error) {
	from := vm.Of(t).Current()
	clock, err := b.clockOf(t, a[3])
	if err != nil {
		return val{}, err
	}
	opts := []core.Option{
		core.WithState(b.h.Process), core.WithThread(b.h.Process.CurrentThread()), core.WithProfile(b.profile),
		core.WithErrors(pythonErrors{b}), core.WithClock(clock), core.WithStrictGroups(object.Is(a[1], object.True)),
		core.WithRestrictedInterrupts(object.Is(a[2], object.True)), core.WithBlocking(b.h.Threads.Blocking),
		core.WithUnprotected(func() bool { return !b.protected(t) }),
		core.WithFinalize(func(*core.Task) core.Op { return &callOp{b: b, fn: a[5]} }),
	}
	if b.h.Shuffle != nil {
		opts = append(opts, core.WithSchedule(core.CoinFlip(*b.h.Shuffle)))
	}
	instruments, err := object.Collect(t, a[4])
	if err != nil {
		return val{}, err
	}
	x := &running{from: from, instruments: map[val]*core.Instrument{}}
	for _, v := range instruments {
		if x.instruments[v] == nil {
			x.instruments[v] = b.instrument(t, v)
			opts = append(opts, core.WithInstruments(x.instruments[v]))
		}
	}
	r, err := core.NewRunner(func(r *core.Runner) (core.SpawnConfig, error) {
		made, err := b.t().Call(a[0])
		if err != nil {
			return core.SpawnConfig{}, err
		}
		pair, ok := made.Ref.(*object.Tuple)
		if !ok || len(pair.Items) != 2 {
			return core.SpawnConfig{}, object.TypeError("a coroutine and a name were expected")
		}
		var c core.SpawnConfig
		_, err = b.spawn(b.t(), pair.Items[0], pair.Items[1], val{}, func(made core.SpawnConfig) (*core.Task, error) {
			c = made
			return nil, nil
		})
		return c, err
	}, opts...)
	if err != nil {
		return val{}, taken(err)
	}
	if p, ok := clock.(*pyClock); ok {
		p.r = r
	}
	b.runners[r] = x
	defer delete(b.runners, r)
	v, err := r.Run()
	if err != nil {
		return val{}, taken(err)
	}
	return b.value(v), nil
}

// defineProtection adds what keeps KeyboardInterrupt out of functions.
func (b *Binding) defineProtection(m *object.Module) {
	m.Def("protect", 2, 2, func(_ *thread, a []val, _ kws) (val, error) {
		if f, ok := a[0].Ref.(*vm.Function); ok {
			b.marks[f.Code()] = object.Is(a[1], object.True)
		}
		return object.None, nil
	})
	m.Def("protected", 0, 0, func(t *thread, _ []val, _ kws) (val, error) {
		f := vm.Of(t).Current()
		if f != nil {
			f = f.Back() // without the function of the library that asks
		}
		return object.Bool(b.protectedFrom(t, f)), nil
	})
}

// protected reports whether KeyboardInterrupt is kept out of the code that runs:
// the library's own, a system task's, what the nearest marked function says.
func (b *Binding) protected(t *thread) bool {
	f := vm.Of(t).Current()
	if f != nil && strings.HasPrefix(f.Code().File, "<lib>/trio/") {
		if yes, marked := b.marks[f.Code()]; marked {
			return yes
		}
		return true
	}
	return b.protectedFrom(t, f)
}

func (b *Binding) protectedFrom(_ *thread, f *vm.Frame) bool {
	r := core.Current(b.h.Process.CurrentThread())
	if r == nil || b.runners[r] == nil {
		return true
	}
	for ; f != nil && f != b.runners[r].from; f = f.Back() {
		if yes, marked := b.marks[f.Code()]; marked {
			return yes
		}
	}
	cur := r.CurrentTask()
	return cur == nil || cur.System()
}
