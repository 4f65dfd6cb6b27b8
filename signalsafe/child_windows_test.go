package signalsafe

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/windows"
)

func runChild(part string) {
	if part == "ignore" {
		playIgnore()
		return
	}
	playCommon(part)
}

// noConsole is what the child says where breaks cannot be made.
const noConsole = "no console:"

// playIgnore has a break from the console come while SIGINT is ignored, and one
// more for a handler, which ends it.
func playIgnore() {
	table := NewTable(NewDoor())
	set := func(h Handler) {
		if _, err := table.SetHandler(SIGINT, h); err != nil {
			panic(err)
		}
	}
	press := func() {
		if err := windows.GenerateConsoleCtrlEvent(windows.CTRL_BREAK_EVENT, uint32(os.Getpid())); err != nil {
			fmt.Println(noConsole, err)
			os.Exit(0)
		}
	}
	table.Hold()
	set(Ignore())
	press()
	arrived := make(chan struct{}, 2)
	table.OnInterrupt(func() { arrived <- struct{}{} })
	set(Func(func(Signal) error { return nil }, nil))
	press()
	<-arrived
}

func TestIgnoredBreak(t *testing.T) {
	cmd := child("ignore")
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.CREATE_NEW_PROCESS_GROUP}
	out, err := cmd.CombinedOutput()
	switch {
	case err != nil:
		t.Errorf("%v: %s", err, out)
	case strings.HasPrefix(string(out), noConsole):
		t.Skip(string(out))
	}
}

func TestDeaths(t *testing.T) {
	for part, want := range map[string]uint32{
		"raise SIGINT":  0xC000013A,
		"raise SIGTERM": 3,
		"raise SIGABRT": 3,
		"die SIGINT":    0xC000013A,
	} {
		t.Run(part, func(t *testing.T) {
			err := child(part).Run()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || uint32(exit.ExitCode()) != want {
				t.Errorf("%v, want status %#x", err, want)
			}
		})
	}
}
