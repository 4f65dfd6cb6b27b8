package concurrent

import (
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"asyncio/exceptions"
)

var errBoom = errors.New("boom")

func TestFuture(t *testing.T) {
	f := NewFuture()
	called := 0
	f.AddDoneCallback(func(*Future) { called++ })
	if f.Done() || f.Running() || f.Cancelled() {
		t.Error("a new future is pending")
	}
	if !f.SetRunning() || f.SetRunning() || !f.Running() || f.Cancel() {
		t.Error("a running future cannot be cancelled")
	}
	if err := f.SetResult(1); err != nil || called != 1 {
		t.Error(err, called)
	}
	f.AddDoneCallback(func(*Future) { called++ })
	if v, err := f.Result(); v != 1 || err != nil || called != 2 || !f.Done() {
		t.Error(v, err, called)
	}
	for _, err := range []error{f.SetResult(2), f.SetException(errBoom)} {
		if exceptions.Repr(err) != "InvalidStateError('invalid state')" {
			t.Error(err)
		}
	}
	<-f.Wait()
}

func TestCancel(t *testing.T) {
	f := NewFuture()
	called := 0
	f.AddDoneCallback(func(*Future) { called++ })
	first := f.Cancel()
	if !first || !f.Cancel() || !f.Cancelled() || f.SetRunning() || called != 1 {
		t.Error("cancel")
	}
	if _, err := f.Result(); err != ErrCancelled || errors.Is(err, exceptions.ErrCancelled) || exceptions.IsCancelled(err) {
		t.Errorf("%v is asyncio's", err)
	}
}

// TestPool: at most max jobs at a time, each once, and all before the end.
func TestPool(t *testing.T) {
	p := NewThreadPool(3, "asyncio_")
	if p.ThreadName(2) != "asyncio_2" {
		t.Error(p.ThreadName(2))
	}
	var now, most, ran atomic.Int64
	gate := make(chan struct{})
	var futures []*Future
	for range 50 {
		f, err := p.Submit(func() (any, error) {
			n := now.Add(1)
			for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
			}
			<-gate
			now.Add(-1)
			return ran.Add(1), nil
		})
		if err != nil {
			t.Fatal(err)
		}
		futures = append(futures, f)
	}
	if !futures[49].Cancel() {
		t.Error("a job that waits can be cancelled")
	}
	for range 49 {
		gate <- struct{}{}
	}
	p.Shutdown(true)
	if ran.Load() != 49 || most.Load() > 3 {
		t.Errorf("%d ran, %d at a time", ran.Load(), most.Load())
	}
	for _, f := range futures {
		if !f.Done() {
			t.Error("not done")
		}
	}
	if _, err := p.Submit(func() (any, error) { return nil, nil }); exceptions.Repr(err) != "RuntimeError('cannot schedule new futures after shutdown')" {
		t.Error(err)
	}
	p.Shutdown(true)
}

// TestOrder: one worker does its jobs in the order they were submitted, also
// those still queued at a shutdown that does not wait.
func TestOrder(t *testing.T) {
	p := NewThreadPool(1, "")
	var got []int
	var last *Future
	for i := range 100 {
		f, err := p.Submit(func() (any, error) { got = append(got, i); return nil, nil })
		if err != nil {
			t.Fatal(err)
		}
		last = f
	}
	p.Shutdown(false)
	if _, err := last.Result(); err != nil {
		t.Fatal(err)
	}
	for i, n := range got {
		if n != i {
			t.Fatalf("%v", got)
		}
	}
	p.Shutdown(true)
}

// TestBadJobs: errors, panics and a Goexit are outcomes, and the pool goes on.
func TestBadJobs(t *testing.T) {
	p := NewThreadPool(1, "")
	defer p.Shutdown(true)
	for name, c := range map[string]struct {
		job  func() (any, error)
		want string
	}{
		"error":  {func() (any, error) { return nil, errBoom }, "errorString('boom')"},
		"panic":  {func() (any, error) { panic("p") }, "Panic('panic: p')"},
		"goexit": {func() (any, error) { runtime.Goexit(); return nil, nil }, "RuntimeError('executor job ended its goroutine')"},
		"fine":   {func() (any, error) { return 1, nil }, "None"},
	} {
		f, err := p.Submit(c.job)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Result(); exceptions.Repr(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRace: setters and cancellers meet; exactly one of them wins.
func TestRace(t *testing.T) {
	for range 200 {
		f := NewFuture()
		var won, called atomic.Int64
		f.AddDoneCallback(func(*Future) { called.Add(1) })
		var wg sync.WaitGroup
		for range 2 {
			wg.Go(func() {
				if f.SetRunning() && f.SetResult(1) == nil {
					won.Add(1)
				}
			})
		}
		wg.Go(func() {
			if f.Cancel() && f.Cancelled() {
				won.Add(1)
			}
		})
		wg.Wait()
		if won.Load() != 1 || called.Load() != 1 {
			t.Fatalf("%d won, %d calls", won.Load(), called.Load())
		}
	}
}
