package bench

import (
	"runtime/debug"
	"testing"
	"time"

	"asyncio/observe"
	"asyncio/script"
	"asyncio/trace"
)

// recorded are programs that do little besides what a recording is about, so
// that it costs them most.
var recorded = []struct{ name, source string }{
	{"sleep0", `
import asyncio
async def main():
    for _ in range(20000):
        await asyncio.sleep(0)
asyncio.run(main())
`},
	{"queue", `
import asyncio
async def worker(queue):
    while True:
        n = await queue.get()
        await asyncio.sleep(n / 1000)
        queue.task_done()
async def main():
    queue = asyncio.Queue(10)
    workers = [asyncio.create_task(worker(queue)) for _ in range(5)]
    for n in range(4000):
        await queue.put(n % 7)
    await queue.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
asyncio.run(main())
`},
	{"gather", `
import asyncio
async def leaf(n):
    await asyncio.sleep(n % 3)
    return n
async def main():
    for _ in range(100):
        await asyncio.gather(*[leaf(n) for n in range(50)])
asyncio.run(main())
`},
}

// BenchmarkRecording runs each program with a Recorder and without, in turn,
// and tells how many times as long it takes with one.
func BenchmarkRecording(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as aio has it
	for _, p := range recorded {
		program, err := script.Compile([]byte(p.source), "prog.py")
		if err != nil {
			b.Fatal(err)
		}
		run := func(o observe.Observer) time.Duration {
			i := script.New(script.Options{Virtual: true, Observer: o})
			start := time.Now()
			err := i.Run(program)
			took := time.Since(start)
			if e := i.Close(); err == nil {
				err = e
			}
			if err != nil {
				b.Fatal(err)
			}
			return took
		}
		b.Run(p.name, func(b *testing.B) {
			plain, with := time.Hour, time.Hour // the fastest of each, as other work disturbs both
			events := 0
			for b.Loop() {
				plain = min(plain, run(nil))
				r := trace.NewRecorder(trace.Header{})
				with = min(with, run(r))
				events = r.Len()
			}
			b.ReportMetric(float64(with)/float64(plain), "x")
			b.ReportMetric(float64(with-plain)/float64(events), "ns/event")
			b.ReportMetric(0, "ns/op")
		})
	}
}
