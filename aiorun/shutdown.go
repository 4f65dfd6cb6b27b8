package aiorun

import (
	"fmt"
	"strconv"
	"strings"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/task"
)

// defaultLimit is timeout_task_shutdown's default, in seconds.
const defaultLimit = 60

// shutdown is what follows once the loop has stopped. What it returns ends the
// run at once; errors of the callback wait for the end.
func (r *run) shutdown() error {
	l := r.loop
	r.log.info("Entering shutdown phase.")
	if err := r.callBack(); err != nil {
		return err
	}
	if err := r.cancel(task.All(l)); err != nil {
		return err
	}
	r.log.info("Waiting for executor shutdown.")
	r.executor.Shutdown(true)
	if r.own {
		r.log.info("Shutting down async generators")
		if _, err := l.RunCoroutine(l.ShutdownAsyncgens()); err != nil {
			return err
		}
		r.log.info("Closing the loop.")
		r.closing = true
		if err := l.Close(); err != nil {
			return err
		}
	}
	r.log.info("Leaving. Bye!")
	return nil
}

// callBack runs the program's shutdown callback. It returns only what ends a
// run for good.
func (r *run) callBack() error {
	if r.callback == nil && r.awaited == nil {
		return nil
	}
	r.log.info("Executing provided shutdown_callback.")
	var err error
	if r.awaited != nil {
		_, err = r.loop.RunCoroutine(r.awaited(r.loop))
	} else {
		err = r.callback(r.loop)
	}
	switch {
	case err == nil:
	case exceptions.KindOf(err) == exceptions.Fatal:
		return err
	case r.pending != nil:
		r.log.failed("The shutdown_callback() raised an error, but there is "+
			"already a different exception raised from the loop, so "+
			"this log message is all you're going to see about it.", err)
	default:
		r.pending = err
	}
	return nil
}

// cancel cancels the tasks that are not protected and waits for all of them.
func (r *run) cancel(tasks []*task.Task) error {
	if len(tasks) == 0 {
		return nil
	}
	r.log.info("Cancelling pending tasks.")
	all := make([]any, len(tasks))
	for i, t := range tasks {
		all[i] = t
		if isProtected(t) {
			continue
		}
		if _, err := t.TryCancel(nil); err != nil {
			return err
		}
	}
	r.log.info("Running pending tasks till complete")
	_, err := r.loop.RunCoroutine(coro(r.loop, func(co *task.Co) error {
		seconds, told := float64(defaultLimit), strconv.Itoa(defaultLimit)
		switch {
		case r.limit == nil:
		case *r.limit == NoTimeout:
			seconds = task.NoTimeout
		default:
			seconds = r.limit.Seconds()
			told = process.FloatRepr(seconds)
		}
		_, late, err := task.Wait(co, all, seconds, task.AllCompleted)
		if err == nil && len(late) > 0 {
			r.log.warn("During shutdown, the following tasks refused to exit after " + told + " seconds: " + stacks(late))
		}
		return err
	}))
	return err
}

// stacks lists where tasks are.
func stacks(tasks []future.Awaitable) string {
	texts := make([]string, len(tasks))
	for i, f := range tasks {
		var frames []string
		if t, ok := f.(*task.Task); ok {
			t.Stack(func(f observe.Frame) {
				frames = append(frames, fmt.Sprintf("<frame, file %s, line %d, code %s>", exceptions.Quote(f.File), f.Line, f.Function))
			})
		}
		texts[i] = "[" + strings.Join(frames, ", ") + "]"
	}
	return strings.Join(texts, "\n\n")
}
