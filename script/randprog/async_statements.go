package randprog

import "fmt"

// statement writes one statement of a coroutine.
func (g *asyncGenerator) statement() {
	g.lines++
	if g.depth > 3 || g.lines > 24 {
		g.line("await asyncio.sleep(%s)", g.delay())
		return
	}
	kinds := []func(){
		g.pause, g.pause, g.pause,
		g.spawn, g.spawn,
		g.cancel, g.cancel,
		g.awaiting, g.awaiting, g.awaiting,
		g.compose, g.compose, g.compose,
		g.holding, g.holding, g.holding,
		g.condition,
		g.event, g.event,
		g.queue, g.queue, g.queue,
		g.callback, g.callback,
		g.settle, g.settle,
		g.iterate,
		g.attempt, g.attempt,
		g.repeat,
		g.look,
		g.rare,
	}
	if g.since(11) {
		kinds = append(kinds, g.timeout, g.timeout, g.group, g.group, g.barrier)
	}
	kinds[g.n(len(kinds))]()
}

func (g *asyncGenerator) pause() {
	if g.one(3) {
		g.line("show(%s, await asyncio.sleep(%s, a))", g.label(), g.delay())
		return
	}
	g.line("await asyncio.sleep(%s)", g.delay())
}

// coroutine is a call of a worker behind this one, or of a coroutine of asyncio.
func (g *asyncGenerator) coroutine() string {
	if g.now+1 >= g.workers || g.one(4) {
		return g.pick("asyncio.sleep("+g.delay()+", 'slept')", "E0.wait()", "Q0.get()", "L0.acquire()", "Q1.put(a)",
			"asyncio.wait_for(E1.wait(), "+g.delay()+")", "S0.acquire()")
	}
	return fmt.Sprintf("w%d(%d)", g.now+1+g.n(g.workers-g.now-1), g.n(9))
}

// awaitable is an expression to be awaited.
func (g *asyncGenerator) awaitable() string {
	switch g.n(14) {
	case 0, 1, 2, 3, 4:
		return g.coroutine()
	case 5, 6, 7:
		return fmt.Sprintf("later(%d)", g.n(8))
	case 8:
		return fmt.Sprintf("F[%d]", g.n(3))
	case 9:
		return fmt.Sprintf("asyncio.shield(%s)", g.shieldable())
	case 10:
		return fmt.Sprintf("asyncio.gather(%s, %s)", g.coroutine(), g.coroutine())
	case 11:
		return "Bare()"
	case 12:
		return fmt.Sprintf("Through(%s)", g.pick("Bare()", "F[0]", "Odd()", "asyncio.ensure_future(asyncio.sleep(0.1, 's'))", "asyncio.gather()"))
	}
	return g.pick("Odd()", "asyncio.gather()", "Through(F[1])", "asyncio.wrap_future(asyncio.ensure_future(E0.wait()))")
}

func (g *asyncGenerator) shieldable() string {
	return g.pick(g.coroutine(), fmt.Sprintf("later(%d)", g.n(8)), fmt.Sprintf("F[%d]", g.n(3)))
}

func (g *asyncGenerator) spawn() {
	name := ""
	if g.one(3) {
		name = ", " + g.pick("'x'", "'y'", "a")
	}
	g.line("spawn(%s%s)", g.coroutine(), name)
}

func (g *asyncGenerator) cancel() {
	target := fmt.Sprintf("t(%d)", g.n(9))
	switch g.n(8) {
	case 0:
		target = fmt.Sprintf("F[%d]", g.n(3))
	case 1:
		target = "asyncio.current_task()"
	}
	message := ""
	if g.since(9) && g.one(3) {
		message = g.pick("'m'", "msg='m'", "a", "None")
	}
	g.line("show(%s, %s.cancel(%s))", g.label(), target, message)
	if g.since(11) && g.one(6) {
		g.line("show(t(%d).cancelling(), asyncio.current_task().uncancel())", g.n(5))
	}
}

func (g *asyncGenerator) awaiting() { g.showing(g.awaitable()) }

// compose waits for several things at once, or for a time.
func (g *asyncGenerator) compose() {
	switch g.n(8) {
	case 0, 1:
		g.showing(fmt.Sprintf("asyncio.wait_for(%s, %s)", g.awaitable(), g.pick(g.delay(), g.delay(), "None")))
	case 2, 3:
		g.showing(fmt.Sprintf("asyncio.gather(%s, %s%s)", g.awaitable(), g.awaitable(), g.pick("", ", return_exceptions=True")))
	case 4:
		g.guarded(func() {
			g.line("done, pending = await asyncio.wait([%s]%s%s)", joined(g.futures()),
				g.pick("", ", timeout="+g.delay()), g.pick("", ", return_when=asyncio.FIRST_COMPLETED", ", return_when=asyncio.FIRST_EXCEPTION"))
			g.line("show(%s, {state(f) for f in done}, len(pending))", g.label())
		})
	case 5:
		g.guarded(func() {
			g.line("for f in asyncio.as_completed([%s]%s):", joined(g.fresh()), g.pick("", ", timeout="+g.delay()))
			g.block(func() {
				g.line("show(%s, await f)", g.label())
				if g.one(4) {
					g.line("break")
				}
			})
		})
	case 6:
		g.guarded(func() {
			g.line("f = asyncio.shield(%s)", g.shieldable())
			g.line("await asyncio.sleep(%s)", g.delay())
			g.line("show(%s, f.cancel(%s))", g.label(), "")
			g.line("show(%s, await f)", g.label())
		})
	default:
		g.guarded(func() {
			g.line("f = asyncio.gather(%s, %s%s)", g.awaitable(), g.awaitable(), g.pick("", ", return_exceptions=True"))
			g.line("f.add_done_callback(lambda f: show(%s, state(f)))", g.label())
			g.line("await asyncio.sleep(%s)", g.delay())
			if g.one(2) {
				g.line("show(%s, f.cancel())", g.label())
			}
			g.line("show(%s, await f)", g.label())
		})
	}
}

func (g *asyncGenerator) futures() []string {
	var list []string
	for range 1 + g.n(3) {
		list = append(list, g.pick(fmt.Sprintf("later(%d)", g.n(8)), fmt.Sprintf("F[%d]", g.n(3)),
			"asyncio.ensure_future("+g.coroutine()+")"))
	}
	return list
}

func (g *asyncGenerator) fresh() []string {
	var list []string
	for range 1 + g.n(3) {
		list = append(list, "asyncio.ensure_future("+g.coroutine()+")")
	}
	return list
}

// holding holds a lock or a permit, by a with statement or by hand.
func (g *asyncGenerator) holding() {
	lock := g.pick("L0", "L0", "L1", "S0", "B0")
	switch g.n(5) {
	case 0:
		g.guarded(func() { g.line("%s.release()", lock) })
	case 1:
		g.guarded(func() {
			g.line("show(%s, await %s.acquire())", g.label(), lock)
			g.line("try:")
			g.inside(2)
			g.line("finally:")
			g.block(func() { g.line("%s.release()", lock) })
		})
	case 2:
		g.guarded(func() {
			g.line("await asyncio.wait_for(%s.acquire(), %s)", lock, g.delay())
			g.line("await asyncio.sleep(%s)", g.delay())
			g.line("%s.release()", lock)
		})
	default:
		g.guarded(func() {
			g.line("async with %s:", lock)
			g.depth++
			g.block(func() {
				g.line("show(%s, 'holds', %s.locked())", g.label(), lock)
				g.body(1 + g.n(2))
			})
			g.depth--
		})
	}
}

func (g *asyncGenerator) condition() {
	g.guarded(func() {
		g.line("async with C0:")
		g.block(func() {
			switch g.n(6) {
			case 0:
				g.line("show(%s, await C0.wait())", g.label())
			case 1:
				g.line("show(%s, await asyncio.wait_for(C0.wait(), %s))", g.label(), g.delay())
			case 2:
				g.line("show(%s, await asyncio.wait_for(C0.wait_for(lambda: N['n'] > %d), %s))", g.label(), g.n(4), g.pick("0.5", "1", "None"))
			case 3:
				g.line("N['n'] += 1")
				g.line("C0.notify_all()")
			default:
				g.line("N['n'] += 1")
				g.line("C0.notify(%d)", g.n(3))
			}
		})
	})
	if g.one(8) {
		g.guarded(func() { g.line("C0.notify()") })
	}
}

func (g *asyncGenerator) event() {
	e := g.pick("E0", "E1")
	switch g.n(4) {
	case 0:
		g.line("%s.clear()", e)
	case 1:
		g.showing(e + ".wait()")
	case 2:
		g.showing(fmt.Sprintf("asyncio.wait_for(%s.wait(), %s)", e, g.delay()))
	default:
		g.line("%s.set()", e)
	}
}

func (g *asyncGenerator) barrier() {
	switch g.n(6) {
	case 0:
		g.line("await R0.reset()")
	case 1:
		if g.one(3) {
			g.line("await R0.abort()")
		} else {
			g.line("show(R0.n_waiting, R0.broken, R0.parties)")
		}
	case 2:
		g.guarded(func() {
			g.line("async with R0 as place:")
			g.block(func() { g.line("show(%s, place)", g.label()) })
		})
	case 3:
		g.showing("asyncio.wait_for(R0.wait(), " + g.delay() + ")")
	default:
		g.showing("R0.wait()")
	}
}

func (g *asyncGenerator) queue() {
	q := g.pick("Q0", "Q0", "Q1", "Q2")
	switch g.n(12) {
	case 0, 1:
		g.guarded(func() { g.line("await %s.put(%d)", q, g.n(9)) })
	case 2, 3:
		g.showing(q + ".get()")
	case 4:
		g.guarded(func() { g.line("%s.put_nowait(%d)", q, g.n(9)) })
	case 5:
		g.guarded(func() { g.line("show(%s, %s.get_nowait())", g.label(), q) })
	case 6:
		g.guarded(func() { g.line("%s.task_done()", q) })
	case 7:
		g.showing(fmt.Sprintf("asyncio.wait_for(%s.join(), %s)", q, g.delay()))
	case 8:
		g.showing(fmt.Sprintf("asyncio.wait_for(%s.get(), %s)", q, g.delay()))
	case 9:
		g.guarded(func() { g.line("await asyncio.wait_for(%s.put(%d), %s)", q, g.n(9), g.delay()) })
	case 10:
		if g.since(13) && g.one(2) {
			g.line("%s.shutdown(%s)", q, g.pick("", "", "immediate=True"))
			return
		}
		g.line("show(%s, %s.qsize(), %s.empty(), %s.full())", g.label(), q, q, q)
	default:
		g.guarded(func() {
			g.line("for i in range(%d):", 1+g.n(3))
			g.block(func() { g.line("await %s.put(i)", q) })
		})
	}
}

// callback has the loop call something.
func (g *asyncGenerator) callback() {
	var action string
	switch g.n(9) {
	case 0:
		action = fmt.Sprintf("t(%d).cancel()", g.n(9))
	case 1:
		action = fmt.Sprintf("F[%d].done() or F[%d].set_result(%s)", 0, 0, g.label())
	case 2:
		action = g.pick("E0.set()", "E1.set()", "E0.clear()")
	case 3:
		action = "1 / 0"
	case 4:
		action = fmt.Sprintf("Q0.put_nowait(%d)", g.n(9))
	case 5:
		action = g.pick("L0.release()", "S0.release()")
	case 6:
		action = fmt.Sprintf("F[%d].cancel()", g.n(3))
	default:
		action = fmt.Sprintf("show(%s, 'called')", g.label())
	}
	switch g.n(7) {
	case 0, 1:
		g.line("loop.call_soon(lambda: %s)", action)
	case 2:
		g.line("loop.call_soon_threadsafe(lambda: %s)", action)
	case 3:
		g.line("loop.call_at(loop.time() + %s, lambda: %s)", g.delay(), action)
	case 4:
		g.line("h = loop.call_later(%s, lambda: %s)", g.delay(), action)
		g.line("loop.call_later(%s, h.cancel)", g.delay())
	case 5:
		g.line("t(%d).add_done_callback(lambda f: %s)", g.n(9), action)
	default:
		g.line("loop.call_later(%s, lambda: %s)", g.delay(), action)
	}
}

// settle gives a future its outcome.
func (g *asyncGenerator) settle() {
	f := fmt.Sprintf("F[%d]", g.n(3))
	switch g.n(5) {
	case 0:
		g.guarded(func() {
			g.line("%s.set_exception(%s)", f, g.pick("ValueError(a)", "KeyError", "asyncio.TimeoutError()", "StopIteration(1)"))
		})
	case 1:
		g.line("%s = loop.create_future()", f)
	case 2:
		g.line("%s.add_done_callback(lambda f: show(%s, state(f)))", f, g.label())
	default:
		g.guarded(func() { g.line("%s.set_result(%s)", f, g.pick("a", "'r'", "None", "[1]")) })
	}
}

// iterate takes an asynchronous generator's items, or plays with it by hand.
func (g *asyncGenerator) iterate() {
	gen := fmt.Sprintf("g%d(%d)", g.n(2), g.n(5))
	switch g.n(5) {
	case 0:
		g.guarded(func() {
			g.line("it = %s", gen)
			g.line("show(%s, await it.__anext__())", g.label())
			g.line("show(%s, await it.asend('s'))", g.label())
			switch g.n(3) {
			case 0:
				g.line("show(%s, await it.athrow(ValueError('v')))", g.label())
			case 1:
				g.line("await it.aclose()")
			}
		})
	case 1:
		g.guarded(func() { g.line("show(%s, [x async for x in %s])", g.label(), gen) })
	case 2:
		g.guarded(func() {
			g.line("it = %s", gen)
			g.line("show(%s, await asyncio.wait_for(it.__anext__(), %s))", g.label(), g.delay())
			g.line("show(%s, await it.aclose())", g.label())
		})
	default:
		g.guarded(func() {
			g.line("async for x in %s:", gen)
			g.depth++
			g.block(func() {
				g.line("show(%s, x)", g.label())
				if g.one(3) {
					g.line("break")
				} else {
					g.statement()
				}
			})
			g.depth--
		})
	}
}

func (g *asyncGenerator) attempt() {
	switch g.n(4) {
	case 0:
		g.line("try:")
		g.inside(3)
		g.line("except asyncio.CancelledError as e:")
		g.block(func() { g.line("show(%s, e)", g.label()); g.cleanup() })
	case 1:
		g.line("try:")
		g.inside(3)
		g.line("finally:")
		g.block(func() { g.line("show(%s, 'finally')", g.label()); g.pause() })
	case 2:
		g.guarded(func() {
			g.line("async with Guard(%s, %s, %s, %s):", g.label(), g.delay(), g.delay(), g.pick("False", "False", "True"))
			g.inside(2)
		})
	default:
		g.guarded(func() { g.line("raise %s", g.failure()) })
	}
}

func (g *asyncGenerator) repeat() {
	if g.loops > 0 {
		g.pause()
		return
	}
	g.loops++
	g.line("for i in range(%d):", 2+g.n(2))
	g.inside(3)
	g.loops--
}

// look prints what things say of themselves.
func (g *asyncGenerator) look() {
	what := []string{fmt.Sprintf("t(%d)", g.n(9)), fmt.Sprintf("F[%d]", g.n(3)), "L0", "S0", "C0", "E0", "Q0", "Q2",
		"len(asyncio.all_tasks())", "VAR.get()", fmt.Sprintf("state(t(%d))", g.n(9)), "asyncio.current_task()",
		"[depth(x) for x in T if x is not asyncio.current_task()]"}
	if g.since(11) {
		what = append(what, "R0", fmt.Sprintf("t(%d).cancelling()", g.n(9)))
	}
	g.line("show(%s, %s)", g.label(), g.pick(what...))
}

// rare is what programs seldom do.
func (g *asyncGenerator) rare() {
	switch g.n(9) {
	case 0:
		g.line("VAR.set(VAR.get() + 1)")
	case 1:
		g.line("gc.collect()")
	case 2:
		g.guarded(func() {
			g.line("show(%s, await loop.run_in_executor(None, lambda: %s))", g.label(), g.pick("a + 1", "1 / 0", "VAR.get()", "__import__('time').sleep(0.2)"))
		})
	case 3:
		g.line("await asyncio.sleep(%s)", g.delay())
		if g.one(3) {
			g.line("raise %s", g.pick("SystemExit(3)", "KeyboardInterrupt"))
		}
	case 4:
		if g.one(3) {
			g.line("loop.call_later(%s, signal.raise_signal, signal.SIGINT)", g.delay())
		} else {
			g.line("loop.add_signal_handler(signal.SIGTERM, lambda: show('signal'))")
			g.line("loop.call_later(%s, signal.raise_signal, signal.SIGTERM)", g.delay())
		}
	case 5:
		g.guarded(func() {
			g.line("await asyncio.wait_for(asyncio.wrap_future(asyncio.run_coroutine_threadsafe(%s, loop)), %s)", g.coroutine(), g.delay())
		})
	case 6:
		g.line("%s", g.coroutine()) // nobody awaits it
	case 7:
		if g.since(12) {
			g.line("loop.set_task_factory(%s)", g.pick("asyncio.eager_task_factory", "None"))
			return
		}
		g.line("loop.set_task_factory(lambda loop, coro, **k: asyncio.Task(coro, loop=loop, **k))")
	default:
		g.guarded(func() {
			g.line("show(%s, (await asyncio.gather(%s, return_exceptions=True))[0])", g.label(), g.awaitable())
		})
	}
}

// timeout bounds a block.
func (g *asyncGenerator) timeout() {
	g.guarded(func() {
		how := fmt.Sprintf("asyncio.timeout(%s)", g.pick(g.delay(), g.delay(), "None"))
		if g.one(4) {
			how = fmt.Sprintf("asyncio.timeout_at(loop.time() + %s)", g.delay())
		}
		g.line("async with %s as tm:", how)
		g.depth++
		g.block(func() {
			g.body(1 + g.n(2))
			if g.one(4) {
				g.line("tm.reschedule(%s)", g.pick("loop.time() + "+g.delay(), "None"))
				g.statement()
			}
		})
		g.depth--
		g.line("show(%s, tm.expired())", g.label())
	})
}

// group runs a task group.
func (g *asyncGenerator) group() {
	g.guarded(func() {
		g.line("async with asyncio.TaskGroup() as tg:")
		g.depth++
		g.block(func() {
			for range 1 + g.n(3) {
				keep := ""
				if g.one(2) {
					keep = "T.append"
				}
				g.line("%s(tg.create_task(%s))", keep, g.coroutine())
			}
			if g.one(2) {
				g.statement()
			}
		})
		g.depth--
		g.line("show(%s, 'group is over')", g.label())
	})
}
