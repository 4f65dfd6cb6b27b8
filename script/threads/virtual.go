package threads

import (
	"container/heap"
	"math"
	"time"

	"asyncio/clock"
)

const (
	// courtesy is how long, in real time, the world outside gets to speak before
	// the clock jumps over a wait that it could end; glance is how often it is
	// looked for.
	courtesy = 50 * time.Millisecond
	glance   = 2 * time.Millisecond
	// patience is how often a thread may look (at the clock, at a lock) before
	// others run, so that one that spins does not keep them from what it looks
	// for.
	patience = 1000
)

// scheduler decides who runs in virtual time. Its state belongs to the thread
// that runs.
type scheduler struct {
	g       *Group
	clock   *clock.Virtual
	ready   []*Thread
	due     waits
	count   int
	probed  []*Wait
	overdue bool          // signals arrived for the main thread, which has not waited since
	outside chan struct{} // something outside may have happened

}

func newScheduler(g *Group, c *clock.Virtual) *scheduler {
	g.current = nil
	return &scheduler{g: g, clock: c, outside: make(chan struct{}, 1)}
}

func (s *scheduler) pokeOutside() {
	select {
	case s.outside <- struct{}{}:
	default:
	}
}

// enter lets the main thread's code run: the interpreter is asleep otherwise.
func (s *scheduler) enter(t *Thread) { s.g.current = t }

func (s *scheduler) leave(*Thread) { s.g.current = nil }

// makeReady puts t at the end of the queue, behind all that is due already.
func (s *scheduler) makeReady(t *Thread) {
	s.collect()
	s.enqueue(t)
}

func (s *scheduler) enqueue(t *Thread) {
	if !t.queued && t != s.g.current {
		t.queued = true
		s.ready = append(s.ready, t)
	}
}

func (s *scheduler) wake(w *Wait) {
	s.collect()
	w.woken = true
	s.enqueue(w.thread)
}

// collect queues the threads for which something is due or has arrived.
func (s *scheduler) collect() {
	for {
		when, ok := s.clock.NextEvent()
		if !ok || when > s.clock.Peek() {
			break
		}
		s.clock.TakeEvent()()
	}
	for len(s.due) > 0 && (s.due[0].over || s.due[0].until <= s.clock.Peek()) {
		if w := heap.Pop(&s.due).(*Wait); !w.over {
			w.late = true
			s.enqueue(w.thread)
		}
	}
	for _, w := range s.probed {
		if !w.woken && !w.thread.queued && w.Probe() {
			w.woken = true
			s.enqueue(w.thread)
		}
	}
	if s.g.Process.Signals.Pending() {
		s.enqueue(s.g.main)
	}
}

// choose gives the thread that runs next, and moves the clock when there is
// none. Once the run has ended it is any that is left, nil for none.
func (s *scheduler) choose(me *Thread) *Thread {
	g := s.g
	g.current = nil // so that it can be queued as well
	for {
		if g.end.Load() != nil {
			return s.any(me)
		}
		s.collect()
		if len(s.ready) > 0 {
			t := s.ready[0]
			s.ready = s.ready[1:]
			t.queued, t.looks = false, 0
			return t
		}
		moment := math.Inf(1)
		if len(s.due) > 0 {
			moment = s.due[0].until
		}
		if when, ok := s.clock.NextEvent(); ok {
			moment = min(moment, when)
		}
		how := Inside
		for _, w := range s.probed {
			if w.Outside != nil {
				how = max(how, w.Outside())
			}
		}
		switch {
		case how != Inside && s.listen(how == Surely || math.IsInf(moment, 1)):
			continue
		case math.IsInf(moment, 1):
			g.Fail(s.deadlock())
			continue
		}
		s.clock.Jump(moment - s.clock.Peek())
	}
}

// any gives a thread that is to end: me if it lives.
func (s *scheduler) any(me *Thread) *Thread {
	if !me.gone {
		return me
	}
	if len(s.g.alive) == 0 {
		return nil
	}
	return s.g.alive[len(s.g.alive)-1]
}

// listen waits for the world outside and reports whether it may have spoken.
func (s *scheduler) listen(forever bool) bool {
	for spent := time.Duration(0); forever || spent < courtesy; spent += glance {
		timer := time.NewTimer(glance)
		select {
		case <-s.outside:
			timer.Stop()
			return true
		case <-timer.C:
		}
		for _, w := range s.probed {
			if w.Probe() {
				return true
			}
		}
	}
	return false
}

// change lets others run until the current thread is chosen again.
func (s *scheduler) change() {
	me := s.g.current
	next := s.choose(me)
	s.g.current = next
	if next == me {
		return
	}
	next.park <- struct{}{}
	<-me.park
}

func (s *scheduler) die() {
	next := s.choose(s.g.current)
	s.g.current = next
	if next != nil {
		next.park <- struct{}{}
	}
}

// drain has every other thread run to its end, which is near.
func (s *scheduler) drain() {
	me := s.g.current
	for len(s.g.alive) > 1 {
		next := s.g.alive[len(s.g.alive)-1]
		if next == me {
			next = s.g.alive[0]
		}
		s.g.current = next
		next.park <- struct{}{}
		<-me.park
	}
}

// giveWay puts the current thread at the end of the queue.
func (s *scheduler) giveWay() error {
	s.collect()
	s.yield()
	return s.g.Check()
}

func (s *scheduler) yield() {
	me := s.g.current
	if !me.queued {
		me.queued = true
		s.ready = append(s.ready, me)
	}
	s.change()
}

// look counts a look of the current thread; after many, others may run.
func (s *scheduler) look() {
	me := s.g.current
	if me == nil {
		return
	}
	me.looks++
	if me.looks < patience {
		return
	}
	me.looks = 0
	s.collect()
	if len(s.ready) > 0 {
		s.yield()
		if me == s.g.main && s.g.Process.Signals.Pending() {
			s.overdue = true
		}
	}
}

func (s *scheduler) block(w *Wait, until float64) (woken bool, err error) {
	me := s.g.current
	me.looks = 0
	if !math.IsInf(until, 1) {
		s.count++
		w.until, w.number = until, s.count
		heap.Push(&s.due, w)
	}
	if w.Probe != nil {
		s.probed = append(s.probed, w)
	}
	w.over = false
	outer := me.wait
	me.wait = w
	defer func() {
		w.over = true
		me.wait = outer
		if w.Probe != nil {
			for i, x := range s.probed {
				if x == w {
					s.probed = append(s.probed[:i:i], s.probed[i+1:]...)
					break
				}
			}
		}
	}()
	for {
		if err := s.g.Check(); err != nil {
			return w.woken, err
		}
		if w.woken || w.late || w.Probe != nil && w.Probe() {
			return w.woken || !w.late, nil
		}
		s.change()
	}
}

// waits is a heap by time.
type waits []*Wait

// Len implements heap.Interface.
func (h waits) Len() int { return len(h) }

// Less implements heap.Interface.
func (h waits) Less(i, j int) bool {
	if h[i].until != h[j].until {
		return h[i].until < h[j].until
	}
	return h[i].number < h[j].number
}

// Swap implements heap.Interface.
func (h waits) Swap(i, j int) { h[i], h[j] = h[j], h[i] }

// Push implements heap.Interface.
func (h *waits) Push(x any) { *h = append(*h, x.(*Wait)) }

// Pop implements heap.Interface.
func (h *waits) Pop() any {
	old := *h
	n := len(old) - 1
	x := old[n]
	old[n] = nil
	*h = old[:n]
	return x
}
