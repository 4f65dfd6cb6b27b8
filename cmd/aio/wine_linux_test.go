package main

import (
	"bufio"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestUnderWine plays the shielding programs as a Windows build that gets Ctrl+C,
// which is what a SIGINT for wine is to the program. AIO_WINDOWS names the build:
//
//	GOOS=windows go build -o aio.exe ./cmd/aio
//	AIO_WINDOWS=$PWD/aio.exe go test ./cmd/aio -run TestUnderWine -v
func TestUnderWine(t *testing.T) {
	exe := os.Getenv("AIO_WINDOWS")
	if exe == "" {
		t.Skip("AIO_WINDOWS names no Windows build")
	}
	const died = 0xC000013A & 0xFF // all that wine hands on of a status
	for _, c := range []struct {
		args       string
		interrupts int
		last       string // what is printed at the end
		status     int
	}{
		{"demo trio-shield --trio 0.22 --sleep 2s", 1, "Nursery Cancelled!", 0},
		{"demo trio-shield --sleep 2s", 1, "", 1},
		{"demo trio-shield --trio 0.22 --sleep 2s", 2, "Nursery Cancelled!", died},
		{"demo aiorun-shield --sleep 2s", 1, "", 0},
		{"demo aiorun-shield --sleep 2s", 2, "", 0},
		{"run ../../examples/trio_shield.py", 1, "Nursery Cancelled!", 0},
		{"run ../../examples/trio_shield.py", 2, "Nursery Cancelled!", died},
		{"run ../../examples/aiorun_shield.py", 1, "", 0},
		{"run ../../examples/aiorun_shield.py", 2, "", 0},
	} {
		t.Run(strings.ReplaceAll(c.args, "../", ""), func(t *testing.T) {
			t.Parallel()
			cmd := exec.Command("wine", append([]string{exe}, strings.Fields(c.args)...)...)
			out, err := cmd.StdoutPipe()
			if err == nil {
				err = cmd.Start()
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			count := func(what string) (n int) {
				for _, line := range got {
					if strings.Contains(line, what) {
						n++
					}
				}
				return n
			}
			sent := 0
			for lines := bufio.NewScanner(out); lines.Scan(); {
				got = append(got, strings.TrimSpace(lines.Text()))
				if sent == 0 && count("start!") == 6 || sent == 1 && c.interrupts == 2 && count("Canceled!") == 3 {
					sent++
					_ = cmd.Process.Signal(os.Interrupt)
				}
			}
			_ = cmd.Wait()
			want := []string{"PID"}
			for n := range 6 {
				want = append(want, "["+string(rune('0'+n))+"] Task start!")
				if n < 3 {
					want = append(want, "["+string(rune('0'+n))+"] Task done!")
				} else {
					want = append(want, "["+string(rune('0'+n))+"] Canceled!")
				}
			}
			if c.last != "" {
				want = append(want, c.last)
				if got[len(got)-1] != c.last {
					t.Errorf("the last line is %q, want %q", got[len(got)-1], c.last)
				}
			}
			got[0], _, _ = strings.Cut(got[0], ":")
			slices.Sort(got)
			slices.Sort(want)
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("printed, in any order (-want +got):\n%s", d)
			}
			if status := cmd.ProcessState.ExitCode(); status != c.status {
				t.Errorf("status %d, want %d", status, c.status)
			}
		})
	}
}
