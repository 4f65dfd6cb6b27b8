package asyncio

import "asyncio/script/object"

// innards adds the methods by which the parts of a loop call each other, for
// programs that do so too.
func innards(c *object.Class) {
	// What BaseEventLoop leaves to the loops that can wait.
	refuse(c, "_make_socket_transport", "_make_ssl_transport", "_make_datagram_transport", "_make_read_pipe_transport",
		"_make_write_pipe_transport", "_process_events", "_write_to_self")
	loopMethod(c, "_make_subprocess_transport", 0, -1, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		return p.b.coroutineValue(&failed{object.NewException(object.NotImplementedErrorClass)}), nil
	})
	add := func(name string, then func(p *pyLoop)) {
		loopMethod(c, name, 1, 1, func(_ *object.Thread, p *pyLoop, a []val, _ kws) (val, error) {
			h, err := (&handleList{p, false}).core(a[0])
			if err == nil {
				p.l.AddReady(h)
				then(p)
			}
			return object.None, err
		})
	}
	add("_add_callback", func(*pyLoop) {})
	add("_add_callback_signalsafe", func(p *pyLoop) { p.l.Base().WriteToSelf() })
}

// manualRun adds what surrounds the iterations of run_forever.
func (b *Binding) manualRun(c *object.Class) {
	if !b.profile().RunInParts {
		return
	}
	loopMethod(c, "_run_forever_setup", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		end, err := p.l.BeginRun()
		if err == nil {
			p.endRun = end
		}
		return object.None, err
	})
	loopMethod(c, "_run_forever_cleanup", 0, 0, func(_ *object.Thread, p *pyLoop, _ []val, _ kws) (val, error) {
		if end := p.endRun; end != nil {
			p.endRun = nil
			end()
		}
		return object.None, nil
	})
}
