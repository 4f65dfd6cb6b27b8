//go:build unix

package compare

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestRun(t *testing.T) {
	t.Setenv("PYTHONPATH", "theirs")
	seed := int64(7)
	signals := []Signal{{2, 1500 * time.Millisecond}}
	for _, c := range []struct {
		name    string
		kind    Kind
		text    string
		options Options
		want    Result
	}{
		{
			"status and output", CPython, "out a\nerr first\nerr last\nexit 3", Options{},
			Result{Stdout: "a\n", Stderr: "first\nlast\n", ExitCode: 3, LastStderrLine: "last"},
		},
		{
			"death", CPython, "out a\ndie SIGTERM", Options{},
			Result{Stdout: "a\n", ExitCode: -1, Signal: "SIGTERM"},
		},
		{
			"no prelude", CPython, "args\nenv PYTHONPATH", Options{Unbuffered: true},
			Result{Stdout: "--own -u | x -y\ntheirs\n"},
		},
		{
			"an oracle", CPython, "env AIO_ORACLE\nprelude",
			Options{Virtual: true, Seed: &seed, Signals: signals},
			Result{Stdout: "1000000|7|2@1.5|=theirs\n" + firstLine(oracleSource()) + " <nil>\n"},
		},
		{
			"the flags of aio", Aio, "args",
			Options{Virtual: true, Epoch: 5.5, Seed: &seed, Signals: signals, Unbuffered: true},
			Result{Stdout: "--own --python=3.9 --virtual --epoch=5.5 --seed=7 --signal=SIGINT@1.5s -u | x -y\n"},
		},
		{
			"aio in real time", Aio, "args\nenv PYTHONPATH", Options{Signals: signals},
			Result{Stdout: "--own --python=3.9 --signal=SIGINT@1.5s | x -y\ntheirs\n"},
		},
		{
			"real signals", CPython, "prelude\nsignal\nsignal\nout end",
			Options{Signals: []Signal{{15, time.Millisecond}, {2, 0}}},
			Result{Stdout: firstLine(startSource) + " <nil>\ngot interrupt\ngot terminated\nend\n"},
		},
		{
			"it ends before its signal", CPython, "out end", Options{Signals: []Signal{{15, time.Hour}}},
			Result{Stdout: "end\n"},
		},
		{
			"input", CPython, "stdin", Options{},
			Result{Stdout: "\"given\" <nil>\n"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			program := Program{File: write(t, c.text), Args: []string{"x", "-y"}, Stdin: []byte("given")}
			got, err := Run(context.Background(), fakeSide(t, c.kind, "3.9"), program, c.options)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestRunFails(t *testing.T) {
	seed := int64(1)
	reason := errors.New("not today")
	for _, c := range []struct {
		name    string
		text    string
		change  func(*Side)
		options Options
		want    string
		is      error
	}{
		{name: "a side with a reason", change: func(s *Side) { s.Err = reason }, is: reason},
		{name: "no command", change: func(s *Side) { s.Command = nil }, want: "fake 3.9: no command"},
		{name: "no such file", change: func(s *Side) { s.Command = []string{"./nowhere"} }, is: os.ErrNotExist},
		{name: "a seed in real time", options: Options{Seed: &seed}, want: "needs virtual time"},
		{name: "no end", text: "signal", options: Options{Timeout: 50 * time.Millisecond}, is: ErrTimeout},
		{name: "too much", text: "flood", want: "fake 3.9: wrote more than 64 MiB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			side := fakeSide(t, CPython, "3.9")
			if c.change != nil {
				c.change(&side)
			}
			_, err := Run(context.Background(), side, Program{File: write(t, c.text)}, c.options)
			if err == nil || c.is != nil && !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q, %v", err, c.want, c.is)
			}
		})
	}
}

func TestRunIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Run(ctx, fakeSide(t, CPython, "3.9"), Program{File: write(t, "signal")}, Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestPreludeLeavesNothing(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	program := Program{File: write(t, "env PYTHONPATH")}
	got, err := Run(context.Background(), fakeSide(t, CPython, "3.9"), program, Options{Virtual: true})
	if err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(temp)
	if len(left) > 0 || err != nil || !strings.HasPrefix(got.Stdout, "TMP/aio-prelude-") {
		t.Errorf("left %v, %v; it ran with %q", left, err, got.Stdout)
	}
}

func TestCompare(t *testing.T) {
	older, newer := fakeSide(t, CPython, "3.8"), fakeSide(t, CPython, "3.9")
	broken := fakeSide(t, CPython, "3.7")
	broken.Err = errors.New("broken")
	program := Program{File: write(t, "since 3.9 new\nout both")}
	got := Compare(context.Background(), program, Options{Parallel: 1},
		[]Pair{{older, newer}, {older, older}, {older, broken}, {newer, newer}})
	var said []string
	for _, c := range got {
		text := strings.Join(c.Differences, " ")
		if c.Err() != nil {
			text = c.Err().Error()
		}
		said = append(said, c.Left.Side.Name+", "+c.Right.Side.Name+": "+text)
	}
	want := []string{
		"fake 3.8, fake 3.9: stdout", "fake 3.8, fake 3.8: ",
		"fake 3.8, fake 3.7: broken", "fake 3.9, fake 3.9: ",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func firstLine(text string) string { return strings.SplitN(text, "\n", 2)[0] }
