package bare

import (
	"os"
	"os/signal"
	"time"

	"github.com/eapache/queue"
)

// Loop is the minimal event loop. Make one with New and end it with Close.
type Loop struct {
	ready    *queue.Queue
	timers   timerHeap
	inbox    inbox
	epoch    time.Time
	stopping bool

	idle    []*Coroutine // free workers, last used first
	workers []*Coroutine // every worker there is, for Close

	signals  chan os.Signal // nil until the first AddSignalHandler
	handlers map[os.Signal]func()
}

// New makes a loop with nothing to do.
func New() *Loop {
	return &Loop{
		ready: queue.New(),
		inbox: inbox{wake: make(chan struct{}, 1)},
		epoch: time.Now(),
	}
}

// Close ends the loop's coroutines, suspended ones included, and takes its
// signal handlers away. The loop must not be running.
func (l *Loop) Close() {
	if l.signals != nil {
		signal.Stop(l.signals)
	}
	for _, c := range l.workers {
		c.stop()
	}
	l.workers, l.idle = nil, nil
}

// CallSoon queues fn to be called in the next iteration.
func (l *Loop) CallSoon(fn func()) *Handle {
	h := &Handle{call: fn}
	l.ready.Add(h)
	return h
}

// Stop makes Run return at the end of the iteration under way.
func (l *Loop) Stop() { l.stopping = true }

// Run runs iterations until Stop is called. When nothing is ready it sleeps
// until a timer is due, a signal arrives or another goroutine calls in.
func (l *Loop) Run() {
	for !l.stopping {
		l.poll()
		// Only what is ready now belongs to this iteration; what it queues
		// waits for the next, as in asyncio.
		for range l.ready.Length() {
			l.step(l.ready.Remove())
		}
	}
	l.stopping = false
}

// RunUntilComplete runs body as a task and returns its result.
func (l *Loop) RunUntilComplete(body func(*Coroutine) any) any {
	t := l.CreateTask(func(c *Coroutine) any {
		defer l.Stop()
		return body(c)
	})
	l.Run()
	return t.result
}

// step does one item of the ready queue.
func (l *Loop) step(item any) {
	switch it := item.(type) {
	case *Handle:
		it.call()
	case *Coroutine:
		it.next()
	case *Task:
		l.begin(it)
	case *gathering:
		it.left--
		if it.left == 0 {
			l.ready.Add(it.parent)
		}
	}
}

// poll collects what came from outside: callbacks of other goroutines, signals
// and timers that are due. It blocks only if nothing is ready.
func (l *Loop) poll() {
	if l.ready.Length() == 0 {
		l.wait()
	} else {
		select {
		case <-l.inbox.wake:
			l.collect()
		default:
		}
		if l.signals != nil {
			select {
			case s := <-l.signals:
				l.deliver(s)
			default:
			}
		}
	}
	if len(l.timers) > 0 {
		l.expire()
	}
}

// wait blocks until something from outside makes work.
func (l *Loop) wait() {
	var due <-chan time.Time
	if len(l.timers) > 0 {
		left := l.timers[0].when - l.Time()
		if left <= 0 {
			return
		}
		timer := time.NewTimer(left)
		defer timer.Stop()
		due = timer.C
	}
	select {
	case <-l.inbox.wake:
		l.collect()
	case s := <-l.signals:
		l.deliver(s)
	case <-due:
	}
}
