//go:build unix || windows

package signalsafe

import (
	"os"
	"os/exec"
	"strings"
)

// child prepares this test binary as a process of its own that plays a part.
func child(part string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+part)
	return cmd
}

// playCommon plays the parts of all platforms: "raise SIGTERM" gives the
// signal its default and raises it, "die SIGINT" calls DieBy.
func playCommon(part string) {
	verb, name, _ := strings.Cut(part, " ")
	s, err := Parse(name)
	if err != nil {
		panic(err)
	}
	switch verb {
	case "raise":
		table := NewTable(NewDoor())
		if s.String() != "SIGKILL" {
			if _, err := table.SetHandler(s, Default()); err != nil {
				panic(err)
			}
		}
		table.Hold()
		if err := table.Raise(s); err != nil {
			panic(err)
		}
	case "die":
		DieBy(s)
	default:
		panic("no part " + part)
	}
}
