package trio

import (
	"asyncio/script/object"
	core "asyncio/trio"
)

var (
	sendClass    = object.NewNativeClass("_trio", "MemorySend").Final()
	receiveClass = object.NewNativeClass("_trio", "MemoryReceive").Final()
)

// defineChannels adds what makes memory channels.
func (b *Binding) defineChannels(m *object.Module) {
	m.Def("open_memory_channel", 1, 1, func(_ *thread, a []val, _ kws) (val, error) {
		s, r, err := core.OpenMemory(count(a[0]))
		if err != nil {
			return val{}, taken(err)
		}
		return object.TupleValue(hold(sendClass, b, s), hold(receiveClass, b, r)), nil
	})
}

func init() {
	sendClass.Later(fillSend)
	receiveClass.Later(fillReceive)
}

// statistics gives a channel's numbers in the order of trio's record of them.
func statistics(s core.ChannelStatistics) val {
	n := func(n int) val { return object.Int(int64(n)) }
	return object.TupleValue(n(s.BufferUsed), countValue(s.BufferSize), n(s.OpenSend), n(s.OpenReceive),
		n(s.WaitingSend), n(s.WaitingReceive), n(s.PeakUsed))
}

func fillSend(c *object.Class) {
	type end = *core.MemorySend
	method(c, "send", 1, 1, func(_ *thread, b *Binding, s end, a []val) (val, error) { return b.await(s.SendOp(a[0]), a[0]) })
	method(c, "send_nowait", 1, 1, func(_ *thread, _ *Binding, s end, a []val) (val, error) {
		return object.None, taken(s.SendNowait(a[0]))
	})
	method(c, "clone", 0, 0, func(_ *thread, b *Binding, s end, _ []val) (val, error) {
		x, err := s.Clone()
		if err != nil {
			return val{}, taken(err)
		}
		return hold(sendClass, b, x), nil
	})
	method(c, "close", 0, 0, func(_ *thread, _ *Binding, s end, _ []val) (val, error) { s.Close(); return object.None, nil })
	method(c, "aclose", 0, 0, func(_ *thread, b *Binding, s end, _ []val) (val, error) { return b.await(s.CloseOp()) })
	method(c, "statistics", 0, 0, func(_ *thread, _ *Binding, s end, _ []val) (val, error) { return statistics(s.Statistics()), nil })
}

func fillReceive(c *object.Class) {
	type end = *core.MemoryReceive
	method(c, "receive", 0, 0, func(_ *thread, b *Binding, r end, _ []val) (val, error) { return b.await(r.ReceiveOp()) })
	method(c, "receive_nowait", 0, 0, func(_ *thread, b *Binding, r end, _ []val) (val, error) {
		v, err := r.ReceiveNowait()
		if err != nil {
			return val{}, taken(err)
		}
		return b.value(v), nil
	})
	method(c, "clone", 0, 0, func(_ *thread, b *Binding, r end, _ []val) (val, error) {
		x, err := r.Clone()
		if err != nil {
			return val{}, taken(err)
		}
		return hold(receiveClass, b, x), nil
	})
	method(c, "close", 0, 0, func(_ *thread, _ *Binding, r end, _ []val) (val, error) { r.Close(); return object.None, nil })
	method(c, "aclose", 0, 0, func(_ *thread, b *Binding, r end, _ []val) (val, error) { return b.await(r.CloseOp()) })
	method(c, "statistics", 0, 0, func(_ *thread, _ *Binding, r end, _ []val) (val, error) { return statistics(r.Statistics()), nil })
}
