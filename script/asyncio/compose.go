package asyncio

import (
	"asyncio/script/object"
	"asyncio/script/vm"
	"asyncio/task"
	_ "embed"
)

//go:embed compose.py
var composeSource string

// compose adds what is composed of tasks.
func (b *Binding) compose(m *object.Module) {
	type val = object.Value
	type kws = []object.Kw
	m.Def("gather", 0, -1, func(t *object.Thread, a []val, kw kws) (val, error) {
		p, err := object.Args("gather", nil, kw, 0, "return_exceptions")
		if err != nil {
			return val{}, err
		}
		l, err := b.running()
		if err != nil {
			return val{}, err
		}
		re := false
		if p[0].Valid() {
			if re, err = object.Truth(t, p[0]); err != nil {
				return val{}, err
			}
		}
		aws := make([]any, len(a))
		coros := map[*vm.Generator]any{}
		for k, v := range a {
			aws[k] = b.awaitable(v)
			if g, ok := v.Ref.(*vm.Generator); ok {
				if c := coros[g]; c != nil {
					aws[k] = c
				}
				coros[g] = aws[k]
			}
		}
		f, err := task.Gather(l, aws, re)
		if err != nil {
			return val{}, err
		}
		return b.wrap(f), nil
	})
	m.Def("shield", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		l, err := b.running()
		if err != nil {
			return val{}, err
		}
		f, err := task.Shield(l, b.awaitable(a[0]))
		if err != nil {
			return val{}, err
		}
		return b.wrap(f), nil
	})
}
