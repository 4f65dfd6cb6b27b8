package future

import (
	"fmt"
	"reflect"
	"strings"

	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/observe"
)

// Classer is implemented by what embeds a Future, or stands for it, to give its
// class's name.
type Classer interface{ ClassName() string }

func (f *Future) class() string {
	if c, ok := f.owner.(Classer); ok {
		return c.ClassName()
	}
	if c, ok := f.self.(Classer); ok {
		return c.ClassName()
	}
	return "Future"
}

// String gives the future as repr() does: <Future pending cb=[cb() at
// FILE:LINE]>, <Future finished result=1>. Inside its own text, as in that of
// tasks that wait for each other, it is "...".
func (f *Future) String() string {
	if f.printing {
		return "..."
	}
	f.printing = true
	defer func() { f.printing = false }()
	// What embeds the future has an Info too, its own or this one.
	info := f.self.(interface{ Info() []string }).Info()
	return "<" + f.class() + " " + strings.Join(info, " ") + ">"
}

// Kind implements observe.Classed.
func (f *Future) Kind() string { return f.class() }

// Failure implements observe.Failing.
func (f *Future) Failure() string {
	if f.err == nil {
		return ""
	}
	return exceptions.TypeName(f.err)
}

// Awaits implements observe.Awaiting: a future that stands for a task, as
// shield's does, waits for that one.
func (f *Future) Awaits(visit func(id uint64)) {
	f.Callbacks(func(cb DoneCallback, _ *contextvars.Context) {
		if s, ok := cb.(interface{ StandsFor() Awaitable }); ok {
			if t, ok := s.StandsFor().(task); ok && !t.Done() {
				visit(t.ID())
			}
		}
	})
}

// task is what observers know a task by.
type task interface {
	Awaitable
	observe.Named
	ID() uint64
}

// Label implements observe.Labeler.
func (f *Future) Label() string { return f.String() }

// Info gives the parts of the repr after the class's name.
func (f *Future) Info() []string {
	info := []string{f.state.String()}
	if f.state == Finished {
		if f.err != nil {
			info = append(info, "exception="+f.loop.State().ReprOf(f.err))
		} else {
			info = append(info, "result="+f.resultRepr())
		}
	}
	if cbs := f.callbacksRepr(); cbs != "" {
		info = append(info, cbs)
	}
	if f.created != nil {
		info = append(info, "created at "+f.created.Place)
	}
	return info
}

// resultRepr shortens a future that holds itself, as CPython does.
func (f *Future) resultRepr() string {
	if f.kept() == any(f.self) {
		if f.loop.State().Profile.ShortRecursiveRepr {
			return "..."
		}
		return "<" + f.class() + " finished result=...>"
	}
	return f.loop.State().ReprShortOf(f.kept())
}

func (f *Future) callbacksRepr() string {
	if f.first.cb == nil {
		return ""
	}
	text := func(e entry) string {
		name, place := describe(f.loop, e.cb)
		return name + "()" + place
	}
	switch n := len(f.more); n {
	case 0:
		return "cb=[" + text(f.first) + "]"
	case 1:
		return "cb=[" + text(f.first) + ", " + text(f.more[0]) + "]"
	default:
		return fmt.Sprintf("cb=[%s, <%d more>, %s]", text(f.first), n-1, text(f.more[n-1]))
	}
}

// CallbackNamer is implemented by done callbacks that know their name in
// print, such as "Task.task_wakeup", and their place, " at FILE:LINE" or "".
type CallbackNamer interface{ CallbackName() (name, place string) }

// describe gives a done callback's name and place in print.
func describe(l Loop, cb DoneCallback) (name, place string) {
	switch c := cb.(type) {
	case CallbackNamer:
		if name, place = c.CallbackName(); place == "" && l.State().LibraryPlace != nil {
			place = l.State().LibraryPlace(name)
		}
		return name, place
	case *doneFunc:
		name, place = coroutine.FuncName(reflect.ValueOf(c.f).Pointer())
		return name, " at " + place
	}
	return fmt.Sprintf("%T", cb), ""
}
