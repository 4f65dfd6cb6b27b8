package randprog

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strings"
)

// asyncPrelude prints with nothing in it that depends on addresses, and keeps
// programs small.
//
//go:embed async_prelude.py
var asyncPrelude string

// AsyncStart is the line of an asynchronous program behind its prelude.
const AsyncStart = "# the program"

// AsyncRun is the line from which on its functions are run.
const AsyncRun = "loop = None"

// Async gives the asyncio program of a seed for a Python 3 of the given minor
// version. It ends by itself, unless all of it waits for ever, and its order is
// determined where that of creation stands for that of addresses.
func Async(seed uint64, minor int) string {
	g := &asyncGenerator{
		generator: generator{r: rand.New(rand.NewPCG(seed, uint64(minor)))},
		minor:     minor,
	}
	g.out.WriteString(asyncPrelude)
	g.line(AsyncStart)
	g.workers = 3 + g.r.IntN(4)
	for i := range g.workers {
		g.worker(i)
	}
	g.asyncGenerators()
	g.mainFunction()
	g.runner()
	return g.out.String()
}

type asyncGenerator struct {
	generator
	minor   int
	workers int
	// now is the worker that is written, which may start those behind it.
	now   int
	depth int
	loops int
	lines int
}

// since tells whether the Python has what came with a minor version.
func (g *asyncGenerator) since(minor int) bool { return g.minor >= minor }

func (g *asyncGenerator) one(of int) bool { return g.r.IntN(of) == 0 }

func (g *asyncGenerator) n(below int) int { return g.r.IntN(below) }

func (g *asyncGenerator) delay() string {
	return g.pick("0", "0", "0.1", "0.1", "0.2", "0.2", "0.3", "0.5", "1", "-1")
}

// worker writes a coroutine function, which ends at once when there was enough.
func (g *asyncGenerator) worker(i int) {
	g.now = i
	g.lines = 0
	g.line("async def w%d(a=%d):", i, g.n(9))
	g.block(func() {
		g.line("if spent():")
		g.block(func() { g.line("return 'spent'") })
		switch g.n(4) {
		case 0:
			g.line("try:")
			g.block(func() { g.body(2 + g.n(4)) })
			g.line("except asyncio.CancelledError as e:")
			g.block(func() {
				g.line("show('cancelled', e)")
				g.cleanup()
			})
			if g.one(2) {
				g.line("finally:")
				g.block(func() { g.line("show('w%d is over')", i) })
			}
		case 1:
			g.line("try:")
			g.block(func() { g.body(2 + g.n(4)) })
			g.line("finally:")
			g.block(func() {
				g.line("show('w%d is over')", i)
				if g.one(2) {
					g.statement()
				}
			})
		default:
			g.body(2 + g.n(5))
		}
		switch g.n(6) {
		case 0:
			g.line("raise %s", g.failure())
		case 1:
		default:
			g.line("return ('w%d', a)", i)
		}
	})
}

// cleanup is what a coroutine does about its cancellation.
func (g *asyncGenerator) cleanup() {
	switch g.n(6) {
	case 0, 1:
		g.line("raise")
	case 2:
		g.line("await asyncio.sleep(%s)", g.delay())
		g.line("raise")
	case 3:
		g.line("return 'swallowed'")
	case 4:
		g.line("raise %s", g.failure())
	default:
		g.statement()
		if g.since(11) && g.one(2) {
			g.line("show('uncancel', asyncio.current_task().uncancel())")
		}
	}
}

func (g *asyncGenerator) failure() string {
	return g.pick("ValueError(a)", "KeyError('k')", "RuntimeError('r', a)", "asyncio.CancelledError('by hand')",
		"asyncio.TimeoutError()", "ZeroDivisionError", "asyncio.InvalidStateError('i')", "StopAsyncIteration(1)", "OSError(2, 'o')")
}

// asyncGenerators writes two of them, which every coroutine may use: they start
// nothing.
func (g *asyncGenerator) asyncGenerators() {
	for i := range 2 {
		g.line("async def g%d(a=1):", i)
		g.block(func() {
			g.line("try:")
			g.block(func() {
				for k := range 1 + g.n(3) {
					switch g.n(4) {
					case 0:
						g.line("await asyncio.sleep(%s)", g.delay())
					case 1:
						g.line("show('got', (yield (a, %d)))", k)
					case 2:
						g.line("async with L0:")
						g.block(func() { g.line("yield %d", k) })
					default:
						g.line("yield a + %d", k)
					}
				}
				if g.one(4) {
					g.line("raise %s", g.failure())
				}
			})
			if g.one(3) {
				g.line("except ValueError as e:")
				g.block(func() { g.line("yield ('caught', fault(e))") })
			}
			g.line("finally:")
			g.block(func() {
				if g.one(2) {
					g.line("await asyncio.sleep(%s)", g.delay())
				}
				g.line("show('g%d is over')", i)
			})
		})
	}
}

// mainFunction makes the shared objects, starts workers and sees to an end.
func (g *asyncGenerator) mainFunction() {
	g.now, g.lines = -1, -10
	g.line("async def main(a=7):")
	g.block(func() {
		g.line("global L0, L1, S0, B0, C0, E0, E1, Q0, Q1, Q2, F, R0, loop")
		g.line("loop = asyncio.get_running_loop()")
		if !g.one(6) {
			g.line("loop.set_exception_handler(reported)")
		}
		g.line("L0, L1 = asyncio.Lock(), asyncio.Lock()")
		g.line("S0, B0 = asyncio.Semaphore(%d), asyncio.BoundedSemaphore(%d)", g.n(3), 1+g.n(2))
		g.line("C0, E0, E1 = asyncio.Condition(%s), asyncio.Event(), asyncio.Event()", g.pick("", "", "L1"))
		g.line("Q0, Q1 = asyncio.Queue(%d), asyncio.Queue(%d)", g.n(3), g.n(2))
		g.line("Q2 = asyncio.%sQueue(%d)", g.pick("Priority", "Lifo"), g.n(3))
		g.line("F = [loop.create_future() for _ in range(3)]")
		if g.since(11) {
			g.line("R0 = asyncio.Barrier(%d)", 1+g.n(3))
		}
		g.line("T.append(asyncio.current_task())")
		for range 1 + g.n(4) {
			g.spawn()
		}
		g.body(2 + g.n(6))
		switch g.n(5) {
		case 0:
		case 1:
			g.line("show(await asyncio.gather(*T[1:], return_exceptions=True))")
		default:
			g.line("if len(T) > 1:")
			g.block(func() {
				g.line("done, pending = await asyncio.wait(T[1:], timeout=%s)", g.pick("0.5", "3", "20"))
				g.line("show('done', len(done), 'pending', len(pending))")
				if g.one(2) {
					g.line("for x in T[1:]:")
					g.block(func() { g.line("x.cancel()") })
					g.line("await asyncio.sleep(%s)", g.delay())
				}
			})
		}
		g.line("return 'main'")
	})
}

// runner runs main and tells how it ended, and in what state all else is.
func (g *asyncGenerator) runner() {
	g.line(AsyncRun)
	g.line("try:")
	g.block(func() {
		switch {
		case g.one(4):
			g.line("loop = asyncio.new_event_loop()")
			g.line("asyncio.set_event_loop(loop)")
			g.line("try:")
			g.block(func() {
				g.line("show(loop.run_until_complete(main()))")
				if g.one(3) {
					g.line("show(loop.run_until_complete(w0()))")
				}
			})
			g.line("finally:")
			g.block(func() {
				if g.one(2) {
					g.line("loop.run_until_complete(loop.shutdown_asyncgens())")
				}
				g.line("loop.close()")
			})
		case g.since(11) && g.one(4):
			g.line("with asyncio.Runner() as runner:")
			g.block(func() {
				g.line("show(runner.run(main()))")
				if g.one(3) {
					g.line("show(runner.run(w1(), context=contextvars.copy_context()))")
				}
			})
		default:
			g.line("show(asyncio.run(main()))")
		}
	})
	g.line("except BaseException as e:")
	g.block(func() { g.line("show('main failed', e)") })
	g.line("for x in T:")
	g.block(func() { g.line("show(x.get_name(), state(x))") })
	g.line("if loop is None or asyncio.all_tasks(loop):")
	g.block(func() { g.line("QUIET[0] = True  # what is collected in a ring has no order") })
	g.line("del T[:], x")
	g.line("L0 = L1 = S0 = B0 = C0 = E0 = E1 = Q0 = Q1 = Q2 = F = R0 = loop = runner = None")
	g.line("asyncio.set_event_loop(None)")
	g.line("show('forgotten')")
	g.line("gc.collect()")
	g.line("show('end')")
}

func (g *asyncGenerator) body(n int) {
	for range n {
		g.statement()
	}
}

// inside writes a block of a few statements, which is never empty.
func (g *asyncGenerator) inside(n int) {
	g.depth++
	g.block(func() { g.body(1 + g.n(n)) })
	g.depth--
}

// guarded writes statements that may fail, mostly such that what follows runs.
func (g *asyncGenerator) guarded(body func()) {
	switch g.n(8) {
	case 0, 1:
		body()
	case 2:
		g.line("try:")
		g.block(body)
		g.line("except BaseException as e:")
		g.block(func() {
			g.line("show('!!', e)")
			if g.one(2) {
				g.line("raise")
			}
		})
	case 3:
		g.line("try:")
		g.block(body)
		g.line("except (Exception, asyncio.CancelledError) as e:")
		g.block(func() { g.line("show('!', e)"); g.cleanup() })
	default:
		g.line("try:")
		g.block(body)
		g.line("except Exception as e:")
		g.block(func() { g.line("show('!', e)") })
	}
}

// label makes printed lines tell from where they come.
func (g *asyncGenerator) label() string {
	g.names++
	return fmt.Sprintf("'%d'", g.names)
}

// showing prints what awaiting gives.
func (g *asyncGenerator) showing(awaited string) {
	g.guarded(func() { g.line("show(%s, await %s)", g.label(), awaited) })
}

func joined(list []string) string { return strings.Join(list, ", ") }
