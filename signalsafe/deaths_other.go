//go:build !linux

package signalsafe

import (
	"os"
	"os/signal"
	"sync/atomic"
)

// deaths is one capture of all signals that kill a program as long as they have
// no handler. Few ever get one, and a goroutine for each would make up much of
// a short program's time. A signal that gets one, or that is ignored, leaves.
type deaths struct {
	signals chan os.Signal
	flush   chan chan struct{}
	done    chan struct{}
	in      atomic.Uint64 // bit s-1 is set for each signal s that has not left
}

// captureDeaths begins the capture. t.mu is held.
func (t *Table) captureDeaths() {
	var all []os.Signal
	d := &deaths{signals: make(chan os.Signal, maxSignal), flush: make(chan chan struct{}), done: make(chan struct{})}
	for s := Signal(1); s <= maxSignal; s++ {
		if sys, ok := system(s); ok && t.door != nil && t.kills(s, t.handlers[s].Load()) {
			t.touch(&t.outside[s], sys)
			d.in.Or(1 << (s - 1))
			all = append(all, sys)
		}
	}
	if len(all) == 0 {
		return
	}
	t.deaths = d
	signal.Notify(d.signals, all...)
	go d.run(t)
}

func (d *deaths) has(s Signal) bool { return d != nil && d.in.Load()&(1<<(s-1)) != 0 }

// leave has the signal captured here no more. What had arrived has gone through
// the at-once half by then.
func (d *deaths) leave(s Signal) {
	if !d.has(s) {
		return
	}
	ack := make(chan struct{})
	d.flush <- ack
	<-ack
	d.in.And(^uint64(1 << (s - 1)))
}

// run is the capture's goroutine; end ends it.
func (d *deaths) run(t *Table) {
	defer close(d.done)
	for {
		select {
		case sys := <-d.signals:
			d.arrived(t, sys)
		case ack, ok := <-d.flush:
			for more := true; more; {
				select {
				case sys := <-d.signals:
					d.arrived(t, sys)
				default:
					more = false
				}
			}
			if !ok {
				return
			}
			close(ack)
		}
	}
}

func (d *deaths) arrived(t *Table, sys os.Signal) {
	for s := Signal(1); s <= maxSignal; s++ {
		if known, ok := system(s); ok && known == sys && d.has(s) {
			t.arrived(s)
		}
	}
}

// end stops the capture and waits for its goroutine.
func (d *deaths) end() {
	if d != nil {
		signal.Stop(d.signals)
		close(d.flush)
		<-d.done
	}
}
