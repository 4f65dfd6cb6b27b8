package main

import (
	"io"

	"asyncio/script"
	"asyncio/script/host"
	"asyncio/trace"
)

// heldProgram is a program that runs as far as its recording is asked for. It
// runs on a goroutine of its own, which end ends.
type heldProgram struct {
	recording *trace.Growing
	interp    *script.Interp
	end       chan error
	left      int // the status of os._exit, negative if it was not called
}

// hold starts a program, which is held at its first event.
func (c *runCommand) hold(o script.Options, run func(*script.Interp) error) *heldProgram {
	p := &heldProgram{recording: trace.NewGrowing(c.header(&o)), end: make(chan error, 1), left: -1}
	o.Observer, o.Buffering = p.recording, host.Blocks
	o.Stdin, o.Stdout, o.Stderr = nil, io.Discard, io.Discard
	o.Leave = func(status int) {
		p.left = status
		p.interp.Stop()
	}
	p.interp = script.New(o)
	go func() {
		err := run(p.interp)
		if e := p.interp.Close(); e != nil {
			err = e
		}
		p.recording.End()
		p.end <- err
	}()
	return p
}

// stop ends the program, wherever it is. If it was over by itself, the process
// is to end as it did.
func (p *heldProgram) stop() processEnd {
	over := p.recording.Ended()
	p.interp.Stop()
	p.recording.Release()
	err := <-p.end
	switch {
	case !over:
		return processEnd{}
	case p.left >= 0:
		return processEnd{status: p.left}
	}
	return report(err)
}
