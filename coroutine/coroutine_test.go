package coroutine

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"asyncio/exceptions"
)

var engines = map[string]Engine{"pull": Pull, "channels": Channels}

// each runs a test on both engines, with a pool that it closes.
func each(t *testing.T, test func(t *testing.T, p *Pool)) {
	for name, engine := range engines {
		t.Run(name, func(t *testing.T) {
			p := NewPool(engine, nil, nil)
			defer p.Close(nil)
			test(t, p)
		})
	}
}

var errBoom = exceptions.ValueError("boom")

func repr(err error) string { return exceptions.Repr(err) }

func TestProtocol(t *testing.T) {
	each(t, func(t *testing.T, p *Pool) {
		g := p.New(Func(func(g *Go) (any, error) {
			if !g.Running() {
				t.Error("not running")
			}
			if err := g.Yield("first"); err != nil {
				t.Error(err)
			}
			err := g.Yield("second")
			if err != errBoom {
				t.Error(err)
			}
			return "result", g.Yield(nil)
		}), 0)
		if g.Started() || p.Live() != 0 {
			t.Error("started by being made")
		}
		steps := []Step{g.Send(), g.Send(), g.Throw(errBoom), g.Send()}
		want := []Step{{Value: "first"}, {Value: "second"}, {}, {Value: "result", Done: true}}
		if diff := cmp.Diff(want, steps); diff != "" {
			t.Error(diff)
		}
		if p.Live() != 0 || g.Running() {
			t.Error("it is left")
		}
		for _, again := range []Step{g.Send(), g.Throw(errBoom)} {
			if !again.Done || repr(again.Err) != "RuntimeError('cannot reuse already awaited coroutine')" {
				t.Errorf("again: %+v", again)
			}
		}
		if err := g.Close(); err != nil {
			t.Error(err)
		}
	})
}

func TestThrowBeforeStart(t *testing.T) {
	each(t, func(t *testing.T, p *Pool) {
		g := p.New(Func(func(*Go) (any, error) { t.Error("it ran"); return nil, nil }), 0)
		if s := g.Throw(errBoom); !s.Done || s.Err != errBoom {
			t.Errorf("%+v", s)
		}
		c := p.New(Func(func(*Go) (any, error) { t.Error("it ran"); return nil, nil }), 0)
		if err := c.Close(); err != nil {
			t.Error(err)
		}
		if s := c.Send(); repr(s.Err) != "RuntimeError('cannot reuse already awaited coroutine')" {
			t.Errorf("%+v", s)
		}
	})
}

// TestClose: what Close returns for each way to meet GeneratorExit.
func TestClose(t *testing.T) {
	for name, c := range map[string]struct {
		body func(g *Go) (any, error)
		want string
	}{
		"lets it through": {func(g *Go) (any, error) { return nil, g.Yield(1) }, "None"},
		"wraps it":        {func(g *Go) (any, error) { return nil, fmt.Errorf("w: %w", g.Yield(1)) }, "None"},
		"returns":         {func(g *Go) (any, error) { _ = g.Yield(1); return 1, nil }, "None"},
		"raises":          {func(g *Go) (any, error) { _ = g.Yield(1); return nil, errBoom }, "ValueError('boom')"},
		"awaits again":    {func(g *Go) (any, error) { _ = g.Yield(1); return nil, g.Yield(2) }, "RuntimeError('coroutine ignored GeneratorExit')"},
		"awaits in a loop": {func(g *Go) (any, error) {
			for {
				_ = g.Yield(1)
			}
		}, "RuntimeError('coroutine ignored GeneratorExit')"},
		"panics": {func(g *Go) (any, error) { _ = g.Yield(1); panic("p") }, "Panic('panic: p')"},
		"awaits in a deferred call": {func(g *Go) (any, error) {
			defer func() { _ = g.Yield(2) }()
			return nil, g.Yield(1)
		}, "RuntimeError('coroutine ignored GeneratorExit')"},
	} {
		each(t, func(t *testing.T, p *Pool) {
			deferred := false
			g := p.New(Func(func(g *Go) (any, error) {
				defer func() { deferred = true }()
				return c.body(g)
			}), 0)
			g.Send()
			if p.Live() != 1 {
				t.Errorf("%s: %d live", name, p.Live())
			}
			if err := g.Close(); repr(err) != c.want || !deferred || !g.Closing() {
				t.Errorf("%s: %s, deferred %v", name, repr(err), deferred)
			}
			if p.Live() != 0 {
				t.Errorf("%s: it is left", name)
			}
			if err := g.Close(); err != nil {
				t.Errorf("%s, again: %v", name, err)
			}
		})
	}
}

func TestReentry(t *testing.T) {
	each(t, func(t *testing.T, p *Pool) {
		var g, inner *Go
		g = p.New(Func(func(*Go) (any, error) {
			for _, s := range []Step{g.Send(), g.Throw(errBoom)} {
				if repr(s.Err) != "ValueError('coroutine already executing')" {
					t.Errorf("%+v", s)
				}
			}
			if err := g.Close(); repr(err) != "ValueError('coroutine already executing')" {
				t.Error(err)
			}
			// One coroutine may drive another; that one's yield is not ours to make.
			inner = p.New(Func(func(*Go) (any, error) { return nil, inner.Yield("inner") }), 0)
			if s := inner.Send(); s.Value != "inner" {
				t.Errorf("%+v", s)
			}
			if err := inner.Yield(1); repr(err) != "RuntimeError('coroutine is being awaited already')" {
				t.Error(err)
			}
			return nil, inner.Close()
		}), 0)
		if s := g.Send(); !s.Done || s.Err != nil {
			t.Errorf("%+v", s)
		}
	})
}

func TestPanic(t *testing.T) {
	each(t, func(t *testing.T, p *Pool) {
		g := p.New(Func(func(g *Go) (any, error) { _ = g.Yield(1); panicsOnPurpose(); return nil, nil }), 0)
		g.Send()
		s := g.Send()
		var panicked *exceptions.Panic
		if !s.Done || !errors.As(s.Err, &panicked) || !strings.Contains(string(panicked.Stack), "panicsOnPurpose") {
			t.Errorf("%+v", s)
		}
		// The worker is as good as new.
		if s := p.New(Func(func(*Go) (any, error) { return 2, nil }), 0).Send(); s.Value != 2 {
			t.Errorf("%+v", s)
		}
	})
}

func panicsOnPurpose() { panic("on purpose") }

// TestGoexit: it passes through to the one who resumed, and the pool can be
// closed.
func TestGoexit(t *testing.T) {
	each(t, func(t *testing.T, p *Pool) {
		other := p.New(Func(func(g *Go) (any, error) { return nil, g.Yield(1) }), 0)
		other.Send()
		g := p.New(Func(func(g *Go) (any, error) { _ = g.Yield(1); runtime.Goexit(); return nil, nil }), 0)
		g.Send()
		done, passed := make(chan struct{}), true
		go func() {
			defer close(done)
			g.Send()
			passed = false
		}()
		<-done
		if !passed {
			t.Error("it stopped in the coroutine")
		}
		p.Close(func(g *Go, err error) { t.Errorf("%v", err) })
		if p.Live() != 0 {
			t.Errorf("%d left", p.Live())
		}
	})
}

// TestPoolClose unwinds what is suspended, oldest first, and tells of what went
// wrong.
func TestPoolClose(t *testing.T) {
	each(t, func(t *testing.T, p *Pool) {
		var got []string
		for i := range 5 {
			p.NewNamed(fmt.Sprint("c", i), func(g *Go) (any, error) {
				err := g.Yield(1)
				got = append(got, fmt.Sprint(i, " ", repr(err)))
				if i%2 == 1 {
					return nil, errBoom
				}
				return nil, err
			}).Send()
		}
		p.Close(func(g *Go, err error) { got = append(got, g.Describe(true)+" "+repr(err)) })
		want := []string{
			"0 GeneratorExit()",
			"1 GeneratorExit()", "c1() done, defined at ? ValueError('boom')",
			"2 GeneratorExit()",
			"3 GeneratorExit()", "c3() done, defined at ? ValueError('boom')",
			"4 GeneratorExit()",
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

// TestWorkersAreReused and are told of to the pool's owner, on themselves.
func TestWorkersAreReused(t *testing.T) {
	for name, engine := range engines {
		var entered, left atomic.Int64
		p := NewPool(engine, func(int64) { entered.Add(1) }, func(int64) { left.Add(1) })
		for range 100 {
			g := p.New(Func(func(g *Go) (any, error) { return nil, g.Yield(1) }), 0)
			g.Send()
			g.Send()
		}
		var many []*Go
		for range 7 {
			g := p.New(Func(func(g *Go) (any, error) { return nil, g.Yield(1) }), 0)
			g.Send()
			many = append(many, g)
		}
		if entered.Load() != 7 || left.Load() != 0 || p.Live() != 7 {
			t.Errorf("%s: %d workers, %d ended, %d live", name, entered.Load(), left.Load(), p.Live())
		}
		for _, g := range many {
			g.Send()
		}
		p.Close(nil)
		if left.Load() != 7 {
			t.Errorf("%s: %d of 7 ended", name, left.Load())
		}
	}
}

func TestPlaces(t *testing.T) {
	each(t, func(t *testing.T, p *Pool) {
		p.RecordPlaces(true)
		g := p.NewNamed("work", func(g *Go) (any, error) { return nil, g.Yield(1) })
		if g.Place() != "" || g.Describe(false) != "work() running at ?" {
			t.Errorf("%q, %s", g.Place(), g.Describe(false))
		}
		g.Send()
		// Everything in this package counts as the way down, so there is no place.
		if g.Place() != "" {
			t.Errorf("%q", g.Place())
		}
	})
	if name, place := FuncName(0); name != "?" || place != "?" {
		t.Error(name, place)
	}
}

// TestModel plays random protocols on both engines and compares.
func TestModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		script := rapid.SliceOfN(rapid.SampledFrom([]string{"send", "throw", "close"}), 1, 12).Draw(t, "script")
		yields := rapid.IntRange(0, 5).Draw(t, "yields")
		deaf := rapid.Bool().Draw(t, "deaf") // goes on whatever is thrown
		play := func(engine Engine) (got []string) {
			p := NewPool(engine, nil, nil)
			defer p.Close(nil)
			g := p.New(Func(func(g *Go) (any, error) {
				for i := range yields {
					if err := g.Yield(i); err != nil && !deaf {
						return nil, err
					}
				}
				return "end", nil
			}), 0)
			for _, op := range script {
				switch op {
				case "send":
					got = append(got, fmt.Sprintf("%+v", g.Send()))
				case "throw":
					got = append(got, fmt.Sprintf("%+v", g.Throw(errBoom)))
				case "close":
					got = append(got, fmt.Sprint(g.Close()))
				}
				got = append(got, fmt.Sprint(p.Live()))
			}
			return got
		}
		if diff := cmp.Diff(play(Pull), play(Channels)); diff != "" {
			t.Fatal(diff)
		}
	})
}
