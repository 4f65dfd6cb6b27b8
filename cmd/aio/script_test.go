//go:build !windows

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"go.uber.org/goleak"

	"asyncio"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"aio": main, "python3.13": fakePython("3 13 7"), "python3.8": fakePython("3 8 2")})
}

// fakePython is a Python for testing `aio diff`. It answers to the question
// which Python it is. Its programs are of shell-like lines: echo, warn, stdin,
// args, kill and exit; "if 3.13" limits a line to one version.
func fakePython(version string) func() {
	return func() {
		parts := strings.Fields(version)
		minor := parts[0] + "." + parts[1]
		if os.Args[1] == "-c" {
			fmt.Println("cpython", version)
			return
		}
		file := slices.IndexFunc(os.Args, func(a string) bool { return strings.HasSuffix(a, ".py") })
		text, err := os.ReadFile(os.Args[file])
		if err != nil {
			os.Exit(2)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if rest, ok := strings.CutPrefix(line, "if "); ok {
				only, then, _ := strings.Cut(rest, " ")
				if only != minor {
					continue
				}
				line = then
			}
			switch word, rest, _ := strings.Cut(line, " "); word {
			case "echo":
				fmt.Println(rest)
			case "warn":
				fmt.Fprintln(os.Stderr, rest)
			case "args":
				fmt.Println(os.Args[1:])
			case "oracle":
				fmt.Println(os.Getenv("AIO_ORACLE"))
			case "stdin":
				_, _ = io.Copy(os.Stdout, os.Stdin)
			case "hang":
				time.Sleep(time.Hour)
			case "kill":
				sig, _ := asyncio.ParseSignal(rest)
				self, _ := os.FindProcess(os.Getpid())
				_ = self.Signal(osSignal(sig))
				time.Sleep(time.Hour)
			case "exit":
				os.Exit(int(rest[0] - '0'))
			}
		}
	}
}

// TestScripts runs testdata/script. Beside testscript's own commands there are
//
//	start PROGRAM ARGS...  starts a program
//	await REGEXP           waits for a line of its standard output
//	send SIGNAL            sends it a signal
//	ends status N          waits for its end; also `ends signal N`
//
// After `ends` the files output and errors have what it printed, its process id
// replaced by n.
func TestScripts(t *testing.T) {
	if signal.Ignored(os.Interrupt) {
		// A shell's background job ignores SIGINT, and so would the programs
		// started here. A handled signal is not passed on like that.
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt)
		t.Cleanup(func() { signal.Stop(c) })
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"start": start, "await": await, "send": send, "ends": ends,
		},
		Setup: func(e *testscript.Env) error {
			e.Values[programKey{}] = &program{}
			// The race detector has each program linger for a second.
			e.Setenv("GORACE", "atexit_sleep_ms=0")
			return nil
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}

func TestNoGoroutineIsLeft(t *testing.T) {
	defer goleak.VerifyNone(t)
	p := &program{}
	if err := p.start(exec.Command("aio", "demo")); err != nil {
		t.Fatal(err)
	}
	if err := p.wait(); err != nil {
		t.Error(err)
	}
}

type programKey struct{}

// program is what start has started. Its output is read line by line, so that
// await need not look again and again.
type program struct {
	cmd    *exec.Cmd
	errors bytes.Buffer

	mu     sync.Mutex
	change sync.Cond // lines or ended changed
	lines  []string
	ended  bool
	read   chan struct{} // closed when the output has come to its end
}

func (p *program) start(cmd *exec.Cmd) error {
	p.cmd, p.lines, p.ended = cmd, nil, false
	p.errors.Reset()
	p.change.L = &p.mu
	p.read = make(chan struct{})
	cmd.Stderr = &p.errors
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { // ends with the program's output; wait waits for it
		defer close(p.read)
		for s := bufio.NewScanner(out); s.Scan(); {
			p.tell(func() { p.lines = append(p.lines, s.Text()) })
		}
		p.tell(func() { p.ended = true })
	}()
	return nil
}

func (p *program) tell(change func()) {
	p.mu.Lock()
	change()
	p.mu.Unlock()
	p.change.Broadcast()
}

// await waits for a line and reports whether it came.
func (p *program) await(line *regexp.Regexp) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for seen := 0; ; {
		for ; seen < len(p.lines); seen++ {
			if line.MatchString(p.lines[seen]) {
				return true
			}
		}
		if p.ended {
			return false
		}
		p.change.Wait()
	}
}

func (p *program) wait() error {
	<-p.read
	return p.cmd.Wait()
}

func of(ts *testscript.TestScript, neg bool) *program {
	if neg {
		ts.Fatalf("this command cannot be negated")
	}
	return ts.Value(programKey{}).(*program)
}

func start(ts *testscript.TestScript, neg bool, args []string) {
	p := of(ts, neg)
	name, err := exec.LookPath(args[0])
	ts.Check(err)
	cmd := exec.Command(name, args[1:]...)
	cmd.Dir = ts.Getenv("WORK")
	cmd.Env = append(os.Environ(), "GORACE="+ts.Getenv("GORACE"))
	ts.Check(p.start(cmd))
	ts.Defer(func() {
		if cmd.ProcessState == nil {
			_ = cmd.Process.Kill() // it may have ended by itself
			_ = p.wait()
		}
	})
}

func await(ts *testscript.TestScript, neg bool, args []string) {
	if p := of(ts, neg); !p.await(regexp.MustCompile(args[0])) {
		ts.Fatalf("no line matches %s:\n%s", args[0], strings.Join(p.lines, "\n"))
	}
}

func send(ts *testscript.TestScript, neg bool, args []string) {
	p := of(ts, neg)
	sig, err := asyncio.ParseSignal(args[0])
	ts.Check(err)
	settle(p.cmd.Process.Pid)
	ts.Check(p.cmd.Process.Signal(osSignal(sig)))
}

func ends(ts *testscript.TestScript, neg bool, args []string) {
	p := of(ts, neg)
	_ = p.wait() // how it ended is what ProcessState tells
	output := ""
	if len(p.lines) > 0 {
		output = strings.Join(p.lines, "\n") + "\n"
	}
	output = strings.ReplaceAll(output, fmt.Sprintf("PID: %d\n", p.cmd.Process.Pid), "PID: n\n")
	ts.Check(os.WriteFile(ts.MkAbs("output"), []byte(output), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs("errors"), p.errors.Bytes(), 0o600))
	if got, want := ending(p.cmd.ProcessState), strings.Join(args, " "); got != want {
		ts.Fatalf("it ended with %s, not %s\n%s%s", got, want, output, p.errors.String())
	}
}
