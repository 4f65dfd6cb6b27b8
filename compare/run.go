package compare

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"time"
)

const (
	// mostOutput is how much a program may write to each stream, in bytes.
	mostOutput = 64 << 20

	// afterDeath is how long output may still come from children of a program
	// that is over.
	afterDeath = 2 * time.Second
)

// ErrTimeout is wrapped by the error of a run that was ended by its timeout.
var ErrTimeout = errors.New("did not end in time")

// Run runs a program on one side and waits for its end. How the program ended,
// even by a signal, is the Result; an error means that there was nothing to
// compare: the side could not be started, it was ended from here, or it wrote
// more than 64 MiB.
func Run(ctx context.Context, side Side, program Program, options Options) (Result, error) {
	if side.Err != nil {
		return Result{}, side.Err
	}
	if len(side.Command) == 0 {
		return Result{}, fmt.Errorf("%s: no command", side.Name)
	}
	ctx, stop, end := options.bound(ctx)
	defer end()
	return (&run{side: side, program: program, options: options}).result(ctx, stop)
}

// bound gives a context that ends with the options' timeout, or by stop.
func (o Options) bound(ctx context.Context) (bounded context.Context, stop context.CancelCauseFunc, end func()) {
	cancel := func() {}
	if o.Timeout > 0 {
		ctx, cancel = context.WithTimeoutCause(ctx, o.Timeout, fmt.Errorf("%w (%v)", ErrTimeout, o.Timeout))
	}
	ctx, stop = context.WithCancelCause(ctx)
	return ctx, stop, func() { stop(nil); cancel() }
}

func (r *run) result(ctx context.Context, stop context.CancelCauseFunc) (Result, error) {
	defer r.close()
	result, err := r.do(ctx, stop)
	if cause := context.Cause(ctx); err != nil && cause != nil {
		err = cause
	}
	if err != nil {
		return result, fmt.Errorf("%s: %w", r.side.Name, err)
	}
	return result, nil
}

// run is one run of a program.
type run struct {
	side    Side
	program Program
	options Options
	cleanup []func()
	// traceTo is the file that the run is recorded in, empty for none.
	traceTo string
	// started is read to learn of the first statement; nil without signals
	// from here.
	started *os.File
}

func (r *run) close() {
	for _, f := range slices.Backward(r.cleanup) {
		f()
	}
}

func (r *run) do(ctx context.Context, stop context.CancelCauseFunc) (Result, error) {
	cmd, err := r.command(ctx)
	if err != nil {
		return Result{}, err
	}
	out, errs := &limited{stop: stop}, &limited{stop: stop}
	cmd.Stdout, cmd.Stderr = out, errs
	if r.program.Stdin != nil {
		cmd.Stdin = bytes.NewReader(r.program.Stdin)
	}
	cmd.Dir = r.program.Dir
	cmd.WaitDelay = afterDeath
	defer inheritableInterrupt()()
	if err := cmd.Start(); err != nil {
		return Result{}, err
	}
	for _, f := range cmd.ExtraFiles {
		_ = f.Close() // the child has it; this end only keeps the pipe open
	}
	over, sent := make(chan struct{}), make(chan struct{})
	go func() { // ends with the process or before
		defer close(sent)
		r.sendSignals(cmd.Process, over)
	}()
	err = cmd.Wait()
	close(over)
	if r.started != nil {
		_ = r.started.Close() // ends a wait for a start that did not come
	}
	<-sent
	result := Result{
		Stdout:         out.String(),
		Stderr:         errs.String(),
		ExitCode:       cmd.ProcessState.ExitCode(),
		Signal:         deathSignal(cmd.ProcessState),
		LastStderrLine: lastLine(errs.String()),
	}
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && ctx.Err() == nil {
		err = nil // the result says it
	}
	return result, err
}

// command is the side's command for the program.
func (r *run) command(ctx context.Context) (*exec.Cmd, error) {
	args := slices.Clone(r.side.Command[1:])
	env := append(os.Environ(), r.side.Env...)
	var pipe *os.File
	if r.side.Kind == Aio {
		if r.traceTo != "" {
			if n := len(args); n == 0 || args[n-1] != "run" {
				return nil, errors.New("only `aio run` can be traced here")
			}
			args[len(args)-1] = "trace"
			args = append(args, "--format=json", "--output="+r.traceTo)
		}
		args = append(args, r.aioFlags()...)
	} else {
		more, start, err := r.prelude()
		if err != nil {
			return nil, err
		}
		env, pipe = append(env, more...), start
		if r.options.Unbuffered {
			args = append(args, "-u")
		}
	}
	args = append(append(args, r.program.File), r.program.Args...)
	cmd := exec.CommandContext(ctx, r.side.Command[0], args...)
	cmd.Env = env
	if pipe != nil {
		cmd.ExtraFiles = []*os.File{pipe}
	}
	return cmd, nil
}

// aioFlags are the options as `aio run` takes them.
func (r *run) aioFlags() []string {
	var flags []string
	if r.side.Version != "" {
		flags = append(flags, "--python="+r.side.Version)
	}
	if r.options.Virtual {
		flags = append(flags, "--virtual", "--epoch="+seconds(r.options.epoch()))
	}
	if r.options.Seed != nil {
		flags = append(flags, fmt.Sprintf("--seed=%d", *r.options.Seed))
	}
	for _, s := range r.options.Signals {
		flags = append(flags, "--signal="+s.String())
	}
	if r.options.Unbuffered {
		flags = append(flags, "-u")
	}
	return flags
}

// sendSignals sends each signal at its moment after the program's first
// statement.
func (r *run) sendSignals(process *os.Process, over <-chan struct{}) {
	if r.started == nil {
		return
	}
	if _, err := io.ReadFull(r.started, make([]byte, 1)); err != nil {
		return // it ended before it began
	}
	start := time.Now()
	signals := slices.Clone(r.options.Signals)
	slices.SortStableFunc(signals, func(a, b Signal) int { return int(a.After - b.After) })
	for _, s := range signals {
		timer := time.NewTimer(time.Until(start.Add(s.After)))
		select {
		case <-over:
			timer.Stop()
			return
		case <-timer.C:
			if process.Signal(osSignal(s.Signal)) != nil {
				return // it is over
			}
		}
	}
}

// limited keeps what is written to it, and stops the run when it is too much.
//
// The buffer is no embedded one: io.Copy would find its ReadFrom, which knows no
// limit.
type limited struct {
	kept bytes.Buffer
	stop context.CancelCauseFunc
}

// String is what was written.
func (l *limited) String() string { return l.kept.String() }

// Write implements io.Writer.
func (l *limited) Write(p []byte) (int, error) {
	if l.kept.Len()+len(p) > mostOutput {
		err := fmt.Errorf("wrote more than %d MiB", mostOutput>>20)
		l.stop(err)
		return 0, err
	}
	return l.kept.Write(p)
}

// hasSignals tells whether processes can be sent signals here.
const hasSignals = runtime.GOOS != "windows" && runtime.GOOS != "js"
