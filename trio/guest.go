package trio

import (
	"reflect"
	"time"

	"asyncio/process"
)

// Guest says how a run lives in a host: another loop, on whose thread it does
// its passes, while it waits on a goroutine.
type Guest struct {
	// RunSyncSoonThreadsafe has the host call fn, soon, on its thread. It is
	// called from any goroutine.
	RunSyncSoonThreadsafe func(fn func())
	// RunSyncSoon is the same, called on the host's thread only; nil for the
	// other.
	RunSyncSoon func(fn func())
	// Done is called on the host's thread with the outcome of the run.
	Done func(value any, err error)
}

// guest is a run that is one.
type guest struct {
	r       *Runner
	host    Guest
	waiting bool // on a goroutine
	timeout float64
}

// tickSoon ends the wait under way: something that the host did has changed how
// long it may be.
func (g *guest) tickSoon() {
	if g.waiting {
		g.r.waker.wake()
	}
}

// StartGuest begins the run as a guest of a host, and returns; the caller is on
// the host's thread. What the run is is made as by RunCoroutine.
func StartGuest(build func(r *Runner) (SpawnConfig, error), host Guest, opts ...Option) (*Runner, error) {
	r, err := NewRunner(build, opts...)
	if err != nil {
		return nil, err
	}
	if host.RunSyncSoon == nil {
		host.RunSyncSoon = host.RunSyncSoonThreadsafe
	}
	r.guest = &guest{r: r, host: host}
	r.begin()
	host.RunSyncSoon(r.guest.begin)
	return r, nil
}

// StartGuestRun is StartGuest for a Go function.
func StartGuestRun(main func(t *Task) error, host Guest, opts ...Option) (*Runner, error) {
	entry := reflect.ValueOf(main).Pointer()
	return StartGuest(func(r *Runner) (SpawnConfig, error) {
		return r.goTask(func(t *Task) (any, error) { return nil, main(t) }, entry), nil
	}, host, opts...)
}

// begin is the first part of a pass. Where there is no need to wait, the host
// gets its turn all the same.
func (g *guest) begin() {
	r := g.r
	if r.guest == nil { // it was abandoned
		return
	}
	g.timeout = r.prepare()
	if g.timeout > 0 && r.jumper == nil && !r.waker.set.Load() {
		g.waiting = true
		go func() {
			woken, err := g.wait(g.timeout)
			g.host.RunSyncSoonThreadsafe(func() {
				g.waiting = false
				g.goOn(woken, err)
			})
		}()
		return
	}
	woken, err := r.wait(g.timeout)
	g.host.RunSyncSoon(func() { g.goOn(woken, err) })
}

// wait waits on a goroutine of its own, where no handler of a signal may run.
func (g *guest) wait(timeout float64) (woken bool, err error) {
	until := time.Now().Add(time.Duration(timeout * float64(time.Second)))
	for {
		if g.r.waker.take() {
			return true, nil
		}
		_, interrupted, err := g.r.sel.Select(timeout, nil)
		if err != nil || !interrupted {
			return g.r.waker.take(), err
		}
		timeout = max(0, time.Until(until).Seconds())
	}
}

// goOn is the rest of a pass, and the next one or the end.
func (g *guest) goOn(woken bool, err error) {
	r := g.r
	if r.guest == nil {
		return
	}
	if err == nil {
		err = r.CheckSignals()
	}
	if err == nil {
		err = r.process(g.timeout, woken)
	}
	if err == nil && len(r.tasks) > 0 {
		g.begin()
		return
	}
	r.guest = nil
	g.host.Done(r.finish(err))
}

// Abandon gives up a guest run whose host ends before it: nothing of it runs any
// more. The caller is on the host's thread.
func (r *Runner) Abandon() {
	if r.guest == nil {
		return
	}
	r.guest = nil
	r.state.Logger.Log(process.Warning,
		"RuntimeWarning: Trio guest run got abandoned without properly finishing... weird stuff might happen")
	r.close(nil)
}
