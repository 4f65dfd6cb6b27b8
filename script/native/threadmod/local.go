package threadmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/threads"
)

var localClass = object.NewNativeClass("_thread", "_local").WithDict()

// local is threading.local: attributes for each thread.
type local struct {
	cls  *object.Class
	g    *threads.Group
	args []val
	kw   kws
	of   map[*threads.Thread]*object.Attrs
}

// Class implements object.Object.
func (l *local) Class() *object.Class { return l.cls }

// Attributes implements object.Attributed. A thread's first look at a local of
// a subclass runs __init__ for it.
func (l *local) Attributes() *object.Attrs {
	me := l.g.Current()
	a := l.of[me]
	if a != nil {
		return a
	}
	a = object.NewAttrs()
	l.of[me] = a
	me.AtEnd(func() { delete(l.of, me) })
	if init, ok := l.cls.Lookup("__init__"); ok && len(l.of) > 1 {
		if _, native := init.Ref.(*object.Builtin); !native {
			// There is no way for its error from here but its thread's end.
			if _, err := me.T.CallKw(init, append([]val{object.Obj(l)}, l.args...), l.kw); err != nil {
				delete(l.of, me)
			}
		}
	}
	return a
}

// Traverse implements object.Traverser.
func (l *local) Traverse(visit func(val)) {
	for _, v := range l.args {
		visit(v)
	}
	for _, k := range l.kw {
		visit(k.Val)
	}
	for _, a := range l.of {
		visit(object.Obj(a.Dict()))
	}
}

func init() {
	localClass.Construct = func(t *object.Thread, cls *object.Class, a []val, kw kws) (val, error) {
		if init, _ := cls.Lookup("__init__"); len(a)+len(kw) > 0 {
			if _, native := init.Ref.(*object.Builtin); native || !init.Valid() {
				return val{}, object.TypeError("Initialization arguments are not supported")
			}
		}
		g := host.Of(t).Threads
		l := &local{cls: cls, g: g, args: append([]val(nil), a...), kw: append(kws(nil), kw...), of: map[*threads.Thread]*object.Attrs{}}
		me := g.Current()
		l.of[me] = object.NewAttrs()
		me.AtEnd(func() { delete(l.of, me) })
		return object.Obj(l), nil
	}
}
