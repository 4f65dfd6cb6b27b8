package loop

import (
	"math"
	"strings"

	"asyncio/clock"
	"asyncio/selector"
)

// selectShared waits where the virtual clock belongs to several threads: others
// run meanwhile, and the clock jumps when none can.
func (l *Loop) selectShared(timeout float64) ([]selector.Event, error) {
	l.waiter.Collect()
	if err := l.CheckSignals(); err != nil {
		return nil, err
	}
	events, err := l.glance()
	if err != nil || len(events) > 0 {
		return events, err
	}
	if timeout == 0 {
		l.waiter.Look()
		return nil, nil
	}
	if timeout < 0 {
		timeout = math.Inf(1)
	}
	err = l.waiter.Wait(clock.Wait{
		Seconds: timeout,
		Ready: func() bool {
			if len(events) == 0 && err == nil {
				events, err = l.glance()
			}
			return len(events) > 0 || err != nil
		},
		Working:  func() bool { return l.outstanding.Load() > 0 },
		Watching: func() bool { return l.watched > 0 },
		What:     l.waitsFor,
	})
	if err == nil && len(events) == 0 {
		events, err = l.glance()
	}
	return events, err
}

// glance gives the descriptors that are ready now.
func (l *Loop) glance() ([]selector.Event, error) {
	if l.watched == 0 && !l.pipe.Readable() {
		return nil, nil
	}
	events, _, err := l.sel.Select(0, l.events[:0])
	l.events = events
	return events, err
}

// waitsFor tells what the loop's tasks wait for, a line each.
func (l *Loop) waitsFor() string {
	d := l.deadlock()
	var b strings.Builder
	b.WriteString("events of its loop")
	for _, t := range d.Tasks {
		b.WriteString("\n" + t.String())
	}
	return b.String()
}
