package script_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/script"
)

// The programs in testdata print here what CPython 3.13 printed when
// testdata/record.sh recorded them.
func TestRecordedPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".py") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			p, err := script.Compile(src, file)
			if err != nil {
				t.Fatal(err)
			}
			for range 2 { // one program, two interpreters
				var out bytes.Buffer
				if err := script.New(script.Options{Stdout: &out, Virtual: true, Grants: script.AllGrants()}).Run(p); err != nil {
					t.Errorf("the program ended with %v", err)
				}
				if diff := cmp.Diff(string(want), out.String()); diff != "" {
					t.Errorf("wanted (-), got (+):\n%s", diff)
				}
			}
		})
	}
}

func run(src string, o script.Options) (string, error) {
	p, err := script.Compile([]byte(src), "prog.py")
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	o.Stdout = &out
	i := script.New(o)
	err = i.Run(p)
	if e := i.Close(); err == nil {
		err = e
	}
	return out.String(), err
}

func TestTraceback(t *testing.T) {
	_, err := run("def f():\n    return 1 / 0\n\ntry:\n    f()\nexcept ArithmeticError as e:\n    raise ValueError('v') from e\n", script.Options{})
	var e *script.Error
	if !errors.As(err, &e) {
		t.Fatalf("got %v", err)
	}
	want := `Traceback (most recent call last):
  File "prog.py", line 5, in <module>
  File "prog.py", line 2, in f
ZeroDivisionError: division by zero

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "prog.py", line 7, in <module>
ValueError: v
`
	var got []string // without the source lines
	for _, l := range strings.SplitAfter(e.Text, "\n") {
		if !strings.HasPrefix(l, "    ") {
			got = append(got, l)
		}
	}
	if diff := cmp.Diff(want, strings.Join(got, "")); diff != "" {
		t.Errorf("wanted (-), got (+):\n%s", diff)
	}
}

// A limit ends a run whatever the program does about it.
func TestStepLimitCannotBeCaught(t *testing.T) {
	for _, src := range []string{
		"while True: pass",
		"while True:\n  try:\n    while True: pass\n  except BaseException: pass\n  finally: print('never')\n",
		"def f():\n  while True: yield\nfor x in f(): pass\n",
		"import asyncio\nasync def m():\n  while True: await asyncio.sleep(0)\nasyncio.run(m())\n",
	} {
		out, err := run(src, script.Options{Virtual: true, Limits: script.Limits{Steps: 100_000}})
		var limit *script.LimitError
		if !errors.As(err, &limit) || limit.Limit != "step" || limit.File != "prog.py" || limit.Line == 0 || out != "" {
			t.Errorf("%q: %q, %v", src, out, err)
		}
	}
}

func TestExitStatus(t *testing.T) {
	for src, want := range map[string]int{
		"import sys; sys.exit(3)": 3, "raise SystemExit": 0, "raise SystemExit('text')": 1, "1/0": 1,
		"try:\n  raise SystemExit(5)\nfinally:\n  pass": 5,
	} {
		_, err := run(src, script.Options{})
		var e *script.Error
		if !errors.As(err, &e) || e.Status != want {
			t.Errorf("%q: %v", src, err)
		}
	}
}

func TestSyntaxErrors(t *testing.T) {
	for src, want := range map[string]string{
		"return 1":                              "'return' outside function (prog.py, line 1)",
		"\nbreak":                               "'break' outside loop (prog.py, line 2)",
		"def f():\n  await x":                   "'await' outside async function (prog.py, line 2)",
		"def f(a, a): pass":                     "duplicate argument 'a' in function definition (prog.py, line 1)",
		"def f():\n  x = 1\n  global x":         "name 'x' is assigned to before global declaration (prog.py, line 3)",
		"def f():\n  nonlocal x":                "no binding for nonlocal 'x' found (prog.py, line 2)",
		"async def f():\n  yield 1\n  return 2": "'return' with value in async generator (prog.py, line 3)",
	} {
		if _, err := run(src, script.Options{}); err == nil || err.Error() != want {
			t.Errorf("%q: %v", src, err)
		}
	}
}

// No text makes the host panic.
func FuzzRun(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.py")
	for _, file := range files {
		if src, err := os.ReadFile(file); err == nil {
			f.Add(string(src))
		}
	}
	f.Add("def f(*, a): yield from (x for x in a)\nfor i in f(a=[1]): print(i)")
	f.Fuzz(func(t *testing.T, src string) {
		p, err := script.Compile([]byte(src), "fuzz.py")
		if err != nil {
			return
		}
		err = script.New(script.Options{Virtual: true, Limits: script.Limits{Steps: 20_000}}).Run(p)
		var bug *script.InternalError
		if errors.As(err, &bug) {
			t.Fatalf("%v\n%s", bug, bug.Stack)
		}
	})
}

func BenchmarkFib(b *testing.B) {
	p, err := script.Compile([]byte("def fib(n):\n    return n if n < 2 else fib(n-1) + fib(n-2)\nfib(20)\n"), "fib.py")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := script.New(script.Options{}).Run(p); err != nil {
			b.Fatal(err)
		}
	}
}
