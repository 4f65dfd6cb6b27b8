package task

import (
	"reflect"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
)

// gathering is the future that Gather gives: cancelling it cancels the
// children, and it ends by what they do.
type gathering struct {
	future.Future
	children         []future.Awaitable // in the order of the arguments
	left             int
	returnExceptions bool
	cancelRequested  bool
	refused          bool // for an argument; those before it run, and nobody has the gathering
}

// ClassName implements future.Classer.
func (*gathering) ClassName() string { return "_GatheringFuture" }

// Awaits implements observe.Awaiting.
func (g *gathering) Awaits(visit func(id uint64)) {
	visitTasks(g.children, visit)
}

// Gather runs the awaitables (futures or coroutines, the latter as new tasks)
// at the same time and gives a future of the list of their results, in the
// order of the arguments. An awaitable given twice runs once. The first failure
// ends the future with that error, the others run on; with returnExceptions
// errors stand in the list instead. It fails with ValueError for futures of
// different loops, with TypeError for what is no awaitable; the arguments before
// that one run all the same.
func Gather(l *loop.Loop, aws []any, returnExceptions bool) (future.Awaitable, error) {
	if len(aws) == 0 {
		f := future.New(l)
		return f, f.SetResult([]any{})
	}
	if first, ok := aws[0].(future.Awaitable); ok {
		if its, ok := first.Loop().(*loop.Loop); ok {
			l = its // the first argument's loop is everybody's
		}
	}
	g := &gathering{children: make([]future.Awaitable, 0, len(aws)), returnExceptions: returnExceptions}
	g.Init(l, g)
	atOnce := l.State().Profile.GatherDoneAtOnce
	var done []future.Awaitable
	seen := make(map[any]future.Awaitable, len(aws))
	g.refused = true
	for _, aw := range aws {
		if aw != nil && !reflect.TypeOf(aw).Comparable() {
			return nil, exceptions.TypeError("unhashable type: '%s'", typeName(aw))
		}
		if f, ok := seen[aw]; ok {
			g.children = append(g.children, f)
			continue
		}
		f, err := Ensure(l, aw)
		if err != nil {
			return nil, err
		}
		seen[aw] = f
		if t, ok := f.(*Task); ok && any(f) != aw {
			t.SetQuiet(true) // its loss shows through the gathering future
		}
		g.left++
		g.children = append(g.children, f)
		if atOnce && f.Done() {
			done = append(done, f)
		} else if err := f.AddDoneCallback((*childDone)(g), nil); err != nil {
			return nil, err
		}
	}
	g.refused = false
	for _, f := range done {
		if err := (*childDone)(g).FutureDone(f); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// TryCancel implements future.Awaitable: it cancels the children, and is
// cancelled itself only by what becomes of them.
func (g *gathering) TryCancel(msg any) (bool, error) {
	if g.Done() {
		return false, nil
	}
	any := false
	for _, c := range g.children {
		ok, err := c.TryCancel(msg)
		if err != nil {
			return any, err
		}
		any = any || ok
	}
	if any {
		g.cancelRequested = true
	}
	return any, nil
}

// childDone is the gathering as its children's done callback.
type childDone gathering

// CallbackName implements future.CallbackNamer.
func (d *childDone) CallbackName() (name, place string) {
	return d.Loop().State().Profile.GatherCallback, ""
}

// FutureDone implements future.DoneCallback.
func (d *childDone) FutureDone(f future.Awaitable) error {
	g := (*gathering)(d)
	g.left--
	if g.Done() || g.refused {
		if !f.Cancelled() {
			_, _ = f.Exception() // seen: nobody else will ask
		}
		return nil
	}
	if !g.returnExceptions {
		if _, err := peek(f); err != nil {
			return g.SetException(err)
		}
	}
	if g.left > 0 {
		return nil
	}
	results := make([]any, len(g.children))
	for i, c := range g.children {
		v, err := outcome(c)
		if err != nil {
			results[i] = err
		} else {
			results[i] = v
		}
	}
	if g.cancelRequested {
		// All children swallowed it, or their errors stand in the list: the
		// cancellation still has to come out.
		return g.SetException(cancelledError(g.children[len(g.children)-1]))
	}
	return g.SetResult(results)
}

// cancelledError makes the error of a gather that was cancelled: that of the
// last argument, whichever child ended last, and a fresh one when that was not
// cancelled itself.
func cancelledError(last future.Awaitable) error {
	if m, ok := last.(cancelledMaker); ok {
		return m.MakeCancelledError()
	}
	return exceptions.NewCancelled(nil)
}

// cancelledMaker is implemented by futures that make their CancelledError.
type cancelledMaker interface{ MakeCancelledError() error }

// peek gives the outcome of a future that is done to one who asks for the
// exception, and for the result only if there is none. Asking for the result of
// a failed one would put back its traceback.
func peek(f future.Awaitable) (any, error) {
	if m, ok := f.(cancelledMaker); ok && f.Cancelled() {
		return nil, m.MakeCancelledError()
	}
	exc, err := f.Exception()
	switch {
	case err != nil:
		return nil, err
	case exc != nil:
		return nil, exc
	}
	return f.Result()
}

// outcome gives a done child's result or error as it stands in the list: a
// cancelled one's error is a new CancelledError, which from 3.9 on has a text
// even if no message was given.
func outcome(f future.Awaitable) (any, error) {
	if !f.Cancelled() {
		return peek(f)
	}
	e := exceptions.NewCancelled(nil)
	m, ok := f.(interface{ CancelMessage() any })
	if ok && f.Loop().State().Profile.CancelledTextInGather {
		e.Msg = m.CancelMessage()
		if e.Msg == nil {
			e.Msg = ""
		}
		return nil, exceptions.NewCancelled(e.Msg)
	}
	return nil, e
}
