//go:build unix

package signalsafe

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"
	"time"
)

func newForeign(t *testing.T, sys os.Signal) <-chan os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, sys)
	t.Cleanup(func() { signal.Stop(c) })
	return c
}

// status runs cmd and gives its wait status.
func status(t *testing.T, cmd *exec.Cmd) syscall.WaitStatus {
	t.Helper()
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if len(out) > 0 {
		t.Logf("child wrote: %s", out)
	}
	return cmd.ProcessState.Sys().(syscall.WaitStatus)
}

func TestDeaths(t *testing.T) {
	for part, want := range map[string]Signal{
		"raise SIGTERM": SIGTERM,
		"raise SIGINT":  SIGINT,
		"raise SIGHUP":  SIGHUP,
		"raise SIGKILL": SIGKILL,
		"raise SIGUSR1": SIGUSR1,
		"raise SIGQUIT": SIGQUIT,
		"raise SIGABRT": SIGABRT,
		"raise SIGSEGV": SIGSEGV,
		"raise SIGPIPE": SIGPIPE,
		"raise SIGPROF": SIGPROF,
		"die SIGINT":    SIGINT,
		"die SIGTERM":   SIGTERM,
		// From outside, by the runtime: the table left these alone.
		"kill SIGTERM, default":             SIGTERM,
		"kill SIGINT, default":              SIGINT,
		"kill SIGTERM, ignored then not":    SIGTERM,
		"kill SIGTERM, captured then not":   SIGTERM,
		"kill SIGTERM, ignored, released":   SIGTERM,
		"kill SIGTERM, captured, released":  SIGTERM,
		"kill SIGTERM, captured, then dead": SIGTERM,
		// By a table that owns the process, where Go would do otherwise.
		"kill SIGUSR1, owned":                SIGUSR1,
		"kill SIGQUIT, owned, captured then": SIGQUIT,
		"kill SIGALRM, owned, ignored then":  SIGALRM,
	} {
		t.Run(part, func(t *testing.T) {
			if ws := status(t, child(part)); !ws.Signaled() || Signal(ws.Signal()) != want {
				t.Errorf("wait status %#x, want death by %v", ws, want)
			}
		})
	}
}

func TestSurvivals(t *testing.T) {
	for _, part := range []string{"raise SIGCHLD", "raise SIGWINCH", "raise SIGCONT", "raise SIGURG"} {
		t.Run(part, func(t *testing.T) {
			if ws := status(t, child(part)); ws.ExitStatus() != childSurvived {
				t.Errorf("wait status %#x, want survival", ws)
			}
		})
	}
}

func TestIgnoredAtStart(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell to start a process with SIGINT ignored:", err)
	}
	cmd := child("ignored at start")
	cmd.Args = []string{"sh", "-c", `trap "" INT HUP; exec "$0"`, cmd.Path}
	cmd.Path = sh
	if ws := status(t, cmd); ws.ExitStatus() != childSurvived {
		t.Errorf("wait status %#x", ws)
	}
}

func runChild(part string) {
	// No core files from the deaths.
	syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
	table := NewTable(NewDoor())
	must := func(s Signal, h Handler) {
		if _, err := table.SetHandler(s, h); err != nil {
			panic(err)
		}
	}
	f := Func(func(Signal) error { return nil }, nil)
	self := func(s Signal) { syscall.Kill(os.Getpid(), syscall.Signal(s)) }
	switch part {
	case "kill SIGTERM, default":
		table.Hold()
		fatal(SIGTERM)
	case "kill SIGINT, default":
		must(SIGINT, Default())
		table.Hold()
		fatal(SIGINT)
	case "kill SIGTERM, ignored then not":
		table.Hold()
		must(SIGTERM, Ignore())
		self(SIGTERM)
		must(SIGTERM, Default())
		fatal(SIGTERM)
	case "kill SIGTERM, captured then not":
		table.Hold()
		must(SIGTERM, f)
		must(SIGTERM, Default())
		fatal(SIGTERM)
	case "kill SIGTERM, ignored, released":
		must(SIGTERM, Ignore())
		table.Hold()
		self(SIGTERM)
		table.Release()
		fatal(SIGTERM)
	case "kill SIGTERM, captured, released":
		must(SIGTERM, f)
		table.Hold()
		table.Release()
		fatal(SIGTERM)
	case "kill SIGTERM, captured, then dead":
		must(SIGTERM, f)
		table.Hold()
		DieBy(SIGTERM)
	case "kill SIGUSR1, owned":
		table.Own()
		table.Hold()
		fatal(SIGUSR1)
	case "kill SIGQUIT, owned, captured then":
		table.Own()
		table.Hold()
		must(SIGQUIT, f)
		must(SIGQUIT, Default())
		fatal(SIGQUIT)
	case "kill SIGALRM, owned, ignored then":
		table.Own()
		table.Hold()
		must(SIGALRM, Ignore())
		self(SIGALRM)
		must(SIGALRM, Default())
		fatal(SIGALRM)
	case "ignored at start":
		playIgnored(table, must, self)
	default:
		playCommon(part)
	}
}

// fatal kills the process from outside and waits for the end.
func fatal(s Signal) {
	syscall.Kill(os.Getpid(), syscall.Signal(s))
	time.Sleep(time.Minute)
	panic(s.String() + " did not kill")
}

// playIgnored runs in a process started with SIGINT and SIGHUP ignored.
func playIgnored(table *Table, must func(Signal, Handler), self func(Signal)) {
	check := func(ok bool, what string) {
		if !ok {
			panic(what)
		}
	}
	trips := make(chan Signal, 10)
	table.OnTrip(func(s Signal, _ bool) { trips <- s })
	must(SIGUSR1, DefaultInt())
	// survive sends SIGINT, then a signal of a higher number, and waits for
	// that: the kernel delivers the lower one first.
	survive := func() {
		self(SIGINT)
		self(SIGHUP)
		self(SIGUSR1)
		check(<-trips == SIGUSR1, "SIGUSR1 does not come")
	}
	check(table.Handler(SIGINT).Kind() == KindIgnore, "SIGINT is not Ignore")
	check(table.Handler(SIGHUP).Kind() == KindIgnore, "SIGHUP is not Ignore")
	table.Hold()
	check(len(table.Captured()) == 1, "an ignored signal was captured")
	survive()
	check(table.Raise(SIGINT) == nil, "Raise")

	must(SIGINT, DefaultInt())
	self(SIGINT)
	check(<-trips == SIGINT, "SIGINT does not come")
	must(SIGINT, Ignore())
	survive()
	must(SIGINT, DefaultInt())
	table.Release()
	check(signal.Ignored(os.Interrupt), "SIGINT is not ignored after Release")
	check(NewTable(NewDoor()).Handler(SIGINT).Kind() == KindIgnore, "a new table does not see it")
	must(SIGINT, Ignore())
	table.Hold()
	survive()
	table.Release()
}
