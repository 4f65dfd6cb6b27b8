package signalsafe

import (
	"errors"
	"os/exec"
	"testing"
)

func runChild(part string) { playCommon(part) }

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
