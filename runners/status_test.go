package runners_test

import (
	"errors"
	"fmt"
	"testing"

	"go.uber.org/goleak"

	"asyncio/exceptions"
	"asyncio/runners"
	"asyncio/signalsafe"
)

func TestMain(m *testing.M) {
	// On js the runtime itself keeps this goroutine for events.
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("runtime.handleEvent"))
}

func TestStatus(t *testing.T) {
	interrupt := exceptions.ErrKeyboardInterrupt.New("")
	for _, c := range []struct {
		name string
		err  error
		code int
		by   signalsafe.Signal
	}{
		{"no error", nil, 0, 0},
		{"any error", errors.New("no"), 1, 0},
		{"CancelledError", exceptions.NewCancelled(nil), 1, 0},
		{"SystemExit", exceptions.Exit(7), 7, 0},
		{"wrapped SystemExit", fmt.Errorf("main: %w", exceptions.Exit(7)), 7, 0},
		{"KeyboardInterrupt", interrupt, 0, signalsafe.SIGINT},
		{"wrapped KeyboardInterrupt", fmt.Errorf("main: %w", interrupt), 0, signalsafe.SIGINT},
		{"error raised during a KeyboardInterrupt", exceptions.During(exceptions.RuntimeError("no"), interrupt), 1, 0},
		{"death", &signalsafe.DeathError{Signal: signalsafe.SIGTERM}, 0, signalsafe.SIGTERM},
	} {
		t.Run(c.name, func(t *testing.T) {
			if code, by := runners.Status(c.err); code != c.code || by != c.by {
				t.Errorf("got status %d, signal %d; want %d, %d", code, by, c.code, c.by)
			}
		})
	}
}
