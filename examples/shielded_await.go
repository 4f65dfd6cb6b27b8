package examples

import (
	"errors"
	"fmt"
	"os"
	"time"

	"asyncio"
)

func save(out *Stage) func(co *asyncio.Co) (string, error) {
	return func(co *asyncio.Co) (string, error) {
		fmt.Fprintln(out, "save: start")
		err := asyncio.Sleep(co, 3*time.Second)
		if errors.Is(err, asyncio.ErrCancelled) {
			fmt.Fprintln(out, "save: cancelled")
		}
		if err != nil {
			return "", err
		}
		fmt.Fprintln(out, "save: done")
		return "saved", nil
	}
}

func request(out *Stage, saving asyncio.Task[string]) func(co *asyncio.Co) (string, error) {
	return func(co *asyncio.Co) (string, error) {
		text, err := asyncio.Await(co, asyncio.Shield(co, saving))
		if errors.Is(err, asyncio.ErrCancelled) {
			fmt.Fprintln(out, "request: cancelled")
		}
		return text, err
	}
}

// ShieldedAwait shows that Shield keeps a task from being cancelled with the
// one that waits for it.
func ShieldedAwait(co *asyncio.Co, out *Stage) error {
	fmt.Fprintf(out, "PID: %d\n", os.Getpid())
	saving := asyncio.CreateTaskOf(co, save(out))
	asking := asyncio.CreateTaskOf(co, request(out, saving))
	if err := asyncio.Sleep(co, time.Second); err != nil {
		return err
	}
	asking.Cancel()
	if _, err := asyncio.Await(co, asking); errors.Is(err, asyncio.ErrCancelled) {
		fmt.Fprintln(out, "main: the request is gone")
	} else if err != nil {
		return err
	}
	text, err := asyncio.Await(co, saving)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "main: %s\n", text)
	return nil
}
