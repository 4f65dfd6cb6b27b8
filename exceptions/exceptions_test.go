package exceptions_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"asyncio/exceptions"
)

// foreign is an exception of a layer above.
type foreign struct {
	kind    exceptions.Kind
	context error
}

func (f *foreign) Error() string                  { return "foreign" }
func (f *foreign) ExceptionKind() exceptions.Kind { return f.kind }
func (f *foreign) Repr() string                   { return "Foreign()" }
func (f *foreign) ContextRef() *error             { return &f.context }

// TestKindOf: the kind survives wraps, not groups nor panics.
func TestKindOf(t *testing.T) {
	cancelled := exceptions.NewCancelled("m")
	mine := exceptions.NewClass("Mine", exceptions.ErrCancelled)
	for name, c := range map[string]struct {
		err  error
		want exceptions.Kind
	}{
		"nil":                {nil, exceptions.Ordinary},
		"go error":           {io.EOF, exceptions.Ordinary},
		"value error":        {exceptions.ValueError("v"), exceptions.Ordinary},
		"cancelled":          {cancelled, exceptions.Cancelled},
		"its class":          {exceptions.ErrCancelled, exceptions.Cancelled},
		"a class of my own":  {mine.New("x"), exceptions.Cancelled},
		"wrapped":            {fmt.Errorf("a: %w", fmt.Errorf("b: %w", cancelled)), exceptions.Cancelled},
		"wrapped interrupt":  {fmt.Errorf("a: %w", exceptions.ErrKeyboardInterrupt.New("")), exceptions.KeyboardInterrupt},
		"exit":               {exceptions.Exit(3), exceptions.SystemExit},
		"foreign":            {&foreign{kind: exceptions.SystemExit}, exceptions.SystemExit},
		"wrapped foreign":    {fmt.Errorf("%w", &foreign{kind: exceptions.StopIteration}), exceptions.StopIteration},
		"joined":             {errors.Join(cancelled, io.EOF), exceptions.Ordinary},
		"several wrapped":    {fmt.Errorf("%w %w", cancelled, io.EOF), exceptions.Ordinary},
		"group":              {exceptions.NewGroup("g", []error{cancelled}), exceptions.Ordinary},
		"panic with it":      {&exceptions.Panic{Value: cancelled}, exceptions.Ordinary},
		"cause does not":     {exceptions.RuntimeError("r").WithCause(cancelled), exceptions.Ordinary},
		"ordinary over it":   {fmt.Errorf("%w", exceptions.During(exceptions.ValueError("v"), cancelled)), exceptions.Ordinary},
		"generator exit":     {exceptions.ErrGeneratorExit.New(""), exceptions.GeneratorExit},
		"foreign over inner": {&foreign{}, exceptions.Ordinary},
	} {
		if got := exceptions.KindOf(c.err); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
		leaves := c.want == exceptions.KeyboardInterrupt || c.want == exceptions.SystemExit
		if exceptions.LeavesLoop(c.err) != leaves || exceptions.IsCancelled(c.err) != (c.want == exceptions.Cancelled) {
			t.Errorf("%s: leaves %v, cancelled %v", name, exceptions.LeavesLoop(c.err), exceptions.IsCancelled(c.err))
		}
	}
}

func TestIs(t *testing.T) {
	mine := exceptions.NewClass("Mine", exceptions.ErrTimeout)
	for _, c := range []struct {
		err    error
		target error
		want   bool
	}{
		{exceptions.ErrTimeout.New(""), exceptions.ErrTimeout, true},
		{exceptions.ErrTimeout.New(""), exceptions.ErrOS, true},
		{exceptions.ErrTimeout.New(""), exceptions.ErrException, true},
		{exceptions.ErrTimeout.New(""), exceptions.ErrRuntime, false},
		{mine.New("x"), exceptions.ErrTimeout, true},
		{exceptions.ErrTimeout.New(""), mine, false},
		{exceptions.NewCancelled(nil), exceptions.ErrException, false},
		{fmt.Errorf("w: %w", exceptions.NewCancelled(nil)), exceptions.ErrCancelled, true},
		{exceptions.NewGroup("g", []error{io.EOF, mine.New("")}), mine, true},
		{exceptions.NewGroup("g", []error{io.EOF}), io.EOF, true},
		{&exceptions.Panic{Value: io.EOF}, io.EOF, true},
		{exceptions.ErrNotImplemented.New(""), exceptions.ErrRuntime, true},
	} {
		if got := errors.Is(c.err, c.target); got != c.want {
			t.Errorf("%v is %v: %v", c.err, c.target, got)
		}
	}
	for class, want := range map[*exceptions.Class]bool{
		exceptions.ErrException: true, mine: true, exceptions.ErrStopIteration: true,
		exceptions.ErrCancelled: false, exceptions.ErrKeyboardInterrupt: false,
		exceptions.ErrSystemExit: false, exceptions.ErrGeneratorExit: false,
	} {
		if class.IsException() != want {
			t.Errorf("%s is an Exception: %v", class.Name(), class.IsException())
		}
	}
}

func TestTexts(t *testing.T) {
	for _, c := range []struct {
		err              error
		text, repr, line string
	}{
		{exceptions.ValueError("bad %d", 7), "bad 7", "ValueError('bad 7')", "ValueError: bad 7"},
		{exceptions.ValueError("100%"), "100%", "ValueError('100%')", "ValueError: 100%"},
		{exceptions.ErrTimeout.New(""), "TimeoutError", "TimeoutError()", "TimeoutError"},
		{exceptions.NewCancelled(nil), "CancelledError", "CancelledError()", "asyncio.exceptions.CancelledError"},
		{exceptions.NewCancelled("m"), "m", "CancelledError('m')", "asyncio.exceptions.CancelledError: m"},
		{exceptions.Exit(0), "0", "SystemExit(0)", "SystemExit: 0"},
		{exceptions.ErrRuntime, "RuntimeError", "RuntimeError()", "RuntimeError"},
		{io.EOF, "EOF", "errorString('EOF')", "errorString: EOF"},
		{&foreign{}, "foreign", "Foreign()", "foreign: foreign"},
		{&exceptions.Panic{Value: 7}, "panic: 7", "Panic('panic: 7')", "Panic: panic: 7"},
		{exceptions.NewGroup("g", []error{io.EOF}), "g (1 sub-exception)", "ExceptionGroup('g', [errorString('EOF')])", "ExceptionGroup: g (1 sub-exception)"},
		{exceptions.NewGroup("it's", []error{exceptions.ValueError("a"), exceptions.NewCancelled(nil)}), "it's (2 sub-exceptions)",
			`BaseExceptionGroup("it's", [ValueError('a'), CancelledError()])`, "BaseExceptionGroup: it's (2 sub-exceptions)"},
	} {
		if got := c.err.Error(); got != c.text {
			t.Errorf("text %q, want %q", got, c.text)
		}
		if got := exceptions.Repr(c.err); got != c.repr {
			t.Errorf("repr %q, want %q", got, c.repr)
		}
		if got := exceptions.Line(c.err); got != c.line {
			t.Errorf("line %q, want %q", got, c.line)
		}
	}
	if exceptions.Repr(nil) != "None" {
		t.Error(exceptions.Repr(nil))
	}
	for in, want := range map[string]string{
		"plain": `'plain'`, "it's": `"it's"`, `say "x"`: `'say "x"'`, `both ' and "`: `'both \' and "'`,
		"a\n\t\r\\": `'a\n\t\r\\'`, "\x07\x7f": `'\x07\x7f'`, "é": "'é'", "": "''",
	} {
		if got := exceptions.Quote(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func TestTraceback(t *testing.T) {
	const cause = "\n\nThe above exception was the direct cause of the following exception:\n\n"
	const during = "\n\nDuring handling of the above exception, another exception occurred:\n\n"
	first := exceptions.ValueError("first")
	second := exceptions.During(exceptions.RuntimeError("second"), first)
	third := exceptions.ErrTimeout.New("").WithCause(second)
	if got, want := exceptions.Traceback(third), "ValueError: first"+during+"RuntimeError: second"+cause+"TimeoutError"; got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
	group := exceptions.NewGroup("g", []error{io.EOF})
	exceptions.During(group, first)
	if got, want := exceptions.Traceback(group), "ValueError: first"+during+"ExceptionGroup: g (1 sub-exception)"; got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
	ring := exceptions.ValueError("ring")
	ring.Context = ring
	if got := exceptions.Traceback(ring); got != "ValueError: ring" {
		t.Errorf("%q", got)
	}
	p := &exceptions.Panic{Value: "x", Stack: []byte("goroutine 1\nmain.f()\n")}
	if got := exceptions.Traceback(exceptions.RuntimeError("r").WithCause(p)); !strings.HasPrefix(got, "goroutine 1\nmain.f()\nPanic: panic: x"+cause) {
		t.Errorf("%q", got)
	}
}

// TestDuring: a context is set once, never to the error itself.
func TestDuring(t *testing.T) {
	a, b, c := exceptions.ValueError("a"), exceptions.ValueError("b"), exceptions.ValueError("c")
	if exceptions.During(a, nil) != a || a.Context != nil {
		t.Error("no context")
	}
	exceptions.During(a, a)
	if a.Context != nil {
		t.Error("its own context")
	}
	exceptions.During(exceptions.During(a, b), c)
	if a.Context != b {
		t.Error(a.Context)
	}
	f := &foreign{}
	exceptions.During(f, b)
	exceptions.During(f, c)
	if f.context != b {
		t.Error(f.context)
	}
	if exceptions.During(io.EOF, b) != io.EOF {
		t.Error("a Go error is another one")
	}
}
