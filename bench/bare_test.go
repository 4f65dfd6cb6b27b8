package bench

import (
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"asyncio/bench/bare"
)

const (
	// callSoonBatch is how many callbacks one iteration of the CallSoon
	// measurement runs.
	callSoonBatch = 1000
	// gatherSize is the number of children of one gather.
	gatherSize = 100_000
	// timerCount is the number of timers of one pass.
	timerCount = 1_000_000
	// timerSpan is how far in the past the timers of a pass may lie.
	timerSpan = time.Hour
	// timerSeed makes every run sort the same times.
	timerSeed = 1
	// floodThreads is the number of goroutines that flood the loop.
	floodThreads = 8
)

// timerAges gives the ages of the timers of one pass, the same in every run.
func timerAges() []time.Duration {
	random := rand.New(rand.NewPCG(timerSeed, timerSeed))
	ages := make([]time.Duration, timerCount)
	for i := range ages {
		ages[i] = time.Duration(random.Int64N(int64(timerSpan)))
	}
	return ages
}

// BenchmarkSleepZeroBare: one op is one sleep(0) of the only task.
func BenchmarkSleepZeroBare(b *testing.B) {
	loop := bare.New()
	defer loop.Close()
	b.ReportAllocs()
	loop.RunUntilComplete(func(c *bare.Coroutine) any {
		for b.Loop() {
			c.SleepZero()
		}
		return nil
	})
}

// BenchmarkCallSoonBare: one op is one callback queued and run. The last
// callback of a batch queues the next batch.
func BenchmarkCallSoonBare(b *testing.B) {
	loop := bare.New()
	defer loop.Close()
	left := b.N
	nothing := func() {}
	var batch func()
	batch = func() {
		if left == 0 {
			loop.Stop()
			return
		}
		size := min(left, callSoonBatch)
		left -= size
		for range size - 1 {
			loop.CallSoon(nothing)
		}
		loop.CallSoon(batch)
	}
	b.ReportAllocs()
	b.ResetTimer()
	batch()
	loop.Run()
}

// BenchmarkCreateTaskAwaitBare: one op is one task, created and awaited, whose
// body returns at once.
func BenchmarkCreateTaskAwaitBare(b *testing.B) {
	loop := bare.New()
	defer loop.Close()
	child := func(*bare.Coroutine) any { return nil }
	b.ReportAllocs()
	loop.RunUntilComplete(func(c *bare.Coroutine) any {
		for b.Loop() {
			c.Await(loop.CreateTask(child))
		}
		return nil
	})
}

// BenchmarkGather100kBare: one op is a whole gather of 100,000 tasks whose
// bodies return at once, their creation included.
func BenchmarkGather100kBare(b *testing.B) {
	loop := bare.New()
	defer loop.Close()
	child := func(*bare.Coroutine) any { return nil }
	b.ReportAllocs()
	loop.RunUntilComplete(func(c *bare.Coroutine) any {
		for b.Loop() {
			tasks := make([]*bare.Task, gatherSize)
			for i := range tasks {
				tasks[i] = loop.CreateTask(child)
			}
			c.Gather(tasks)
		}
		return nil
	})
}

// BenchmarkTimers1MBare: one op is a whole pass of 1,000,000 timers that are
// all past: scheduled in random order, then run in the order of their times.
func BenchmarkTimers1MBare(b *testing.B) {
	loop := bare.New()
	defer loop.Close()
	ages := timerAges()
	nothing := func() {}
	b.ReportAllocs()
	for b.Loop() {
		now := loop.Time()
		for _, age := range ages {
			loop.CallAt(now-age, nothing)
		}
		// Due no earlier than any other, so it runs in the same iteration.
		loop.CallAt(now, loop.Stop)
		loop.Run()
	}
}

// BenchmarkThreadsafeFloodBare: one op is one callback queued from another
// goroutine and run in the loop; eight goroutines share the ops.
func BenchmarkThreadsafeFloodBare(b *testing.B) {
	loop := bare.New()
	defer loop.Close()
	left := b.N
	arrive := func() {
		if left--; left == 0 {
			loop.Stop()
		}
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
				loop.CallSoonThreadsafe(arrive)
			}
		})
	}
	loop.Run()
	threads.Wait()
}
