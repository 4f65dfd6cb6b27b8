package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

func (m *Machine) getAIter(v object.Value) (object.Value, error) {
	if g, ok := v.Ref.(*Generator); ok && g.cls == object.AsyncGenClass {
		return v, nil
	}
	r, ok, err := m.T.CallSpecial(v, "__aiter__")
	if !ok {
		return r, object.TypeError("'async for' requires an object with __aiter__ method, got %s", object.ClassOf(v).Name)
	}
	if err != nil {
		return r, err
	}
	if _, ok := object.ClassOf(r).Lookup("__anext__"); !ok {
		return r, object.TypeError("'async for' received an object from __aiter__ that does not implement __anext__: %s", object.ClassOf(r).Name)
	}
	return r, nil
}

func (m *Machine) getANext(v object.Value) (object.Value, error) {
	if g, ok := v.Ref.(*Generator); ok {
		return g.Asend(object.None), m.iterated(m.T, g)
	}
	r, ok, err := m.T.CallSpecial(v, "__anext__")
	if !ok {
		return r, object.TypeError("'async for' requires an iterator with __anext__ method, got %s", object.ClassOf(v).Name)
	}
	if err != nil {
		return r, err
	}
	a, err := m.getAwait(r, 0)
	if err != nil {
		e := object.TypeError("'async for' received an invalid object from __anext__: %s", object.ClassOf(r).Name)
		if c := object.AsException(err); c != nil {
			e.Cause, e.Context, e.SuppressCtx = object.Obj(c), c, true
		}
		return r, e
	}
	return a, err
}

// getAwait executes GetAwait.
func (m *Machine) getAwait(v object.Value, x uint8) (object.Value, error) {
	if g, ok := v.Ref.(*Generator); ok && g.cls == object.CoroutineClass {
		if !g.running && g.Awaiting().Valid() {
			return object.Value{}, object.RuntimeError("coroutine is being awaited already")
		}
		return v, nil
	} else if ok && g.Code().Flags&compile.IterableCoroutine != 0 {
		return v, nil
	}
	if a, ok := v.Ref.(Awaiter); ok {
		return a.Await(m.T)
	}
	r, ok, err := m.T.CallSpecial(v, "__await__")
	if !ok {
		name := object.ClassOf(v).Name
		switch x {
		case 1:
			return object.Value{}, object.TypeError("'async with' received an object from __aenter__ that does not implement __await__: %s", name)
		case 2:
			return object.Value{}, object.TypeError("'async with' received an object from __aexit__ that does not implement __await__: %s", name)
		}
		return object.Value{}, object.TypeError("object %s can't be used in 'await' expression", name)
	}
	if err != nil {
		return object.Value{}, err
	}
	if g, ok := r.Ref.(*Generator); ok && g.cls == object.CoroutineClass {
		return object.Value{}, object.TypeError("__await__() returned a coroutine")
	}
	if _, isSender := r.Ref.(Sender); !isSender && !object.IsIterator(r) {
		return object.Value{}, object.TypeError("__await__() returned non-iterator of type '%s'", object.ClassOf(r).Name)
	}
	return r, nil
}

// sendSlow drives any iterator of an await or yield from.
func (m *Machine) sendSlow(it, v object.Value) (object.Value, bool, error) {
	if s, ok := it.Ref.(Sender); ok {
		return s.Send(m.T, v)
	}
	if v.IsNone() {
		if n, ok := it.Ref.(object.Iterator); ok {
			r, err := n.Next(m.T)
			if err == nil && !r.Valid() {
				return object.None, true, nil
			}
			return stopped(r, err)
		}
		nx, ok, err := m.T.Special(it, "__next__")
		if !ok {
			return object.Value{}, true, object.TypeError("'%s' object is not an iterator", object.ClassOf(it).Name)
		}
		if err != nil {
			return object.Value{}, true, err
		}
		return stopped(m.T.Call(nx))
	}
	s, err := object.GetAttr(m.T, it, "send")
	if err != nil {
		return object.Value{}, true, err
	}
	return stopped(m.T.Call(s, v))
}

func stopped(r object.Value, err error) (object.Value, bool, error) {
	if e, ok := err.(*object.Exception); ok && object.IsInstance(e, object.StopIterationClass) {
		return stopValue(e), true, nil
	}
	return r, false, err
}

// yieldFrom executes GetYieldFrom of that code.
func (m *Machine) yieldFrom(v object.Value, in *compile.Code) (object.Value, error) {
	if g, ok := v.Ref.(*Generator); ok && g.cls == object.CoroutineClass {
		if in.Flags&compile.IterableCoroutine != 0 {
			return v, nil
		}
		return v, object.TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
	}
	return object.Iter(m.T, v)
}
