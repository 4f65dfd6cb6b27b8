package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// asAio has the test binary be aio. The scripts need files that are deleted
// while they run, which Windows does not always allow.
const asAio = "AIO_TEST_IS_AIO"

func TestMain(m *testing.M) {
	if os.Getenv(asAio) != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func TestCommands(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args   string
		status uint32
		out    string // in standard output
		errs   string // in standard error
	}{
		{"demo", 0, "shield", ""},
		{"demo timers --virtual", 0, "PID: ", ""},
		{"demo default --virtual", 0, "main: done", ""},
		{"demo default --virtual --signal SIGINT@2s", 0xC000013A, "main: cancelled", "KeyboardInterrupt"},
		{"demo default --virtual --signal SIGINT@2s --python 3.9", 0xC000013A, "main: cancelled", "KeyboardInterrupt"},
		{"demo shield --virtual", 1, "PID: ", "NotImplementedError"},
		{"demo shield --signal SIGINT@2s", 2, "", "--virtual"},
		{"demo nonsense", 2, "", "nonsense"},
	} {
		t.Run(c.args, func(t *testing.T) {
			cmd := exec.Command(self, strings.Fields(c.args)...)
			cmd.Env = append(os.Environ(), asAio+"=1")
			var out, errs bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &errs
			if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
				t.Fatal(err)
			}
			if got := uint32(cmd.ProcessState.ExitCode()); got != c.status {
				t.Errorf("status %#x, want %#x", got, c.status)
			}
			if !strings.Contains(out.String(), c.out) || !strings.Contains(errs.String(), c.errs) {
				t.Errorf("printed %q, on standard error %q", out.String(), errs.String())
			}
		})
	}
}
