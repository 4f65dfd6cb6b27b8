package main

import (
	"os"

	"asyncio/examples"
	"asyncio/trio"
)

// runTrio runs a demo on trio's loop. How it ends is how the process ends.
func (c *demoCommand) runTrio(demo examples.TrioDemo) error {
	if err := c.check(demo.Name, demo.Nap); err != nil {
		return err
	}
	state, now, err := c.world()
	if err != nil {
		return err
	}
	profile, err := trio.ProfileOf(c.Trio)
	if err != nil {
		return err
	}
	opts := []trio.Option{
		trio.WithState(state), trio.WithClock(trio.NewClock(now)), trio.WithProfile(profile),
	}
	if c.Seed != nil {
		opts = append(opts, trio.WithSchedule(trio.CoinFlip(*c.Seed)))
	}
	for _, s := range c.Signal {
		opts = append(opts, trio.WithSignalAt(s.signal, s.after))
	}
	if c.Trace {
		c.view = c.follow(demo.Name)
		opts = append(opts, trio.WithObserver(c.view))
	}
	c.hint(demo.Hint)
	err = demo.Run(os.Stdout, c.workers(), opts...)
	if c.view != nil {
		c.view.Close()
	}
	trio.ExitProcess(err)
	return nil
}
