package compare

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"asyncio/signalsafe"
)

var update = flag.Bool("update", false, "record what the CPythons of this machine do")

// asFake has the test binary be an interpreter. Its value says what it answers
// to the question which Python it is.
const asFake = "COMPARE_TEST_FAKE"

func TestMain(m *testing.M) {
	if version, ok := os.LookupEnv(asFake); ok {
		os.Exit(fake(version, os.Args[1:]))
	}
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("runtime.handleEvent"))
}

// fakeSide is this test binary as an interpreter.
func fakeSide(t *testing.T, kind Kind, version string) Side {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Side{
		Name: "fake " + version, Kind: kind, Command: []string{self, "--own"}, Version: version,
		// The race detector has each program linger for a second.
		Env: []string{asFake + "=" + version, "GORACE=atexit_sleep_ms=0"},
	}
}

// fake runs a program of one command a line. It starts as a CPython does: where
// a prelude is to report the start, it reports it.
func fake(version string, args []string) int {
	i := slices.IndexFunc(args, func(a string) bool { return strings.HasSuffix(a, ".py") })
	if i < 0 {
		return 2
	}
	f, err := os.Open(args[i])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	defer f.Close()
	c := make(chan os.Signal, 1)
	signal.Notify(c)
	if os.Getenv("AIO_START") != "" {
		start := os.NewFile(3, "start")
		_, _ = start.Write([]byte("!"))
		_ = start.Close()
	}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		word, rest, _ := strings.Cut(lines.Text(), " ")
		switch word {
		case "out":
			fmt.Println(rest)
		case "err":
			fmt.Fprintln(os.Stderr, rest)
		case "version": // prints it, for versions that differ
			fmt.Println("version", version)
		case "since": // prints for this version and later ones
			since, text, _ := strings.Cut(rest, " ")
			if version >= since {
				fmt.Println(text)
			}
		case "args":
			fmt.Println(strings.Join(args[:i], " "), "|", strings.Join(args[i+1:], " "))
		case "env":
			fmt.Println(strings.ReplaceAll(os.Getenv(rest), os.TempDir(), "TMP"))
		case "prelude": // the first line of what comes before the program
			folder := filepath.SplitList(os.Getenv("PYTHONPATH"))[0]
			text, err := os.ReadFile(filepath.Join(folder, "sitecustomize.py"))
			fmt.Println(strings.SplitN(string(text), "\n", 2)[0], err)
		case "stdin":
			text, err := io.ReadAll(os.Stdin)
			fmt.Printf("%q %v\n", text, err)
		case "signal": // waits for one
			name := (<-c).String()
			fmt.Println("got", name)
		case "flood":
			for {
				if _, err := fmt.Println(strings.Repeat("x", 1<<16)); err != nil {
					return 3
				}
			}
		case "die":
			s, err := signalsafe.Parse(rest)
			if err != nil {
				return 2
			}
			signal.Reset(osSignal(s))
			self, _ := os.FindProcess(os.Getpid())
			_ = self.Signal(osSignal(s))
			select {}
		case "exit":
			var n int
			_, _ = fmt.Sscan(rest, &n)
			return n
		default:
			return 2
		}
	}
	return 0
}

// write makes a program of a test.
func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "program.py")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
