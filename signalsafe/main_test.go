package signalsafe

import (
	"os"
	"testing"

	"go.uber.org/goleak"
)

// TestMain is also the way into the child processes that some tests start.
func TestMain(m *testing.M) {
	if name := os.Getenv(childEnv); name != "" {
		runChild(name)
		os.Exit(childSurvived)
	}
	// On js the runtime itself keeps this goroutine for events.
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("runtime.handleEvent"))
}

// childEnv names the part a child process plays.
const childEnv = "SIGNALSAFE_TEST_CHILD"

// childSurvived is the exit status of a child that came to its end.
const childSurvived = 77
