package asyncio

import (
	"maps"
	"slices"

	"asyncio/script/object"
	"asyncio/signalsafe"
)

// signalHandlers gives the handles by signal number: the core's, and those that
// the program has put there.
func (p *pyLoop) signalHandlers() *object.Dict {
	if p.signals == nil {
		p.signals, p.fromCore = object.NewDict(), map[signalsafe.Signal]bool{}
	}
	// Numbers have a hash, so that none of this fails.
	all := p.l.SignalHandlers()
	for s := range p.fromCore {
		if _, ok := all[s]; !ok {
			_, _ = p.signals.Pop(p.b.t(), object.Int(int64(s)))
			delete(p.fromCore, s)
		}
	}
	for _, s := range slices.Sorted(maps.Keys(all)) {
		_ = p.signals.Set(p.b.t(), object.Int(int64(s)), p.b.toValue(all[s]))
		p.fromCore[s] = true
	}
	return p.signals
}

// ownSignals reports whether the program has put another module in the place of
// asyncio.unix_events.signal, by which signals are handled then.
func (b *Binding) ownSignals() bool {
	m, ok := b.h.In.Modules.GetStr("asyncio.unix_events").Ref.(*object.Module)
	if !ok {
		return false
	}
	s, ok := m.Dict.GetStr("signal").Ref.(*object.Module)
	return !ok || s.Name != "signal"
}

// unixEvents calls a function of asyncio.unix_events.
func (p *pyLoop) unixEvents(t *object.Thread, name string, args ...val) (val, error) {
	m, err := p.b.h.Import(t, "asyncio.unix_events")
	if err != nil {
		return val{}, err
	}
	return p.b.callMethod(m, name, append([]val{object.Obj(p)}, args...)...)
}
