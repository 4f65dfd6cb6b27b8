package bench

import (
	"runtime"
	"sync"
	"testing"

	"asyncio/loop"
	"asyncio/process"
	"asyncio/signalsafe"
	"asyncio/task"
)

// open makes a real loop of the default kind.
func open(b testing.TB) *loop.Loop {
	l, err := task.NewLoop(loop.Config{})
	if err != nil {
		b.Fatal(err)
	}
	return l
}

// inside runs body as the only task of a fresh loop.
func inside(b testing.TB, body func(co *task.Co) error) {
	l := open(b)
	_, err := l.RunCoroutine(task.NewCoro(l, func(co *task.Co) (any, error) { return nil, body(co) }, 0))
	if err != nil {
		b.Fatal(err)
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
}

// check ends the benchmark on an error.
func check(b testing.TB, err error) {
	if err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSleepZero: one op is one sleep(0) of the only task.
func BenchmarkSleepZero(b *testing.B) {
	b.ReportAllocs()
	inside(b, func(co *task.Co) error {
		for b.Loop() {
			if _, err := task.Sleep(co, 0, nil); err != nil {
				return err
			}
		}
		return nil
	})
}

// BenchmarkCallSoon: one op is one callback queued and run. The last callback
// of a batch queues the next batch.
func BenchmarkCallSoon(b *testing.B) {
	l := open(b)
	defer l.Close()
	left := b.N
	nothing := func() error { return nil }
	var batch func() error
	batch = func() error {
		if left == 0 {
			l.Stop()
			return nil
		}
		size := min(left, callSoonBatch)
		left -= size
		for range size - 1 {
			if _, err := l.CallSoon(nothing); err != nil {
				return err
			}
		}
		_, err := l.CallSoon(batch)
		return err
	}
	b.ReportAllocs()
	b.ResetTimer()
	_, err := l.CallSoon(batch)
	check(b, err)
	check(b, l.RunForever())
}

func nothing(*task.Co) (any, error) { return nil, nil }

// BenchmarkCreateTaskAwait: one op is one task, created and awaited, whose body
// returns at once.
func BenchmarkCreateTaskAwait(b *testing.B) {
	b.ReportAllocs()
	inside(b, func(co *task.Co) error {
		l := co.Loop()
		for b.Loop() {
			t, err := task.Create(l, task.NewCoro(l, nothing, 0), task.Options{})
			if err != nil {
				return err
			}
			if _, err := co.Await(t); err != nil {
				return err
			}
		}
		return nil
	})
}

// BenchmarkGather100k: one op is a whole gather of 100,000 coroutines whose
// bodies return at once, their creation included.
func BenchmarkGather100k(b *testing.B) {
	b.ReportAllocs()
	inside(b, func(co *task.Co) error {
		l := co.Loop()
		for b.Loop() {
			aws := make([]any, gatherSize)
			for i := range aws {
				aws[i] = task.NewCoro(l, nothing, 0)
			}
			g, err := task.Gather(l, aws, false)
			if err != nil {
				return err
			}
			if _, err := co.Await(g); err != nil {
				return err
			}
		}
		return nil
	})
}

// BenchmarkTimers1M: one op is a whole pass of 1,000,000 timers that are all
// past: scheduled in random order, then run in the order of their times.
func BenchmarkTimers1M(b *testing.B) {
	l := open(b)
	defer l.Close()
	ages := timerAges()
	nothing := func() error { return nil }
	stop := func() error { l.Stop(); return nil }
	b.ReportAllocs()
	for b.Loop() {
		now := l.Time()
		for _, age := range ages {
			if _, err := l.CallAt(now-age.Seconds(), nothing); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := l.CallAt(now, stop); err != nil {
			b.Fatal(err)
		}
		check(b, l.RunForever())
	}
}

// BenchmarkThreadsafeFlood: one op is one callback queued from another
// goroutine and run in the loop; eight goroutines share the ops.
func BenchmarkThreadsafeFlood(b *testing.B) {
	l := open(b)
	defer l.Close()
	left := b.N
	arrive := func() error {
		if left--; left == 0 {
			l.Stop()
		}
		return nil
	}
	var threads sync.WaitGroup
	b.ReportAllocs()
	b.ResetTimer()
	for i := range floodThreads {
		share := b.N / floodThreads
		if i < b.N%floodThreads {
			share++
		}
		threads.Go(func() {
			for range share {
				if _, err := l.CallSoonThreadsafe(arrive); err != nil {
					b.Error(err)
				}
			}
		})
	}
	check(b, l.RunForever())
	threads.Wait()
}

// BenchmarkSignalToCallback: one op is one signal that the program raises, from
// its raising to its handler's call, one at a time.
func BenchmarkSignalToCallback(b *testing.B) {
	l := open(b)
	defer l.Close()
	left := b.N
	sig := signalsafe.SIGTERM
	raise := func() error { return process.Default.Signals.Raise(sig) }
	check(b, l.AddSignalHandler(sig, func() error {
		if left--; left == 0 {
			l.Stop()
			return nil
		}
		return raise()
	}))
	b.ReportAllocs()
	b.ResetTimer()
	_, err := l.CallSoon(raise)
	check(b, err)
	check(b, l.RunForever())
}

// BenchmarkParkedTask: one op is one task parked in a sleep. It reports the
// bytes that each takes while parked.
func BenchmarkParkedTask(b *testing.B) {
	for _, kind := range []struct {
		name string
		body func(co *task.Co) error
	}{
		{"awaits", func(co *task.Co) error { _, err := task.Sleep(co, 3600, nil); return err }},
	} {
		b.Run(kind.name, func(b *testing.B) {
			inside(b, func(co *task.Co) error {
				l := co.Loop()
				before := inUse()
				tasks := make([]*task.Task, b.N)
				for i := range tasks {
					t, err := task.Create(l, task.NewCoro(l, func(co *task.Co) (any, error) { return nil, kind.body(co) }, 0), task.Options{})
					if err != nil {
						return err
					}
					tasks[i] = t
				}
				if _, err := task.Sleep(co, 0, nil); err != nil {
					return err
				}
				b.ReportMetric(float64(inUse()-before)/float64(b.N), "B/parked")
				aws := make([]any, b.N)
				for i, t := range tasks {
					t.Cancel()
					aws[i] = t
				}
				g, err := task.Gather(l, aws, true)
				if err == nil {
					_, err = co.Await(g)
				}
				return err
			})
		})
	}
}

// inUse gives the bytes of heap and stacks in use.
func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse + m.StackInuse
}
