package threadmod

import (
	"asyncio/script/host"
	"asyncio/script/native/sysmod"
	"asyncio/script/object"
	"asyncio/script/threads"
	"asyncio/script/vm"
)

var handleClass = object.NewNativeClass("_thread", "_ThreadHandle").Final()

// handle is a thread that was started, as threading.Thread knows it.
type handle struct{ t *threads.Thread }

// Class implements object.Object.
func (*handle) Class() *object.Class { return handleClass }

// start is _start(function, name, daemon, thread): it runs function, which
// reports its own errors.
func start(h *host.Host, t *object.Thread, a []val) (val, error) {
	name, err := object.StrText(t, a[1])
	if err != nil {
		return val{}, err
	}
	daemon, err := object.Truth(t, a[2])
	if err != nil {
		return val{}, err
	}
	th, err := run(h, name, daemon, a[3], a[0], nil, nil)
	if err != nil {
		return val{}, err
	}
	return object.Obj(&handle{t: th}), nil
}

// startNew is start_new_thread.
func startNew(h *host.Host, t *object.Thread, a []val) (val, error) {
	if !object.Callable(a[0]) {
		return val{}, object.TypeError("first arg must be callable")
	}
	args, ok := a[1].Ref.(*object.Tuple)
	if !ok {
		return val{}, object.TypeError("2nd arg must be a tuple")
	}
	var kw kws
	if len(a) > 2 {
		d, ok := a[2].Ref.(*object.Dict)
		if !ok {
			return val{}, object.TypeError("optional 3rd arg must be a dictionary")
		}
		for _, k := range d.Keys() {
			name, _ := object.StrOf(k)
			kw = append(kw, object.Kw{Name: name, Val: d.GetStr(name)})
		}
	}
	th, err := run(h, "", true, object.None, a[0], args.Items, kw)
	if err != nil {
		return val{}, err
	}
	return object.Int(th.Ident()), nil
}

func run(h *host.Host, name string, daemon bool, value, fn val, args []val, kw kws) (*threads.Thread, error) {
	drop := h.Machine.AddRoot(&target{fn, args, kw})
	th, err := h.Threads.Start(name, daemon, value, func(th *threads.Thread) {
		defer drop()
		vm.Of(th.T).Through() // what it holds is a root
		_, err := th.T.CallKw(fn, args, kw)
		if err == nil {
			return
		}
		exc := object.AsException(err)
		if exc == nil { // what ends a thread so ends them all
			h.Threads.Fail(err)
			return
		}
		if object.IsInstance(exc, object.SystemExitClass) {
			return
		}
		s, e := object.ReprText(th.T, fn)
		if e != nil {
			s = "?"
		}
		sysmod.Unraisable(th.T, h, exc, "Exception ignored in thread started by "+s, object.None)
	})
	if err != nil {
		drop()
	}
	return th, err
}

// target is what a thread runs.
type target struct {
	fn   val
	args []val
	kw   kws
}

// Traverse implements object.Traverser.
func (r *target) Traverse(visit func(object.Value)) {
	visit(r.fn)
	for _, v := range r.args {
		visit(v)
	}
	for _, k := range r.kw {
		visit(k.Val)
	}
}

func init() { handleClass.Later(fillHandle) }

func fillHandle(c *object.Class) {
	of := func(v val) *threads.Thread { return v.Ref.(*handle).t }
	c.DefGet("ident", func(_ *object.Thread, v val) (val, error) { return object.Int(of(v).Ident()), nil }, nil)
	c.DefGet("number", func(_ *object.Thread, v val) (val, error) { return object.Int(int64(of(v).Number())), nil }, nil)
	c.Def("is_done", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		if !of(a[0]).Dead() {
			host.Of(t).Threads.Look()
		}
		return object.Bool(of(a[0]).Dead()), nil
	})
	c.Def("join", 1, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		g, th := host.Of(t).Threads, of(a[0])
		until := threads.Forever
		if len(a) > 1 && !a[1].IsNone() {
			s, err := Seconds(t, a[1])
			if err != nil {
				return val{}, err
			}
			if s <= 0 {
				if !th.Dead() {
					g.Look()
				}
				return object.Bool(th.Dead()), nil
			}
			until = g.Deadline(s)
		}
		ended, err := g.Join(th, until)
		return object.Bool(ended), err
	})
	c.Def("_set_done", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		host.Of(t).Threads.Done(of(a[0]))
		return object.None, nil
	})
}
