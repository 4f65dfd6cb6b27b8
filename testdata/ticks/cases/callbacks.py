"""The order of callbacks and timers. Every scenario runs the loop itself."""


def _run(loop):
    """Run until a stop() queued now has had its turn."""
    loop.call_soon(loop.stop)
    loop.run_forever()


def _run_until(loop, seconds):
    loop.call_later(seconds, loop.stop)
    loop.run_forever()


def soon_keeps_order(log, loop):
    for word in ("first", "second", "third"):
        loop.call_soon(log, word)
    _run(loop)


def soon_inside_callback_is_next_tick(log, loop):
    def outer():
        log("outer")
        loop.call_soon(log, "inner")
    loop.call_soon(outer)
    loop.call_soon(log, "neighbour")
    _run_until(loop, 1)


def soon_chain_of_four(log, loop):
    def link(left):
        log("%d left" % left)
        if left:
            loop.call_soon(link, left - 1)
        else:
            loop.stop()
    loop.call_soon(link, 4)
    loop.run_forever()


def soon_two_chains_alternate(log, loop):
    def link(name, left):
        log(name + str(left))
        if left:
            loop.call_soon(link, name, left - 1)
    loop.call_soon(link, "x", 2)
    loop.call_soon(link, "y", 3)
    _run_until(loop, 1)


def later_zero_runs_after_ready(log, loop):
    loop.call_later(0, log, "timer")
    loop.call_soon(log, "ready")
    _run_until(loop, 1)


def later_zero_inside_callback(log, loop):
    def outer():
        loop.call_later(0, log, "timer")
        loop.call_soon(log, "soon")
    loop.call_soon(outer)
    _run_until(loop, 1)


def later_negative_is_due_at_once(log, loop):
    loop.call_later(-5, log, "late already")
    loop.call_later(0.5, log, "half a second")
    loop.call_soon(log, "ready")
    _run_until(loop, 1)


def later_in_order_of_time(log, loop):
    for delay in (3, 1, 2):
        loop.call_later(delay, log, "after %d" % delay)
    _run_until(loop, 4)


def at_moment_in_the_past(log, loop):
    loop.call_at(5, log, "five")
    loop.call_at(3, log, "three")
    loop.call_at(4, log, "four")
    loop.call_soon(log, "ready")
    _run(loop)


def timer_sets_timer(log, loop):
    def first():
        log("first")
        loop.call_later(1, log, "second")
    loop.call_later(1, first)
    loop.call_later(1.5, log, "between")
    _run_until(loop, 3)


def timer_and_its_soon(log, loop):
    when = loop.time() + 1

    def timer(name):
        log(name)
        loop.call_soon(log, "soon of " + name)
    loop.call_at(when, timer, "a")
    loop.call_at(when, timer, "b")
    _run_until(loop, 2)


def _ties(count):
    """Nothing but the equal timers is in the heap: the last one run stops the loop."""
    def scenario(log, loop):
        left = list(range(count))

        def timer(number):
            log("timer %d" % number)
            left.remove(number)
            if not left:
                loop.stop()
        when = loop.time() + 1
        for number in range(count):
            loop.call_at(when, timer, number)
        loop.run_forever()
    return scenario


def equal_timers_2(log, loop):
    _ties(2)(log, loop)


def equal_timers_3(log, loop):
    _ties(3)(log, loop)


def equal_timers_4(log, loop):
    _ties(4)(log, loop)


def equal_timers_5(log, loop):
    _ties(5)(log, loop)


def equal_timers_6(log, loop):
    _ties(6)(log, loop)


def equal_timers_7(log, loop):
    _ties(7)(log, loop)


def equal_timers_8(log, loop):
    _ties(8)(log, loop)


def equal_timers_9(log, loop):
    _ties(9)(log, loop)


def equal_timers_10(log, loop):
    _ties(10)(log, loop)


def equal_timers_some_cancelled(log, loop):
    when = loop.time() + 1
    timers = [loop.call_at(when, log, "timer %d" % number) for number in range(9)]
    for number in (0, 3, 4):
        timers[number].cancel()
    _run_until(loop, 2)


def equal_timers_between_others(log, loop):
    when = loop.time() + 1
    for number in range(6):
        loop.call_at(when, log, "equal %d" % number)
        loop.call_at(when - 0.01 * (number + 1), log, "early %d" % number)
    _run_until(loop, 2)


def _order_after_cancelling(log, loop, count, cancelled):
    when = loop.time() + 1
    order = []
    timers = [loop.call_at(when, order.append, number) for number in range(count)]
    for timer in timers[1:1 + cancelled]:
        timer.cancel()
    _run_until(loop, 2)
    log(" ".join(map(str, order)))


def timers_100_with_60_cancelled(log, loop):
    """The heap, with the stop timer, holds 101: cancelled ones are swept out."""
    _order_after_cancelling(log, loop, 100, 60)


def timers_99_with_60_cancelled(log, loop):
    """The heap holds 100: too small to be swept."""
    _order_after_cancelling(log, loop, 99, 60)


def timers_120_with_60_cancelled(log, loop):
    """Not more than half of 121 are cancelled: no sweep."""
    _order_after_cancelling(log, loop, 120, 60)


def timers_120_with_61_cancelled(log, loop):
    _order_after_cancelling(log, loop, 120, 61)


def cancelled_handle_is_skipped(log, loop):
    loop.call_soon(log, "a")
    handle = loop.call_soon(log, "b")
    loop.call_soon(log, "c")
    handle.cancel()
    handle.cancel()
    log("cancelled %s" % handle.cancelled())
    _run(loop)


def cancel_handle_queued_behind(log, loop):
    loop.call_soon(lambda: victim.cancel())
    loop.call_soon(log, "between")
    victim = loop.call_soon(log, "victim")
    _run(loop)


def cancel_handle_already_run(log, loop):
    done = loop.call_soon(log, "ran")
    loop.call_soon(lambda: done.cancel())
    loop.call_soon(lambda: log("cancelled %s" % done.cancelled()))
    _run(loop)


def cancelled_timer_costs_no_tick(log, loop):
    loop.call_later(1, log, "never").cancel()
    loop.call_later(2, log, "two")
    _run_until(loop, 3)


def timer_cancels_timer_of_same_tick(log, loop):
    when = loop.time() + 1
    loop.call_at(when, lambda: (log("killer"), victim.cancel()))
    victim = loop.call_at(when, log, "victim")
    loop.call_at(when + 1, log, "after")
    _run_until(loop, 3)


def ready_before_due_timer(log, loop):
    loop.call_at(0, log, "timer")
    loop.call_soon(log, "one")
    loop.call_soon(log, "two")
    _run(loop)


def stop_lets_the_pass_finish(log, loop):
    loop.call_soon(log, "before")
    loop.call_soon(loop.stop)
    loop.call_soon(log, "behind")
    loop.run_forever()
    log("out")


def stop_keeps_what_was_added(log, loop):
    def last():
        log("last")
        loop.call_soon(log, "added")
    loop.call_soon(loop.stop)
    loop.call_soon(last)
    loop.run_forever()
    log("out")
    _run(loop)


def stop_before_running(log, loop):
    loop.call_soon(log, "queued")
    loop.call_later(5, log, "timer")
    loop.stop()
    loop.run_forever()
    log("out")


def stop_twice_counts_once(log, loop):
    loop.stop()
    loop.stop()
    loop.run_forever()
    log("out")
    loop.call_soon(log, "queued")
    _run(loop)


def stop_in_timer(log, loop):
    loop.call_later(1, loop.stop)
    loop.call_later(2, log, "not in the first run")
    loop.run_forever()
    log("out")
    _run_until(loop, 3)


def threadsafe_between_soon(log, loop):
    loop.call_soon(log, "a")
    loop.call_soon_threadsafe(log, "b")
    loop.call_soon(log, "c")
    _run(loop)


def threadsafe_inside_callback(log, loop):
    def outer():
        loop.call_soon_threadsafe(log, "safe")
        loop.call_soon(log, "soon")
        loop.call_later(0, log, "timer")
    loop.call_soon(outer)
    _run_until(loop, 1)


def threadsafe_byte_costs_no_tick(log, loop):
    def hop(left):
        log("hop %d" % left)
        if left:
            loop.call_soon_threadsafe(hop, left - 1)
    hop(3)
    _run_until(loop, 1)


def closed_loop_refuses(log, loop):
    loop.close()
    for name, call in (("call_soon", lambda: loop.call_soon(log, "x")),
                       ("call_soon_threadsafe", lambda: loop.call_soon_threadsafe(log, "x")),
                       ("call_later", lambda: loop.call_later(1, log, "x")),
                       ("call_at", lambda: loop.call_at(1, log, "x")),
                       ("run_forever", loop.run_forever)):
        try:
            call()
        except RuntimeError as error:
            log("%s: %s" % (name, error))


def loop_inside_loop_is_refused(log, loop):
    """In 3.13.0 the refused run makes the loop believe that it does not run."""
    def nested():
        try:
            loop.run_forever()
        except RuntimeError as error:
            log(str(error))
        log("running %s" % loop.is_running())
    loop.call_soon(nested)
    _run(loop)


def close_while_running_is_refused(log, loop):
    def nested():
        try:
            loop.close()
        except RuntimeError as error:
            log(str(error))
    loop.call_soon(nested)
    loop.call_soon(log, "next one")
    _run(loop)
