package task_test

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/profile"
	"asyncio/task"
)

// TestPanic: a panic in a task is its error, with the stack of the panic.
func TestPanic(t *testing.T) {
	for name, engine := range engines {
		t.Run(name, func(t *testing.T) {
			l, _ := newLoop(t, "3.13", engine)
			inner := errors.New("inner")
			_, err := run(l, func(co *task.Co) (any, error) {
				child := create(t, l, func(co *task.Co) (any, error) {
					if err := sleep(co, 1); err != nil {
						return nil, err
					}
					breaks(inner)
					return nil, nil
				})
				_, err := co.Await(child)
				var p *exceptions.Panic
				if !errors.As(err, &p) || !errors.Is(err, inner) || !strings.Contains(string(p.Stack), "task_test.breaks") {
					t.Errorf("got %v", err)
				}
				panic(exceptions.NewCancelled(nil)) // must not pass for a cancellation
			})
			if exceptions.IsCancelled(err) || !strings.HasPrefix(fmt.Sprint(err), "panic: ") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func breaks(v any) { panic(v) }

// TestContexts: a task runs in a copy of its maker's context, or in one given.
func TestContexts(t *testing.T) {
	for _, eager := range []bool{false, true} {
		l, _ := newLoop(t, "3.13", coroutine.Pull)
		v := contextvars.NewVarDefault("v", "default")
		read := func(h contextvars.Holder) string { s, _ := v.Get(h); return s }
		_, err := run(l, func(co *task.Co) (any, error) {
			v.Set(co, "main")
			own := contextvars.New()
			v.Set(holder{own}, "own")
			var got []string
			body := func(co *task.Co) (any, error) {
				got = append(got, read(co))
				v.Set(co, "changed")
				if err := sleep(co, 1); err != nil {
					return nil, err
				}
				got = append(got, read(co))
				return nil, nil
			}
			for _, o := range []task.Options{{Eager: eager}, {Context: own, Eager: eager}} {
				c, err := task.Create(l, coro(l, body), o)
				if err != nil {
					return nil, err
				}
				v.Set(co, "main later")
				if _, err := co.Await(c); err != nil {
					return nil, err
				}
				v.Set(co, "main")
			}
			if diff := cmp.Diff([]string{"main", "changed", "own", "changed"}, got); diff != "" {
				t.Error(diff)
			}
			if read(co) != "main" || read(holder{own}) != "changed" {
				t.Errorf("main sees %s, the given context has %s", read(co), read(holder{own}))
			}
			// Callbacks run in a copy of the context that scheduled them.
			seen := future.New(l)
			if _, err := l.CallSoon(func() error {
				v.Set(l, "callback")
				return seen.SetResult(read(l))
			}); err != nil {
				return nil, err
			}
			if s, err := co.Await(seen); s != "callback" || err != nil {
				t.Errorf("the callback sees %v, %v", s, err)
			}
			if read(co) != "main" {
				t.Errorf("a callback changed main's context: %s", read(co))
			}
			// A coroutine that is awaited shares its caller's.
			if _, err := co.AwaitCoroutine(coro(l, func(co *task.Co) (any, error) {
				v.Set(co, "awaited")
				return nil, nil
			})); err != nil {
				return nil, err
			}
			if read(co) != "awaited" {
				t.Errorf("an awaited coroutine has a context of its own: %s", read(co))
			}
			return nil, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if read(l) != "default" {
			t.Errorf("outside it is %s", read(l))
		}
	}
}

type holder struct{ c *contextvars.Context }

func (h holder) Context() *contextvars.Context { return h.c }

// TestEager: the first step runs while the task is made, in its own context and
// as the current task.
func TestEager(t *testing.T) {
	l, _ := newLoop(t, "3.13", coroutine.Pull)
	var got []string
	say := func(format string, args ...any) { got = append(got, fmt.Sprintf(format, args...)) }
	_, err := run(l, func(co *task.Co) (any, error) {
		main := co.Task()
		made := func(name string, fn func(co *task.Co) (any, error)) *task.Task {
			c, err := task.Create(l, coro(l, fn), task.Options{Name: name, Eager: true})
			if err != nil {
				t.Error(err)
			}
			say("%s made: done %v, %d tasks, current %v", name, c.Done(), len(task.All(l)), task.Current(l) == main)
			return c
		}
		made("quick", func(co *task.Co) (any, error) {
			say("%s runs as current %v among %d", co.Task().Name(), task.Current(l) == co.Task(), len(task.All(l)))
			return 1, nil
		})
		slow := made("slow", func(co *task.Co) (any, error) {
			if err := sleep(co, 1); err != nil {
				return nil, err
			}
			return "late", nil
		})
		failed := made("failed", func(co *task.Co) (any, error) { return nil, exceptions.ValueError("at once") })
		if exc, err := failed.Exception(); repr(exc) != "ValueError('at once')" || err != nil {
			t.Error(exc, err)
		}
		gone := made("gone", func(co *task.Co) (any, error) { return nil, exceptions.NewCancelled("by hand") })
		if !gone.Cancelled() {
			t.Error("not cancelled")
		}
		return co.Await(slow)
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"quick runs as current true among 2",
		"quick made: done true, 1 tasks, current true",
		"slow made: done false, 2 tasks, current true",
		"failed made: done true, 2 tasks, current true",
		"gone made: done true, 2 tasks, current true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	// On a loop that does not run an eager task starts as any other.
	started := false
	if _, err := task.Create(l, coro(l, func(*task.Co) (any, error) { started = true; return nil, nil }), task.Options{Eager: true}); err != nil || started {
		t.Errorf("started %v, %v", started, err)
	}
	if _, err := run(l, func(co *task.Co) (any, error) { return nil, co.Yield() }); err != nil || !started {
		t.Errorf("started %v, %v", started, err)
	}
}

// TestEagerInEnteredContext: it is refused, and the maker goes on.
func TestEagerInEnteredContext(t *testing.T) {
	l, _ := newLoop(t, "3.13", coroutine.Pull)
	_, err := run(l, func(co *task.Co) (any, error) {
		_, err := task.Create(l, coro(l, func(*task.Co) (any, error) { t.Error("it ran"); return nil, nil }),
			task.Options{Eager: true, Context: co.Context()})
		if err == nil || !strings.HasPrefix(err.Error(), "cannot enter context: ") {
			t.Errorf("got %v", err)
		}
		return nil, sleep(co, 1)
	})
	if err != nil {
		t.Error(err)
	}
}

// TestNames: Task-1, Task-2, ... for the process's whole life, by version also
// counting those that have a name of their own.
func TestNames(t *testing.T) {
	for python, want := range map[string][]string{
		"3.8":  {"Task-1", "Task-2", "mine", "Task-4", "Task-5"},
		"3.12": {"Task-1", "Task-2", "mine", "Task-4", "Task-5"},
		"3.13": {"Task-1", "Task-2", "mine", "Task-3", "Task-4"},
	} {
		l, _ := newLoop(t, python, coroutine.Pull)
		body := func(*task.Co) (any, error) { return nil, nil }
		var got []string
		_, err := run(l, func(co *task.Co) (any, error) {
			got = append(got, co.Task().Name())
			for _, name := range []string{"", "mine", ""} {
				c, err := task.CreateNamed(l, coro(l, body), task.Options{Name: name})
				if err != nil {
					return nil, err
				}
				got = append(got, c.Name())
			}
			return nil, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		next, err := task.Create(l, coro(l, body), task.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, next.Name())
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", python, diff)
		}
		// loop.create_task(name=) never takes a number.
		if _, err := task.Create(l, coro(l, body), task.Options{Name: "quiet"}); err != nil {
			t.Fatal(err)
		}
		after, err := task.Create(l, coro(l, body), task.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var before, now int
		if _, err := fmt.Sscanf(next.Name()+" "+after.Name(), "Task-%d Task-%d", &before, &now); err != nil || now != before+1 {
			t.Errorf("%s: %s then %s", python, next.Name(), after.Name())
		}
		after.SetName("renamed")
		if after.Name() != "renamed" {
			t.Error(after.Name())
		}
		if _, err := run(l, func(co *task.Co) (any, error) { return nil, co.Yield() }); err != nil {
			t.Fatal(err)
		}
	}
}

// TestFactoryNames: 3.13.0 calls a factory's unnamed task "None".
func TestFactoryNames(t *testing.T) {
	for _, python := range profile.Names() {
		l, _ := newLoop(t, python, coroutine.Pull)
		task.SetFactory(l, func(l *loop.Loop, c coroutine.Coroutine, o task.Options) (*task.Task, error) {
			return task.New(l, c, o)
		})
		want := "Task-1"
		if python == "3.13" {
			want = "None"
		}
		_, err := run(l, func(co *task.Co) (any, error) {
			if got := co.Task().Name(); got != want {
				t.Errorf("%s: %s, want %s", python, got, want)
			}
			return nil, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestReprs: tasks in print, without the places and addresses.
func TestReprs(t *testing.T) {
	place := regexp.MustCompile(`\w+_test\.go:\d+`)
	address := regexp.MustCompile(`0x[0-9a-f]+`)
	for python, wakeup := range map[string]string{
		"3.9": "<TaskWakeupMethWrapper object at ADDR>()", "3.13": "Task.task_wakeup()",
	} {
		l, _ := newLoop(t, python, coroutine.Pull)
		f := future.New(l)
		work := func(co *task.Co) (any, error) { return co.Await(f) }
		show := func(v any) string {
			return address.ReplaceAllString(place.ReplaceAllString(fmt.Sprint(v), "PLACE"), "ADDR")
		}
		var got []string
		_, err := run(l, func(co *task.Co) (any, error) {
			c, err := task.Create(l, task.NewCoro(l, work, reflect.ValueOf(namedWork).Pointer()), task.Options{Name: "it's"})
			if err != nil {
				return nil, err
			}
			got = append(got, show(c))
			if err := co.Yield(); err != nil {
				return nil, err
			}
			if err := c.AddDoneCallback(future.Func(seen), nil); err != nil {
				return nil, err
			}
			got = append(got, show(c))
			c.Cancel("enough")
			got = append(got, show(c))
			if _, err := co.Await(c); !exceptions.IsCancelled(err) {
				t.Error(err)
			}
			got = append(got, show(c))
			for _, end := range []func(*task.Co) (any, error){
				func(*task.Co) (any, error) { return "ok", nil },
				func(*task.Co) (any, error) { return nil, exceptions.ValueError("bad") },
			} {
				c, err := task.Create(l, task.NewCoro(l, end, reflect.ValueOf(namedWork).Pointer()), task.Options{Name: "t"})
				if err != nil {
					return nil, err
				}
				_, _, err = task.Wait(co, []any{c}, task.NoTimeout, task.AllCompleted)
				if err != nil {
					return nil, err
				}
				got = append(got, show(c))
				_, _ = c.Exception()
			}
			return nil, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		status := "pending"
		if python == "3.13" {
			status = "cancelling"
		}
		want := []string{
			`<Task pending name="it's" coro=<namedWork() running at PLACE>>`,
			`<Task pending name="it's" coro=<namedWork() running at PLACE> wait_for=<Future pending cb=[` + wakeup + `]> cb=[seen() at PLACE]>`,
			`<Task ` + status + ` name="it's" coro=<namedWork() running at PLACE> wait_for=<Future cancelled> cb=[seen() at PLACE]>`,
			`<Task cancelled name="it's" coro=<namedWork() done, defined at PLACE>>`,
			`<Task finished name='t' coro=<namedWork() done, defined at PLACE> result='ok'>`,
			`<Task finished name='t' coro=<namedWork() done, defined at PLACE> exception=ValueError('bad')>`,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", python, diff)
		}
	}
}

func seen(future.Awaitable) error { return nil }

func namedWork() {}

// TestBadAwaits: what a task must not be given is thrown into it.
func TestBadAwaits(t *testing.T) {
	l, _ := newLoop(t, "3.13", coroutine.Pull)
	other, _ := newLoop(t, "3.13", coroutine.Pull)
	stray := future.New(other)
	_, err := run(l, func(co *task.Co) (any, error) {
		self := co.Task()
		check := func(name, want string, err error) {
			t.Helper()
			if got := repr(err); got != want {
				t.Errorf("%s: %s\nwant %s", name, got, want)
			}
		}
		tick := l.Tick()
		_, err := co.Await(self)
		if err == nil || !strings.HasPrefix(err.Error(), "Task cannot await on itself: <Task pending name='Task-1' ") {
			t.Errorf("itself: %v", err)
		}
		if l.Tick() != tick+1 {
			t.Errorf("told %d ticks later", l.Tick()-tick)
		}
		_, err = co.Await(stray)
		if err == nil || !strings.HasSuffix(err.Error(), "got Future <Future pending> attached to a different loop") {
			t.Errorf("another loop's: %v", err)
		}
		check("a number", "RuntimeError('Task got bad yield: 42')", co.YieldValue(42))
		f := future.New(l)
		err = co.YieldValue(f) // without the mark of an await
		if err == nil || !strings.HasPrefix(err.Error(), "yield was used instead of yield from in task <Task pending") {
			t.Errorf("not awaited: %v", err)
		}
		c := coro(l, func(*task.Co) (any, error) { return nil, nil })
		err = co.YieldValue(c)
		if err == nil || !strings.HasPrefix(err.Error(), "yield was used instead of yield from for generator in task ") {
			t.Errorf("a coroutine: %v", err)
		}
		for name, aw := range map[string]any{"int": 42, "NoneType": nil, "str": "x"} {
			_, err = co.AwaitAny(aw)
			check(name, fmt.Sprintf("TypeError(\"object %s can't be used in 'await' expression\")", name), err)
		}
		_, err = task.Gather(l, []any{42}, false)
		check("gather", "TypeError('An asyncio.Future, a coroutine or an awaitable is required')", err)
		// Another task's coroutine is none of ours.
		var theirs *task.Co
		child := create(t, l, func(co *task.Co) (any, error) { theirs = co; return nil, sleep(co, 1) })
		if err := co.Yield(); err != nil {
			return nil, err
		}
		for name, await := range map[string]func() error{
			"await": func() error { _, err := theirs.Await(f); return err },
			"sleep": func() error { return sleep(theirs, 1) },
			"yield": func() error { return theirs.Yield() },
			"raw":   func() error { return theirs.YieldValue(nil) },
		} {
			check("foreign "+name, "RuntimeError('coroutine is being awaited already')", await())
		}
		if _, err := co.Await(child); err != nil {
			t.Errorf("the other task was disturbed: %v", err)
		}
		check("set_result", "RuntimeError('Task does not support set_result operation')", self.SetResult(1))
		check("set_exception", "RuntimeError('Task does not support set_exception operation')", self.SetException(err))
		_, err = self.Result()
		check("result", "InvalidStateError('Result is not set.')", err)
		_, err = self.Exception()
		check("exception", "InvalidStateError('Exception is not set.')", err)
		return nil, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := task.New(l, nil, task.Options{}); repr(err) != "TypeError('a coroutine was expected, got None')" {
		t.Error(err)
	}
}

// TestReuse: a coroutine runs once.
func TestReuse(t *testing.T) {
	l, _ := newLoop(t, "3.13", coroutine.Pull)
	_, err := run(l, func(co *task.Co) (any, error) {
		c := coro(l, func(*task.Co) (any, error) { return 1, nil })
		if v, err := co.AwaitCoroutine(c); v != 1 || err != nil {
			t.Error(v, err)
		}
		if _, err := co.AwaitCoroutine(c); repr(err) != "RuntimeError('cannot reuse already awaited coroutine')" {
			t.Error(err)
		}
		d := coro(l, func(co *task.Co) (any, error) { return nil, sleep(co, 1) })
		first, err := task.Create(l, d, task.Options{})
		if err != nil {
			return nil, err
		}
		if _, err := co.Await(first); err != nil {
			return nil, err
		}
		second, err := task.Create(l, d, task.Options{})
		if err != nil {
			return nil, err
		}
		if _, err := co.Await(second); repr(err) != "RuntimeError('cannot reuse already awaited coroutine')" {
			t.Error(err)
		}
		return nil, nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
