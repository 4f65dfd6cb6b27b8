package conformance

import (
	"fmt"
	"regexp"
	"strings"

	"asyncio/clock"
	"asyncio/exceptions"
	"asyncio/locks"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/queues"
	"asyncio/task"
)

// The parts of testdata/ticks/cases/turns.py, for the twins of locks and queues.

// scene is the twin of a scenario whose body gives nothing.
func scene(fn func(s *stage, co *task.Co)) scenario {
	return scenario{async: func(s *stage, co *task.Co) (any, error) { fn(s, co); return nil, nil }}
}

// pause lets some ticks pass.
func pause(co *task.Co, ticks int) error {
	for range ticks {
		if err := sleep(co, 0); err != nil {
			return err
		}
	}
	return nil
}

// spin is pause where nobody cancels.
func (s *stage) spin(co *task.Co, ticks int) { s.must(pause(co, ticks)) }

// gave tells what came of a call.
func (s *stage) gave(what string, v any, err error) {
	if err != nil {
		s.log("%s raised %s", what, exceptions.Repr(err))
	} else {
		s.log("%s: %s", what, reprOf(v))
	}
}

// atOnce tells what came of a call without a value.
func (s *stage) atOnce(what string, err error) { s.gave(what, nil, err) }

// attempt runs an operation and tells what came of it.
func (s *stage) attempt(co *task.Co, what string, op task.Op) {
	v, err := co.Do(op)
	s.gave(what, v, err)
}

// attempting is loop.create_task(attempt(log, what, op)).
func (s *stage) attempting(what string, op task.Op) *task.Task {
	return s.create(func(co *task.Co) (any, error) { s.attempt(co, what, op); return nil, nil })
}

// attemptFor is attempt(log, what, asyncio.wait_for(op, 1)).
func (s *stage) attemptFor(co *task.Co, what string, op task.Op) {
	v, err := task.WaitFor(co, s.coro(func(co *task.Co) (any, error) { return co.Do(op) }), 1)
	s.gave(what, v, err)
}

var address = regexp.MustCompile(` (object )?at 0x[0-9a-f]+`)

// bare is a repr without its address.
func bare(x fmt.Stringer) string { return address.ReplaceAllString(x.String(), "") }

// show logs an object's repr.
func (s *stage) show(x fmt.Stringer) { s.log("%s", bare(x)) }

// use acquires, holds for some ticks and releases.
func (s *stage) use(co *task.Co, name string, l locks.Locker, hold int) error {
	if _, err := co.Do(l.AcquireOp()); err != nil {
		if exceptions.IsCancelled(err) {
			s.log("%s gives up: %s", name, exceptions.Repr(err))
		}
		return err
	}
	s.log("%s has it", name)
	if err := pause(co, hold); err != nil {
		return err
	}
	return l.Release()
}

// users makes a task of use for each letter of names.
func (s *stage) users(l locks.Locker, names string, hold int) (tasks []*task.Task) {
	for _, name := range strings.Split(names, "") {
		tasks = append(tasks, s.create(func(co *task.Co) (any, error) { return nil, s.use(co, name, l, hold) }))
	}
	return tasks
}

// allOf waits until the tasks have ended in whatever way.
func allOf(co *task.Co, tasks ...*task.Task) {
	for _, t := range tasks {
		_, _ = co.Await(t)
	}
}

// dones tells which tasks are done.
func dones(tasks []*task.Task) string {
	list := make([]any, len(tasks))
	for i, t := range tasks {
		list[i] = t.Done()
	}
	return reprOf(list)
}

// during prints an error and the one it was raised during.
func during(err error) string { return exceptions.Repr(err) + " during " + contextRepr(err) }

// refusedLoop reports whether an error is one of those for another loop's lock.
func refusedLoop(err error) bool {
	return exceptions.TypeName(err) == "RuntimeError" &&
		strings.Contains(err.Error(), "different") && strings.Contains(err.Error(), "loop")
}

// elsewhere runs fn on a loop of its own.
func (s *stage) elsewhere(fn func(co *task.Co)) {
	l, err := task.NewLoop(loop.Config{State: s.state, Clock: clock.NewVirtual(0)})
	s.must(err)
	_, err = l.RunCoroutine(task.NewCoro(l, func(co *task.Co) (any, error) { fn(co); return nil, nil }, 0))
	s.must(err)
	s.must(l.Close())
}

// made gives what no scenario expects to fail.
func made[T any](s *stage, v T, err error) T {
	s.must(err)
	return v
}

func (s *stage) lock() *locks.Lock {
	l, err := locks.NewLock(locks.On(s.loop))
	return made(s, l, err)
}

func (s *stage) heldLock(co *task.Co) *locks.Lock {
	l := s.lock()
	s.must(l.Acquire(co))
	return l
}

func (s *stage) event() *locks.Event {
	e, err := locks.NewEvent(locks.On(s.loop))
	return made(s, e, err)
}

func (s *stage) condition() *locks.Condition { return s.conditionOn(nil) }

func (s *stage) conditionOn(l locks.Locker) *locks.Condition {
	c, err := locks.NewCondition(locks.On(s.loop), l)
	return made(s, c, err)
}

func (s *stage) semaphore(value int) *locks.Semaphore {
	x, err := locks.NewSemaphore(locks.On(s.loop), value)
	return made(s, x, err)
}

func (s *stage) bounded(value int) *locks.BoundedSemaphore {
	x, err := locks.NewBoundedSemaphore(locks.On(s.loop), value)
	return made(s, x, err)
}

func (s *stage) barrier(parties int) *locks.Barrier {
	b, err := locks.NewBarrier(locks.On(s.loop), parties)
	return made(s, b, err)
}

// queue makes a queue that holds items.
func (s *stage) queue(maxsize int, items ...any) *queues.Queue {
	q, err := queues.New(locks.On(s.loop), maxsize)
	s.fill(made(s, q, err), items...)
	return q
}

func (s *stage) lifo(items ...any) *queues.Queue {
	q, err := queues.NewLifo(locks.On(s.loop), 0)
	s.fill(made(s, q, err), items...)
	return q
}

func (s *stage) priority(maxsize int, items ...any) *queues.Queue {
	q, err := queues.NewPriority(locks.On(s.loop), maxsize, lessThan)
	s.fill(made(s, q, err), items...)
	return q
}

func (s *stage) fill(q *queues.Queue, items ...any) {
	for _, item := range items {
		s.must(q.PutNowait(item))
	}
}

// job is ordered by its rank alone.
type job struct {
	rank int
	name string
}

// String is repr(job).
func (j job) String() string { return j.name }

// lessThan is Python's a < b for what the scenarios compare.
func lessThan(a, b any) (bool, error) {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			return x < y, nil
		}
	case job:
		if y, ok := b.(job); ok {
			return x.rank < y.rank, nil
		}
	}
	return false, exceptions.TypeError("'<' not supported between instances of '%s' and '%s'",
		process.TypeName(a), process.TypeName(b))
}
