package trio

import (
	"sync"
	"sync/atomic"
)

// entryQueue is the door through which other goroutines, and signals, get into
// a run.
type entryQueue struct {
	r           *Runner
	outstanding atomic.Int64 // work under way that will come in here

	mu     sync.Mutex
	queue  []func() error
	once   []entry // those that merge, in the order they came
	known  map[any]bool
	done   bool
	parked *Task // the task that serves the queue, while it waits
}

type entry struct {
	key any
	fn  func() error
}

// add queues fn; a key merges it with one of the same key that waits.
func (q *entryQueue) add(key any, fn func() error) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.done {
		return ErrRunFinished.New("run() has exited")
	}
	switch {
	case key == nil:
		q.queue = append(q.queue, fn)
	case !q.known[key]:
		if q.known == nil {
			q.known = map[any]bool{}
		}
		q.known[key] = true
		q.once = append(q.once, entry{key, fn})
	}
	q.r.waker.wake()
	return nil
}

// wake makes the serving task runnable, if it waits.
func (q *entryQueue) wake() {
	if t := q.parked; t != nil {
		q.parked = nil
		q.r.Reschedule(t, nil, nil)
	}
}

func (q *entryQueue) empty() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.queue) == 0 && len(q.once) == 0
}

// drain runs as many as were there when it began. What fails is told as an
// error of the serving task, after the others have run.
func (q *entryQueue) drain() {
	q.mu.Lock()
	n, m := len(q.queue), len(q.once)
	q.mu.Unlock()
	for ; n > 0; n-- {
		q.mu.Lock()
		fn := q.queue[0]
		q.queue[0] = nil
		q.queue = q.queue[1:]
		q.mu.Unlock()
		q.call(fn)
	}
	for ; m > 0; m-- {
		q.mu.Lock()
		e := q.once[0]
		q.once[0] = entry{}
		q.once = q.once[1:]
		delete(q.known, e.key)
		q.mu.Unlock()
		q.call(e.fn)
	}
}

// call runs a callback. One that fails brings the run down, by a system task
// that raises its error, so that the queue goes on.
func (q *entryQueue) call(fn func() error) {
	if err := fn(); err != nil {
		_, e := q.r.SpawnSystemTask(SpawnConfig{
			Coroutine: Operation(newMachine(func(*Task) then { return end(nil, err) })),
			Name:      "<TrioToken.run_sync_soon callback>",
		})
		if e != nil {
			q.r.Fail(q.r.errors.During(err, e))
		}
	}
}

// serve is the operation of the task that serves the queue, until it is
// cancelled.
func (q *entryQueue) serve() Op {
	return newMachine(func(t *Task) then {
		var again func(any, error) then
		again = func(_ any, err error) then {
			switch {
			case err == nil:
			case q.r.errors.Is(err, ErrCancelled):
				q.finish()
				return end(nil, nil)
			default:
				return end(nil, err)
			}
			q.drain()
			if !q.empty() {
				return run(CheckpointOp(), again)
			}
			q.parked = t
			return block(waiting(func(RaiseCancel) Abort {
				q.parked = nil
				return AbortSucceeded
			}), again)
		}
		return again(nil, nil)
	})
}

// finish lets nobody in any more, and runs what is there.
func (q *entryQueue) finish() {
	q.mu.Lock()
	q.done = true
	q.mu.Unlock()
	for !q.empty() {
		q.drain()
	}
}

// References gives what waits in the queue.
func (q *entryQueue) References(visit func(any)) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, e := range q.once {
		visit(e.key)
	}
}

// Token lets other goroutines into a run.
type Token struct {
	r     *Runner
	owner any
}

// Owner gives the object of the layer above that stands for the token.
func (k *Token) Owner() any { return k.owner }

// SetOwner sets what Owner gives.
func (k *Token) SetOwner(o any) { k.owner = o }

// Token gives the run's token. It may be called on the run's own goroutine.
func (r *Runner) Token() *Token {
	if r.token == nil {
		r.token = &Token{r: r}
	}
	return r.token
}

// RunSyncSoon has fn called in the run, soon, in the order of the calls, by a
// task that no KeyboardInterrupt and no cancellation reaches. It may be called
// from any goroutine, and from a signal's at-once half. It fails with
// RunFinishedError when it is too late; otherwise fn is certain to be called.
// An error that fn returns ends the run with TrioInternalError.
func (k *Token) RunSyncSoon(fn func() error) error { return k.r.entries.add(nil, fn) }

// RunSyncSoonOnce is RunSyncSoon, but calls with the same key that have not run
// yet count as one.
func (k *Token) RunSyncSoonOnce(key any, fn func() error) error { return k.r.entries.add(key, fn) }

// Runner gives the run. What it offers is for the run's own goroutine.
func (k *Token) Runner() *Runner { return k.r }
