package script_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"asyncio/future"
	"asyncio/loop"
	"asyncio/script"
)

func compile(t *testing.T, src string) *script.Program {
	t.Helper()
	p, err := script.Compile([]byte(src), "prog.py")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Interpreters on goroutines of their own share a program and nothing else.
func TestParallelInterpreters(t *testing.T) {
	p := compile(t, `
import asyncio, collections, json
seen = collections.Counter()
class Worker:
    made = 0
    async def work(self, k):
        Worker.made += 1
        await asyncio.sleep(k)
        seen[who] += k
        return await ask(json.dumps([who, k]))
async def main():
    return await asyncio.gather(*(Worker().work(k) for k in range(5)))
print(asyncio.run(main()), Worker.made, dict(seen))
`)
	var wg sync.WaitGroup
	out, errs := make([]strings.Builder, 4), make([]error, 4)
	for n := range out {
		wg.Go(func() {
			i := script.New(script.Options{Stdout: &out[n], Virtual: true})
			errs[n] = errors.Join(i.Set("who", n), i.Set("ask", func(l *loop.Loop, args []any) (future.Awaitable, error) {
				f := future.New(l)
				return f, f.SetResult(args[0])
			}), i.Run(p), i.Close())
		})
	}
	wg.Wait()
	for n := range out {
		want := fmt.Sprintf("['[%[1]d, 0]', '[%[1]d, 1]', '[%[1]d, 2]', '[%[1]d, 3]', '[%[1]d, 4]'] 5 {%[1]d: 10}\n", n)
		if errs[n] != nil || out[n].String() != want {
			t.Errorf("%d: %q, %v", n, out[n].String(), errs[n])
		}
	}
}

// Cancelling the program's await cancels the host's future, and the other way
// round.
func TestAsyncFuncCancel(t *testing.T) {
	var given []*future.Future
	i := script.New(script.Options{Virtual: true})
	defer i.Close()
	i.Set("ask", func(l *loop.Loop, args []any) (future.Awaitable, error) {
		f := future.New(l)
		given = append(given, f)
		if len(given) == 2 {
			f.Cancel()
		}
		return f, nil
	})
	err := i.Run(compile(t, `
import asyncio
async def main():
    try:
        await asyncio.wait_for(ask(), 1)
    except TimeoutError:
        out = ["timeout"]
    try:
        await ask()
    except asyncio.CancelledError:
        out.append("cancelled")
    return out
got = asyncio.run(main())
`))
	got, _ := i.Get("got")
	if err != nil || fmt.Sprint(got) != "[timeout cancelled]" || len(given) != 2 || !given[0].Cancelled() {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestLoopOutcomes(t *testing.T) {
	i := script.New(script.Options{Virtual: true})
	defer i.Close()
	if err := i.Run(compile(t, `
import asyncio
ended = []
def plain(x): return [x, None]
async def fails(): await asyncio.sleep(0); raise KeyError("k")
async def long():
    try: await asyncio.sleep(1000)
    finally: ended.append("long")
def wrong(): 1/0
async def leaves(): raise SystemExit(3)
`)); err != nil {
		t.Fatal(err)
	}
	l, err := i.NewLoop()
	if err != nil {
		t.Fatal(err)
	}
	call := func(name string, args ...any) *script.Call {
		t.Helper()
		c, err := l.Call(name, args...)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	if v, err := call("plain", "x").Result(); err != nil || fmt.Sprint(v) != "[x <nil>]" {
		t.Errorf("plain: %v, %v", v, err)
	}
	fails := call("fails")
	for !fails.Done() {
		if err := l.RunOnce(-1); err != nil {
			t.Fatal(err)
		}
	}
	var e *script.Error
	if _, err := fails.Result(); !errors.As(err, &e) || err.Error() != "KeyError: 'k'" || !strings.Contains(e.Text, "in fails") {
		t.Errorf("fails: %v", err)
	}
	for name, want := range map[string]string{"wrong": "ZeroDivisionError: division by zero", "absent": "NameError: name 'absent' is not defined"} {
		if _, err := l.Call(name); err == nil || err.Error() != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	cancelled := call("long")
	call("long")
	if err := l.RunOnce(0); err != nil {
		t.Fatal(err)
	}
	if err := cancelled.Cancel(); err != nil {
		t.Fatal(err)
	}
	call("leaves")
	if err := l.RunOnce(0); !errors.As(err, &e) || e.Status != 3 {
		t.Errorf("leaves: %v", err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if got, _ := i.Get("ended"); fmt.Sprint(got) != "[long long]" {
		t.Errorf("ended: %v", got)
	}
	if _, err := l.Call("long"); err == nil || err.Error() != "RuntimeError: Event loop is closed" {
		t.Errorf("after Close: %v", err)
	}
}
