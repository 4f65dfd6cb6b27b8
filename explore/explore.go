// Package explore runs a program under many orders. Where Python leaves an
// order open (a set of tasks that is cancelled, waited for or gone through),
// the order of one run is only one of those that can be. Each run takes another
// seed; equal seeds give equal runs, so an outcome that was found can be looked
// at again.
package explore

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"asyncio/script"
	"asyncio/script/host"
	"asyncio/trace"
)

// Options say how a program is explored.
type Options struct {
	// First is the first seed, Seeds how many there are; 0 stands for 100.
	First uint64
	Seeds int
	// Parallel is how many runs there are at a time; 0 is one for each
	// processor.
	Parallel int
	// Script is how each run is made: arguments, imports, limits, grants,
	// signals, version. Time is always virtual. Output, Observer, Shuffle and
	// Leave are the explorer's own. Without a Seed of its own the program begins
	// as if by random.seed(0), so that nothing but the order differs.
	Script script.Options
}

// Outcome is one of the ways in which the program can go.
type Outcome struct {
	// Seeds are those that lead to it, in order.
	Seeds []uint64
	// Stdout is what the program printed, End how it ended: "exit status 0", or
	// the last line of what Python says of its end.
	Stdout, End string
	// Deadlock is set when the run can never go on.
	Deadlock *script.DeadlockError
	// Parts is where the loops first do something else than in the first
	// outcome; nil for that one, and where the loops do the same.
	Parts *trace.Divergence
}

// Seed is the lowest seed that leads to the outcome.
func (o *Outcome) Seed() uint64 { return o.Seeds[0] }

// Run explores a program and gives its outcomes, in the order of their lowest
// seeds. It fails only when ctx ends; what a run does wrong is an outcome.
func Run(ctx context.Context, program *script.Program, o Options) ([]*Outcome, error) {
	seeds := o.Seeds
	if seeds <= 0 {
		seeds = 100
	}
	parallel := o.Parallel
	if parallel <= 0 {
		parallel = runtime.NumCPU()
	}
	var (
		all   sync.WaitGroup
		mu    sync.Mutex
		next  = o.First
		found = map[string]*Outcome{}
	)
	take := func() (seed uint64, ok bool) {
		mu.Lock()
		defer mu.Unlock()
		if next-o.First >= uint64(seeds) || ctx.Err() != nil {
			return 0, false
		}
		next++
		return next - 1, true
	}
	for range parallel {
		all.Go(func() { // ends when the seeds are used up
			for seed, ok := take(); ok; seed, ok = take() {
				one, _ := o.run(ctx, program, seed, false)
				mu.Lock()
				if same := found[one.key()]; same != nil {
					same.Seeds = append(same.Seeds, seed)
				} else {
					found[one.key()] = one
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	if err := ctx.Err(); err != nil {
		return nil, context.Cause(ctx)
	}
	var out []*Outcome
	for _, one := range found {
		slices.Sort(one.Seeds)
		out = append(out, one)
	}
	slices.SortFunc(out, func(a, b *Outcome) int {
		if a.Seed() < b.Seed() {
			return -1
		}
		return 1
	})
	o.part(ctx, program, out)
	return out, nil
}

// Replay runs the program once more with a seed and gives its outcome and what
// its loops did.
func Replay(ctx context.Context, program *script.Program, o Options, seed uint64) (*Outcome, *trace.Recording) {
	return o.run(ctx, program, seed, true)
}

// part finds where each outcome leaves the first one.
func (o Options) part(ctx context.Context, program *script.Program, outcomes []*Outcome) {
	if len(outcomes) < 2 {
		return
	}
	_, recording := o.run(ctx, program, outcomes[0].Seed(), true)
	first := recording.Iterations()
	for _, other := range outcomes[1:] {
		_, recording := o.run(ctx, program, other.Seed(), true)
		other.Parts = trace.Part(first, recording.Iterations())
	}
}

// run runs the program once.
func (o Options) run(ctx context.Context, program *script.Program, seed uint64, record bool) (*Outcome, *trace.Recording) {
	var stdout, stderr bytes.Buffer
	s := o.Script
	s.Virtual, s.OwnProcess, s.Report = true, false, true
	s.Stdout, s.Stderr, s.Buffering = &stdout, &stderr, host.Unbuffered
	s.Shuffle = &seed
	if s.Seed == nil {
		s.Seed = new(int64)
	}
	var recorder *trace.Recorder
	if s.Observer = nil; record {
		recorder = trace.NewRecorder(trace.Header{By: "aio", Virtual: true, Start: s.Epoch})
		s.Observer = recorder
	}
	var interp *script.Interp
	left := -1
	s.Leave = func(status int) {
		left = status
		interp.Stop()
	}
	interp = script.New(s)
	ended := context.AfterFunc(ctx, interp.Stop)
	err := interp.Run(program)
	if e := interp.Close(); e != nil {
		err = e
	}
	ended()
	one := &Outcome{Seeds: []uint64{seed}, Stdout: stdout.String(), End: end(err, left)}
	errors.As(err, &one.Deadlock)
	if recorder == nil {
		return one, nil
	}
	return one, recorder.Recording(0)
}

// end says how a run ended.
func end(err error, left int) string {
	var uncaught *script.Error
	var stopped *script.StoppedError
	switch {
	case left >= 0 && (err == nil || errors.As(err, &stopped)):
		return fmt.Sprintf("exit status %d", left)
	case err == nil:
		return "exit status 0"
	case errors.As(err, &uncaught):
		if text := lastLine(uncaught.Text); text != "" {
			return text
		}
		return fmt.Sprintf("exit status %d", uncaught.Status)
	}
	return err.Error()
}

func lastLine(text string) string {
	text = strings.TrimRight(text, "\n")
	return text[strings.LastIndexByte(text, '\n')+1:]
}

// key is equal for runs with the same outcome.
func (o *Outcome) key() string { return o.End + "\x00" + o.Stdout }
