package script

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"sync/atomic"
	"time"

	"asyncio/script/host"
	"asyncio/script/object"
)

// Limits end a run; no Python code can catch them. A zero is no limit.
type Limits struct {
	// Steps is the number of instructions.
	Steps int64
	// Time is how long the program may last, in real time, from its first
	// statement to the end of Close.
	Time time.Duration
	// Memory is how many bytes of objects the program may have at a time. What
	// it has is measured now and then, for the whole process: other work of the
	// host counts too. A single object that would be larger is never made.
	Memory int64
	// Output is how many bytes the program may print.
	Output int64
	// Tasks is how many tasks there may be at a time that are not done.
	Tasks int
}

// limits puts the limits in force.
func (i *Interp) limits() {
	l := i.o.Limits
	if l.Steps > 0 {
		i.m.Steps, i.m.MaxSteps = l.Steps, l.Steps
	}
	if l.Time > 0 {
		i.timer = time.AfterFunc(l.Time, func() { i.fail("time", l.Time.String()) })
	}
	if l.Memory > 0 {
		i.limitMemory(l.Memory)
	}
	if l.Tasks > 0 {
		i.h.TaskAdded = func(n int) {
			if n > l.Tasks {
				i.fail("task", strconv.Itoa(l.Tasks))
			}
		}
	}
}

// fail ends the run, from any goroutine, because a limit was reached.
func (i *Interp) fail(limit, most string) {
	i.h.Threads.Fail(&LimitError{Limit: limit, Max: most})
}

// memoryPolls is the number of looks at the outside between two measurements.
const memoryPolls = 32

// limitMemory measures the heap while the program runs. Garbage counts until it
// is collected, so a measurement above the limit is made again after a
// collection, unless the one before has freed next to nothing.
func (i *Interp) limitMemory(most int64) {
	name := sizeText(most)
	read := func() int64 { // garbage included
		var heap runtime.MemStats
		runtime.ReadMemStats(&heap)
		return int64(heap.HeapAlloc)
	}
	runtime.GC()
	base := read()
	again := int64(0)
	measure := func() {
		taken := read()
		// What the host has given up since is not room for the program.
		base = min(base, taken)
		if taken <= max(base+most, again) {
			return
		}
		runtime.GC()
		if taken = read(); taken > base+most {
			i.fail("memory", name)
		} else {
			base, again = min(base, taken), taken+most/4
		}
	}
	made := 0.0 // by large objects since the last measurement
	i.in.Room = func(bytes float64) error {
		if bytes > float64(most) {
			i.fail("memory", name)
		} else if made += bytes; made > float64(most)/8 {
			made = 0
			measure()
		}
		return i.h.Threads.Check()
	}
	polls := 0
	poll := i.m.Poll
	i.m.Poll = func(t *object.Thread) error {
		if polls++; polls >= memoryPolls {
			polls = 0
			measure()
		}
		return poll(t)
	}
}

func sizeText(n int64) string {
	for _, u := range []struct {
		name  string
		bytes int64
	}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}} {
		if n%u.bytes == 0 {
			return fmt.Sprintf("%d %s", n/u.bytes, u.name)
		}
	}
	return fmt.Sprintf("%d bytes", n)
}

// limitedWriter passes on what the program prints until it is too much.
type limitedWriter struct {
	w    io.Writer
	left *atomic.Int64 // shared by all writers of the program
	full func()
}

// Write implements io.Writer. What is too much is dropped: the program ends
// before it can know.
func (l *limitedWriter) Write(p []byte) (int, error) {
	n := int64(len(p))
	left := l.left.Add(-n)
	if left >= 0 {
		return l.w.Write(p)
	}
	l.full()
	if fits := n + left; fits > 0 {
		if k, err := l.w.Write(p[:fits]); err != nil {
			return k, err
		}
	}
	return len(p), nil
}

// limitOutput puts limits on the streams of o, before anything is written.
func (i *Interp) limitOutput(o *Options) {
	most := o.Limits.Output
	if most <= 0 {
		return
	}
	left := new(atomic.Int64)
	left.Store(most)
	full := func() { i.fail("output", sizeText(most)) }
	if f, ok := o.Stdout.(*os.File); ok && o.Buffering == host.AsPython && !isTerminal(f) {
		o.Buffering = host.Blocks
	}
	o.Stdout = &limitedWriter{o.Stdout, left, full}
	o.Stderr = &limitedWriter{o.Stderr, left, full}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
