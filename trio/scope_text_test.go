package trio_test

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"asyncio/exceptions"
	"asyncio/trio"
)

func TestMisnesting(t *testing.T) {
	first := func(err error) string { line, _, _ := strings.Cut(text(err), " at 0x"); return line }
	t.Run("twice", func(t *testing.T) {
		s, err := within(func(*trio.Task, *trio.CancelScope) error { return nil })
		_ = err
		err = try(func(tk *trio.Task) error { return s.Exit(tk, nil) })
		if !strings.Contains(text(err), "Cancel scope stack corrupted: attempted to exit <trio.CancelScope") ||
			!strings.HasSuffix(text(err), "which had already been exited") {
			t.Errorf("got %v", err)
		}
	})
	t.Run("outer first", func(t *testing.T) {
		err := try(func(tk *trio.Task) error {
			outer, inner := trio.Scope(), trio.Scope()
			_, _ = outer.Enter(tk), inner.Enter(tk)
			err := outer.Exit(tk, nil)
			expect(t, "the inner one says nothing more", "none", tree(inner.Exit(tk, nil)))
			return err
		})
		expect(t, "error", "Cancel scope stack corrupted: attempted to exit <trio.CancelScope", first(err))
		if !strings.Contains(text(err), "that's still within its child") {
			t.Errorf("got %v", err)
		}
	})
	t.Run("another task's", func(t *testing.T) {
		err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
			s := trio.Scope()
			return s.Do(tk, func() error {
				start(t, n, func(tk *trio.Task) error { return s.Exit(tk, nil) })
				return trio.SleepForever(tk)
			})
		})
		var g *exceptions.Group
		if !errors.As(err, &g) || !strings.Contains(g.Errs[0].Error(), "from unrelated") {
			t.Errorf("got %v", err)
		}
	})
	t.Run("a scope around a nursery closed within it", func(t *testing.T) {
		err := try(func(tk *trio.Task) error {
			s := trio.Scope()
			_ = s.Enter(tk)
			n, err := tk.Open(nil)
			if err != nil {
				return err
			}
			start(t, n, trio.SleepForever)
			err = s.Exit(tk, nil)
			_, e := tk.Do(n.CloseOp(err))
			return e
		})
		if !strings.Contains(strings.ReplaceAll(exceptions.Repr(err), "\\", ""), "that's still within its child") {
			t.Errorf("got %s", exceptions.Repr(err))
		}
	})
	t.Run("left open", func(t *testing.T) {
		err := nursery(func(_ *trio.Task, n *trio.Nursery) error {
			start(t, n, func(tk *trio.Task) error {
				inner, err := tk.Open(nil)
				start(t, inner, trio.SleepForever)
				return err
			})
			return nil
		})
		var g *exceptions.Group
		if !errors.As(err, &g) || !strings.HasPrefix(g.Errs[0].Error(), "Nursery stack corrupted: Nursery surrounding <Task") {
			t.Errorf("got %v", err)
		}
	})
}

func TestValidation(t *testing.T) {
	nan, minus, one := math.NaN(), -1.0, 1.0
	scope := func(o trio.ScopeOptions) error { _, err := trio.NewCancelScope(o); return err }
	absolute, _ := trio.NewCancelScope(trio.ScopeOptions{Deadline: &one})
	relative, _ := trio.NewCancelScope(trio.ScopeOptions{Relative: &one})
	second := func(_ any, err error) error { return err }
	cases := []struct {
		err  error
		want string
	}{
		{scope(trio.ScopeOptions{Deadline: &nan}), "deadline must not be NaN"},
		{scope(trio.ScopeOptions{Relative: &nan}), "relative deadline must not be NaN"},
		{scope(trio.ScopeOptions{Relative: &minus}), "timeout must be non-negative"},
		{scope(trio.ScopeOptions{Relative: &one, Deadline: &one}), "Cannot specify both a deadline and a relative deadline"},
		{second(relative.Deadline()), "Unentered relative cancel scope does not have an absolute deadline."},
		{relative.SetDeadline(1), "Unentered relative cancel scope does not have an absolute deadline."},
		{second(absolute.RelativeDeadline()), "Unentered non-relative cancel scope does not have a relative deadline"},
		{absolute.SetRelativeDeadline(1), "Unentered non-relative cancel scope does not have a relative deadline"},
		{relative.SetRelativeDeadline(nan), "relative deadline must not be NaN"},
		{relative.SetRelativeDeadline(minus), "relative deadline must be non-negative"},
		{absolute.SetDeadline(nan), "deadline must not be NaN"},
	}
	for _, c := range cases {
		expect(t, "error", c.want, text(c.err))
	}
	for version, want := range map[string][2]string{
		"newest": {"`seconds` must be non-negative", "`seconds` must be non-negative"},
		"0.22":   {"timeout must be non-negative", "duration must be non-negative"},
	} {
		p, _ := trio.ProfileOf(version)
		err := try(func(tk *trio.Task) error {
			expect(t, version, want[0], text(trio.MoveOnAfter(tk, -time.Second, nil)))
			expect(t, version, want[1], text(trio.Sleep(tk, -time.Second)))
			return nil
		}, trio.WithProfile(p))
		expect(t, "error", "", text(err))
	}
}

func TestRelativeDeadline(t *testing.T) {
	two := 2.0
	s, _ := trio.NewCancelScope(trio.ScopeOptions{Relative: &two})
	err := try(func(tk *trio.Task) error {
		relative, known := s.IsRelative()
		expect(t, "is_relative", []bool{true, true}, []bool{relative, known})
		if err := trio.Sleep(tk, time.Second); err != nil {
			return err
		}
		return s.Do(tk, func() error {
			_, known := s.IsRelative()
			expect(t, "is_relative once entered is known", false, known)
			at, _ := s.Deadline()
			expect(t, "deadline", 3.0, at)
			left, _ := s.RelativeDeadline()
			expect(t, "left", 2.0, left)
			if err := s.SetRelativeDeadline(7); err != nil {
				return err
			}
			at, _ = s.Deadline()
			expect(t, "deadline", 8.0, at)
			return trio.SleepForever(tk)
		})
	})
	expect(t, "error", "", text(err))
}

func TestScopeRepr(t *testing.T) {
	deadline := 10.0
	tail := func(s *trio.CancelScope) string { _, after, _ := strings.Cut(s.String(), ", "); return after }
	s, _ := trio.NewCancelScope(trio.ScopeOptions{Deadline: &deadline})
	expect(t, "made", "unbound>", tail(s))
	err := try(func(tk *trio.Task) error {
		err := s.Do(tk, func() error {
			expect(t, "entered", "active, deadline is 10.00 seconds from now>", tail(s))
			if err := s.SetDeadline(-2.5); err != nil {
				return err
			}
			expect(t, "expired", "active, deadline is 2.50 seconds ago>", tail(s))
			s.Cancel()
			expect(t, "cancelled", "active, cancelled>", tail(s))
			return nil
		})
		expect(t, "left", "exited, cancelled>", tail(s))
		return err
	})
	expect(t, "error", "", text(err))
}

func TestReasons(t *testing.T) {
	hide := func(err error) string {
		s := text(err)
		if i := strings.Index(s, " from task "); i >= 0 {
			s = s[:i] + " from task"
		}
		return s
	}
	in := func(f func(tk *trio.Task, s *trio.CancelScope)) string {
		var got error
		_, err := within(func(tk *trio.Task, s *trio.CancelScope) error {
			f(tk, s)
			got = trio.SleepForever(tk)
			return got
		})
		expect(t, "error", "", text(err))
		return hide(got)
	}
	expect(t, "explicit", "cancelled due to explicit from task", in(func(_ *trio.Task, s *trio.CancelScope) { s.Cancel() }))
	expect(t, "with words", "cancelled due to explicit with reason 'had enough' from task",
		in(func(tk *trio.Task, s *trio.CancelScope) { s.CancelFor("had enough", tk) }))
	expect(t, "the first one wins", "cancelled due to explicit with reason 'first' from task",
		in(func(tk *trio.Task, s *trio.CancelScope) { s.CancelFor("first", tk); s.CancelFor("second", tk) }))
	expect(t, "deadline", "cancelled due to deadline",
		in(func(_ *trio.Task, s *trio.CancelScope) { _ = s.SetDeadline(2) }))
	var child, body error
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n, func(*trio.Task) error { return exceptions.ValueError("x") })
		body = trio.SleepForever(tk)
		return body
	})
	expect(t, "a child's error", "cancelled due to nursery with reason \"child task raised exception ValueError('x')\" from task", hide(body))
	expect(t, "error", "[ValueError(x)]", tree(err))
	err = nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n, func(tk *trio.Task) error { child = trio.SleepForever(tk); return child })
		if err := trio.Checkpoint(tk); err != nil {
			return err
		}
		return exceptions.ValueError("x")
	})
	expect(t, "the body's error",
		"cancelled due to nursery with reason \"Code block inside nursery contextmanager raised exception ValueError('x')\" from task", hide(child))
	expect(t, "error", "[ValueError(x)]", tree(err))
	var system error
	err = try(func(tk *trio.Task) error {
		_, err := tk.Runner().SpawnSystem(func(tk *trio.Task) error { system = trio.SleepForever(tk); return system })
		return errors.Join(err, trio.Checkpoint(tk))
	})
	expect(t, "error", "", text(err))
	expect(t, "shutdown", "cancelled due to shutdown with reason 'main task done, shutting down system tasks' from task", hide(system))
	old, _ := trio.ProfileOf("0.22")
	_, err = within(func(tk *trio.Task, s *trio.CancelScope) error {
		s.Cancel()
		expect(t, "0.22", "Cancelled", text(trio.Checkpoint(tk)))
		return nil
	}, trio.WithProfile(old))
	expect(t, "error", "", text(err))
	if trio.ReasonOf(child).Source != "nursery" || trio.ReasonOf(errors.New("x")) != nil {
		t.Error("ReasonOf is wrong")
	}
}

func TestProfiles(t *testing.T) {
	if _, err := trio.ProfileOf("0.1"); err == nil {
		t.Error("a release that is not known was taken")
	}
}
