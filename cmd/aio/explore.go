package main

import (
	"context"
	"errors"
	"os"
	"os/signal"

	"asyncio/explore"
)

// exploreCommand is `aio explore FILE`.
type exploreCommand struct {
	runCommand
	Seeds     int
	First     uint64
	Parallel  int
	Deadlocks bool
}

func (c *exploreCommand) define(f *flags) {
	c.runCommand.define(f)
	f.IntVar(&c.Seeds, "seeds", 100, "Run the program under `N` orders, 100 if not given.")
	f.Uint64Var(&c.First, "first", 0, "The `SEED` of the first one.")
	f.IntVar(&c.Parallel, "parallel", 0, "How many runs there are at a time, as many as processors if not given: `N`.")
	f.BoolVar(&c.Deadlocks, "deadlocks", false, "List only the runs that can never go on, with who waits for what.")
}

// run implements runner. The exit status is 0 when all runs went the same way,
// 1 when there are several, and with --deadlocks when there is a deadlock.
func (c *exploreCommand) run(args []string) error {
	o, err := c.options()
	if err != nil {
		return err
	}
	switch {
	case c.Module != "":
		return errors.New("explore: name a file; modules are not explored")
	case c.Shuffle != nil:
		return errors.New("explore: --shuffle names one order; --first and --seeds say which are explored")
	}
	p, err := c.program(&o, args)
	if err != nil {
		report(err).finish()
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	outcomes, err := explore.Run(ctx, p, explore.Options{First: c.First, Seeds: c.Seeds, Parallel: c.Parallel, Script: o})
	if err != nil {
		return err
	}
	if err := explore.Report(os.Stdout, outcomes, c.Deadlocks); err != nil {
		return err
	}
	status := 0
	for _, one := range outcomes {
		if one.Deadlock != nil || !c.Deadlocks && len(outcomes) > 1 {
			status = differs
		}
	}
	os.Exit(status)
	return nil
}
