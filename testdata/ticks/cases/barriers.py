"""Barrier (3.11 and later)."""
import asyncio

from .tools import since
from .turns import all_of, at_once, attempt, spin, state


def _arrive(log, loop, barrier, names):
    return [loop.create_task(attempt(log, name, barrier.wait())) for name in names]


@since(3, 11)
async def barrier_bad_parties(log, loop):
    at_once(log, "0", asyncio.Barrier, 0)
    at_once(log, "-1", asyncio.Barrier, -1)


@since(3, 11)
async def barrier_three_arrive(log, loop):
    barrier = asyncio.Barrier(3)
    log("%s, parties %d" % (state(barrier), barrier.parties))
    tasks = _arrive(log, loop, barrier, "ab")
    await spin()
    log("%s, n_waiting %d" % (state(barrier), barrier.n_waiting))
    tasks += _arrive(log, loop, barrier, "c")
    await spin()
    log("%s, n_waiting %d" % (state(barrier), barrier.n_waiting))
    await all_of(tasks)
    log(state(barrier))


@since(3, 11)
async def barrier_for_one(log, loop):
    barrier = asyncio.Barrier(1)
    for _ in range(2):
        await attempt(log, "main", barrier.wait())
        log(state(barrier))


@since(3, 11)
async def barrier_two_rounds(log, loop):
    barrier = asyncio.Barrier(2)

    async def walk(name):
        for turn in range(3):
            log("%s arrives, turn %d" % (name, turn))
            log("%s passes as %d" % (name, await barrier.wait()))
    await all_of([loop.create_task(walk(name)) for name in "ab"])


@since(3, 11)
async def barrier_more_than_its_parties(log, loop):
    barrier = asyncio.Barrier(2)
    tasks = _arrive(log, loop, barrier, "abcde")
    await spin(8)
    log(state(barrier))
    tasks += _arrive(log, loop, barrier, "f")
    await all_of(tasks)


@since(3, 11)
async def barrier_newcomer_while_it_drains(log, loop):
    barrier = asyncio.Barrier(3)
    tasks = _arrive(log, loop, barrier, "abc")
    await spin()
    log(state(barrier))
    tasks += _arrive(log, loop, barrier, "de")
    await spin(4)
    log(state(barrier))
    await attempt(log, "main", barrier.wait())
    await all_of(tasks)


@since(3, 11)
async def barrier_reset_unused(log, loop):
    barrier = asyncio.Barrier(2)
    await attempt(log, "reset", barrier.reset())
    log(state(barrier))


@since(3, 11)
async def barrier_reset_with_waiters(log, loop):
    barrier = asyncio.Barrier(3)
    tasks = _arrive(log, loop, barrier, "ab")
    await spin()
    await attempt(log, "reset", barrier.reset())
    log(state(barrier))
    tasks += _arrive(log, loop, barrier, "cde")
    await all_of(tasks)
    log(state(barrier))


@since(3, 11)
async def barrier_reset_twice(log, loop):
    barrier = asyncio.Barrier(3)
    tasks = _arrive(log, loop, barrier, "ab")
    await spin()
    await barrier.reset()
    await barrier.reset()
    log(state(barrier))
    await all_of(tasks)


@since(3, 11)
async def barrier_reset_while_it_drains(log, loop):
    barrier = asyncio.Barrier(3)
    tasks = _arrive(log, loop, barrier, "abc")
    await spin()
    await attempt(log, "reset", barrier.reset())
    log(state(barrier))
    await all_of(tasks)


@since(3, 11)
async def barrier_aborted(log, loop):
    barrier = asyncio.Barrier(3)
    tasks = _arrive(log, loop, barrier, "ab")
    await spin()
    await attempt(log, "abort", barrier.abort())
    log("%s, broken %s, n_waiting %d" % (state(barrier), barrier.broken, barrier.n_waiting))
    await all_of(tasks)
    await attempt(log, "main", barrier.wait())
    await attempt(log, "reset", barrier.reset())
    log("%s, broken %s" % (state(barrier), barrier.broken))


@since(3, 11)
async def barrier_aborted_while_it_drains(log, loop):
    barrier = asyncio.Barrier(3)
    tasks = _arrive(log, loop, barrier, "abc")
    await spin()
    tasks += _arrive(log, loop, barrier, "d")
    await attempt(log, "abort", barrier.abort())
    await all_of(tasks)
    log(state(barrier))


@since(3, 11)
async def barrier_aborted_by_a_task(log, loop):
    barrier = asyncio.Barrier(3)
    tasks = _arrive(log, loop, barrier, "ab")
    tasks.append(loop.create_task(attempt(log, "abort", barrier.abort())))
    tasks += _arrive(log, loop, barrier, "c")
    await all_of(tasks)


@since(3, 11)
async def barrier_waiter_cancelled(log, loop):
    barrier = asyncio.Barrier(3)
    tasks = _arrive(log, loop, barrier, "ab")
    await spin()
    tasks[0].cancel()
    await spin(2)
    log("%s, broken %s" % (state(barrier), barrier.broken))
    tasks += _arrive(log, loop, barrier, "cd")
    await all_of(tasks)
    log(state(barrier))


@since(3, 11)
async def barrier_released_waiter_cancelled(log, loop):
    barrier = asyncio.Barrier(3)
    tasks = _arrive(log, loop, barrier, "abc")
    await spin()
    tasks[0].cancel()
    await all_of(tasks)
    log(state(barrier))


@since(3, 11)
async def barrier_newcomer_cancelled_while_it_drains(log, loop):
    barrier = asyncio.Barrier(3)
    tasks = _arrive(log, loop, barrier, "abcd")
    await spin()
    tasks[3].cancel()
    await all_of(tasks)
    log(state(barrier))


@since(3, 11)
async def barrier_waited_for_in_vain(log, loop):
    barrier = asyncio.Barrier(2)
    await attempt(log, "wait_for", asyncio.wait_for(barrier.wait(), 1))
    log(state(barrier))


@since(3, 11)
async def barrier_as_context(log, loop):
    barrier = asyncio.Barrier(2)

    async def pass_through(name):
        async with barrier as index:
            log("%s inside as %d" % (name, index))
    await all_of([loop.create_task(pass_through(name)) for name in "ab"])
