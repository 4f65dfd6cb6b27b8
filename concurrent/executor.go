package concurrent

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"

	"asyncio/exceptions"
)

// Executor runs jobs outside the loop.
type Executor interface {
	// Submit has job run and gives the future of its outcome. It fails with
	// RuntimeError once the executor was shut down.
	Submit(job func() (any, error)) (*Future, error)
	// Shutdown refuses further jobs; with wait it returns once all submitted
	// ones have ended.
	Shutdown(wait bool)
}

// ThreadPool is a bounded pool of goroutines, as ThreadPoolExecutor is of
// threads: jobs start in the order they were submitted, at most max at a time,
// and a goroutine is started only when no other is idle.
type ThreadPool struct {
	prefix string
	max    int

	mu       sync.Mutex
	ready    *sync.Cond
	queue    []item
	idle     int
	workers  int
	shutdown bool
	all      sync.WaitGroup
}

type item struct {
	f   *Future
	job func() (any, error)
}

// NewThreadPool makes a pool of at most max goroutines; 0 stands for Python's
// min(32, cpus + 4). prefix names its threads.
func NewThreadPool(max int, prefix string) *ThreadPool {
	if max <= 0 {
		max = min(32, runtime.NumCPU()+4)
	}
	p := &ThreadPool{prefix: prefix, max: max}
	p.ready = sync.NewCond(&p.mu)
	return p
}

// ThreadName gives the name of the pool's n-th thread, such as "asyncio_0".
func (p *ThreadPool) ThreadName(n int) string { return fmt.Sprintf("%s%d", p.prefix, n) }

// Submit implements Executor.
func (p *ThreadPool) Submit(job func() (any, error)) (*Future, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shutdown {
		return nil, exceptions.RuntimeError("cannot schedule new futures after shutdown")
	}
	f := NewFuture()
	p.queue = append(p.queue, item{f, job})
	if p.idle >= len(p.queue) || p.workers >= p.max {
		p.ready.Signal()
		return f, nil
	}
	p.workers++
	p.all.Add(1)
	go p.work()
	return f, nil
}

func (p *ThreadPool) work() {
	returned := false
	defer func() {
		if !returned { // a job ended the goroutine: another one takes its place
			go p.work()
			return
		}
		p.all.Done()
	}()
	for {
		p.mu.Lock()
		for len(p.queue) == 0 {
			if p.shutdown {
				p.mu.Unlock()
				returned = true
				return
			}
			p.idle++
			p.ready.Wait()
			p.idle--
		}
		it := p.queue[0]
		p.queue = p.queue[1:]
		p.mu.Unlock()
		if it.f.SetRunning() {
			runJob(it)
		}
	}
}

// runJob runs one job; a panic, or a Goexit, in it becomes the future's error.
func runJob(it item) {
	returned := false
	defer func() {
		if returned {
			return
		}
		if p := recover(); p != nil {
			_ = it.f.SetException(&exceptions.Panic{Value: p, Stack: debug.Stack()})
			return
		}
		_ = it.f.SetException(exceptions.RuntimeError("executor job ended its goroutine"))
	}()
	v, err := it.job()
	returned = true
	// The future is this worker's alone once it is running, so setting it
	// cannot fail.
	if err != nil {
		_ = it.f.SetException(err)
	} else {
		_ = it.f.SetResult(v)
	}
}

// Shutdown implements Executor.
func (p *ThreadPool) Shutdown(wait bool) {
	p.mu.Lock()
	p.shutdown = true
	p.ready.Broadcast()
	p.mu.Unlock()
	if wait {
		p.all.Wait()
	}
}
