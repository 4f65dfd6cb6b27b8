package examples

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"asyncio/exceptions"
	"asyncio/trio"
)

// TrioDemo is an entry of the list of demos that run on trio's loop.
type TrioDemo struct {
	// Name, About and Hint are as in Demo.
	Name, About, Hint string
	// Nap is how long its workers sleep.
	Nap time.Duration
	// Main is its main function.
	Main func(t *trio.Task, out *Stage) error
}

// TrioList gives the demos that run on trio's loop.
func TrioList() []TrioDemo {
	return []TrioDemo{{
		Name:  "trio-shield",
		About: "trio: a nursery is cancelled, a shielded one within it is not",
		Hint:  "press Ctrl-C, or send SIGTERM to the PID",
		Nap:   10 * time.Second, Main: TrioShield,
	}}
}

// Run runs the demo to its end as trio.Run does.
func (d TrioDemo) Run(out io.Writer, workers time.Duration, opts ...trio.Option) error {
	if workers == 0 {
		workers = d.Nap
	}
	stage := &Stage{out, workers}
	return trio.Run(func(t *trio.Task) error { return d.Main(t, stage) }, opts...)
}

// sleeper is one of the workers of TrioShield. It hands on what cut its sleep
// short, as everything in trio has to.
func sleeper(out *Stage, number int) func(t *trio.Task) error {
	return func(t *trio.Task) error {
		fmt.Fprintf(out, "[%d] Task start!\n", number)
		if err := trio.Sleep(t, out.Nap); err != nil {
			if errors.Is(err, trio.ErrCancelled) {
				fmt.Fprintf(out, "[%d] Canceled!\n", number)
			}
			return err
		}
		fmt.Fprintf(out, "[%d] Task done!\n", number)
		return nil
	}
}

// startAll starts the workers with the given numbers in a nursery.
func startAll(n *trio.Nursery, out *Stage, numbers ...int) error {
	for _, number := range numbers {
		if err := n.StartSoon(sleeper(out, number)); err != nil {
			return err
		}
	}
	return nil
}

// TrioShield keeps some tasks alive through Ctrl-C.
//
// Six workers run for ten seconds, three of them in a nursery that is shielded
// from its parent. Ctrl-C cancels the parent; the nursery waits for the rest.
// The KeyboardInterrupt then comes out of it by itself where groups are loose,
// as up to trio 0.22, and in a group, which is not caught here, since then.
func TrioShield(t *trio.Task, out *Stage) error {
	fmt.Fprintf(out, "PID: %d\n", os.Getpid())
	err := trio.OpenNursery(t, func(all *trio.Nursery) error {
		kept := func(t *trio.Task) error {
			return trio.OpenNursery(t, func(n *trio.Nursery) error {
				n.Scope().SetShield(true)
				return startAll(n, out, 0, 1, 2)
			})
		}
		return errors.Join(all.StartSoon(kept), startAll(all, out, 3, 4, 5))
	})
	if exceptions.KindOf(err) == exceptions.KeyboardInterrupt {
		fmt.Fprintln(out, "Nursery Cancelled!")
		return nil
	}
	return err
}
