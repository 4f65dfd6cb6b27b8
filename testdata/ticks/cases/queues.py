"""Queue, PriorityQueue and LifoQueue."""
import asyncio

from .tools import since
from .turns import all_of, at_once, attempt, refused_loop, spin


def _getters(log, loop, queue, names):
    return [loop.create_task(attempt(log, name, queue.get())) for name in names]


def _putters(log, loop, queue, items):
    return [loop.create_task(attempt(log, "put %s" % item, queue.put(item))) for item in items]


def _filled(queue, items):
    for item in items:
        queue.put_nowait(item)
    return queue


def _drained(queue):
    return [queue.get_nowait() for _ in range(queue.qsize())]


async def queue_put_and_get(log, loop):
    queue = asyncio.Queue()
    log("%s, maxsize %d, empty %s, full %s" % (queue, queue.maxsize, queue.empty(), queue.full()))
    await attempt(log, "put", queue.put("item"))
    log("%s, qsize %d, empty %s, full %s" % (queue, queue.qsize(), queue.empty(), queue.full()))
    await attempt(log, "get", queue.get())
    log(str(queue))


async def queue_without_waiting(log, loop):
    queue = asyncio.Queue(1)
    at_once(log, "get_nowait", queue.get_nowait)
    at_once(log, "put_nowait", queue.put_nowait, 1)
    at_once(log, "put_nowait", queue.put_nowait, 2)
    log("full %s" % queue.full())
    at_once(log, "get_nowait", queue.get_nowait)
    at_once(log, "get_nowait", queue.get_nowait)


async def queue_of_no_size(log, loop):
    for maxsize in (0, -1):
        queue = _filled(asyncio.Queue(maxsize), range(3))
        log("%s, full %s" % (queue, queue.full()))


async def queue_getters_first_come_first(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "abc")
    await spin()
    log(str(queue))
    _filled(queue, (1, 2, 3))
    log(str(queue))
    await all_of(tasks)
    log(str(queue))


async def queue_fewer_items_than_getters(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "abc")
    await spin()
    _filled(queue, (1, 2))
    await spin(3)
    log(str(queue))
    await queue.put(3)
    await all_of(tasks)


async def queue_item_before_its_getter(log, loop):
    queue = _filled(asyncio.Queue(), (1,))
    await all_of(_getters(log, loop, queue, "a") + _putters(log, loop, queue, (2,)) +
                 _getters(log, loop, queue, "b"))


async def queue_item_stolen_from_a_woken_getter(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "a")
    await spin()
    queue.put_nowait(1)
    at_once(log, "main", queue.get_nowait)
    await spin(2)
    log(str(queue))
    queue.put_nowait(2)
    await all_of(tasks)


async def queue_robbed_getter_waits_at_the_end(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "ab")
    await spin()
    queue.put_nowait(1)
    queue.get_nowait()
    await spin(2)
    _filled(queue, (2, 3))
    await all_of(tasks)


async def queue_newcomer_takes_the_item_of_a_woken_getter(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "a")
    await spin()
    queue.put_nowait(1)
    await attempt(log, "main", queue.get())
    await spin()
    queue.put_nowait(2)
    await all_of(tasks)


async def queue_getter_cancelled(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "ab")
    await spin()
    tasks[0].cancel()
    log(str(queue))
    await spin()
    log(str(queue))
    queue.put_nowait(1)
    await all_of(tasks)


async def queue_woken_getter_cancelled(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "ab")
    await spin()
    queue.put_nowait(1)
    tasks[0].cancel()
    await all_of(tasks)


async def queue_only_woken_getter_cancelled(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "a")
    await spin()
    queue.put_nowait(1)
    tasks[0].cancel()
    await all_of(tasks)
    log(str(queue))


async def queue_robbed_getter_cancelled(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "ab")
    await spin()
    queue.put_nowait(1)
    queue.get_nowait()
    tasks[0].cancel()
    await spin(3)
    log("%s, done %s" % (queue, [task.done() for task in tasks]))
    queue.put_nowait(2)
    await all_of(tasks)


async def queue_getter_cancelled_as_the_item_comes(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "ab")
    await spin()
    tasks[0].cancel()
    queue.put_nowait(1)
    log(str(queue))
    await all_of(tasks)


async def queue_two_woken_getters_cancelled(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "abcd")
    await spin()
    _filled(queue, (1, 2))
    tasks[0].cancel()
    tasks[1].cancel()
    await spin(4)
    log(str(queue))
    _filled(queue, (3, 4))
    await all_of(tasks)


async def queue_putters_first_come_first(log, loop):
    queue = _filled(asyncio.Queue(1), (0,))
    tasks = _putters(log, loop, queue, (1, 2, 3))
    await spin()
    log(str(queue))
    for _ in range(4):
        await attempt(log, "get", queue.get())
        await spin(2)
    await all_of(tasks)


async def queue_putters_against_a_busy_getter(log, loop):
    queue = asyncio.Queue(1)
    tasks = _putters(log, loop, queue, (1, 2, 3))
    for _ in range(3):
        await attempt(log, "get", queue.get())
    await all_of(tasks)


async def queue_slot_stolen_from_a_woken_putter(log, loop):
    queue = _filled(asyncio.Queue(1), (0,))
    tasks = _putters(log, loop, queue, (1, 2))
    await spin()
    queue.get_nowait()
    at_once(log, "main", queue.put_nowait, "stolen")
    await spin(2)
    log(str(queue))
    for _ in range(3):
        await attempt(log, "get", queue.get())
        await spin(2)
    await all_of(tasks)


async def queue_putter_cancelled(log, loop):
    queue = _filled(asyncio.Queue(1), (0,))
    tasks = _putters(log, loop, queue, (1, 2))
    await spin()
    tasks[0].cancel()
    await spin()
    log(str(queue))
    queue.get_nowait()
    await all_of(tasks)
    log(str(queue))


async def queue_woken_putter_cancelled(log, loop):
    queue = _filled(asyncio.Queue(1), (0,))
    tasks = _putters(log, loop, queue, (1, 2))
    await spin()
    queue.get_nowait()
    tasks[0].cancel()
    await all_of(tasks)
    log(str(queue))


async def queue_only_woken_putter_cancelled(log, loop):
    queue = _filled(asyncio.Queue(1), (0,))
    tasks = _putters(log, loop, queue, (1,))
    await spin()
    queue.get_nowait()
    tasks[0].cancel()
    await all_of(tasks)
    log(str(queue))


async def queue_waited_for_in_vain(log, loop):
    queue = asyncio.Queue(1)
    await attempt(log, "get", asyncio.wait_for(queue.get(), 1))
    await attempt(log, "put", asyncio.wait_for(queue.put(1), 1))
    await attempt(log, "put", asyncio.wait_for(queue.put(2), 1))
    log(str(queue))


async def queue_filled_by_a_timer(log, loop):
    queue = asyncio.Queue()
    loop.call_later(1, queue.put_nowait, "late")
    await attempt(log, "get", queue.get())


async def queue_producer_and_consumer(log, loop):
    queue = asyncio.Queue(2)

    async def produce():
        for number in range(5):
            await queue.put(number)
            log("put %d" % number)

    async def consume():
        for _ in range(5):
            log("got %d" % await queue.get())
            queue.task_done()
    tasks = [loop.create_task(produce()), loop.create_task(consume())]
    await spin()
    await queue.join()
    log("joined")
    await all_of(tasks)


async def queue_two_workers(log, loop):
    queue = _filled(asyncio.Queue(), range(5))

    async def work(name):
        while True:
            number = await queue.get()
            log("%s works at %d" % (name, number))
            await spin(number)
            queue.task_done()
    tasks = [loop.create_task(work(name)) for name in "ab"]
    await queue.join()
    log("joined, %s" % queue)
    for task in tasks:
        task.cancel()
    await all_of(tasks)
    log(str(queue))


async def queue_task_done_too_often(log, loop):
    queue = asyncio.Queue()
    at_once(log, "task_done", queue.task_done)
    queue.put_nowait(1)
    at_once(log, "task_done", queue.task_done)
    at_once(log, "task_done", queue.task_done)
    log(str(queue))


async def queue_join_of_nothing(log, loop):
    queue = asyncio.Queue()
    await attempt(log, "join", queue.join())


async def queue_join_of_two_items(log, loop):
    queue = _filled(asyncio.Queue(), (1, 2))
    task = loop.create_task(attempt(log, "join", queue.join()))
    for _ in range(2):
        await spin(2)
        queue.get_nowait()
        log("task_done")
        queue.task_done()
    await all_of([task])


async def queue_join_although_a_new_item_came(log, loop):
    queue = _filled(asyncio.Queue(), (1,))
    tasks = [loop.create_task(attempt(log, name, queue.join())) for name in ("join", "other join")]
    await spin()
    queue.task_done()
    queue.put_nowait(2)
    await all_of(tasks)
    log(str(queue))


async def queue_join_cancelled(log, loop):
    queue = _filled(asyncio.Queue(), (1,))
    task = loop.create_task(attempt(log, "join", queue.join()))
    await spin()
    task.cancel()
    await all_of([task])


async def queue_last_in_first_out(log, loop):
    queue = _filled(asyncio.LifoQueue(), (3, 1, 2))
    log(str(queue))
    log(_drained(queue))


async def queue_lifo_with_getters(log, loop):
    queue = asyncio.LifoQueue()
    tasks = _getters(log, loop, queue, "abc")
    await spin()
    _filled(queue, (1, 2, 3))
    await all_of(tasks)


async def queue_by_priority(log, loop):
    queue = _filled(asyncio.PriorityQueue(), (5, 3, 8, 1, 9, 2, 7))
    log(str(queue))
    log(_drained(queue))


async def queue_by_priority_as_they_come(log, loop):
    queue = asyncio.PriorityQueue(3)
    tasks = _putters(log, loop, queue, (5, 4, 3, 2, 1))
    await spin()
    for _ in range(5):
        await attempt(log, "get", queue.get())
    await all_of(tasks)


async def queue_by_priority_with_getters(log, loop):
    queue = asyncio.PriorityQueue()
    tasks = _getters(log, loop, queue, "abc")
    await spin()
    _filled(queue, (3, 1, 2))
    await all_of(tasks)


class Job:
    """Ordered by its rank alone."""

    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return self.name


async def queue_by_priority_with_equal_ranks(log, loop):
    for count in range(2, 11):
        queue = _filled(asyncio.PriorityQueue(), [Job(0, "j%d" % number) for number in range(count)])
        log(_drained(queue))


async def queue_by_priority_with_some_equal_ranks(log, loop):
    queue = asyncio.PriorityQueue()
    for number, rank in enumerate((2, 1, 2, 0, 1, 0, 2, 1, 0)):
        queue.put_nowait(Job(rank, "%d/%d" % (rank, number)))
    log(str(queue))
    first = [queue.get_nowait() for _ in range(4)]
    _filled(queue, [Job(1, "late"), Job(0, "urgent")])
    log(first + _drained(queue))


async def queue_by_priority_without_order(log, loop):
    queue = asyncio.PriorityQueue()
    at_once(log, "put", queue.put_nowait, 1)
    at_once(log, "put", queue.put_nowait, "one")
    log("%s, qsize %d" % (queue, queue.qsize()))
    at_once(log, "task_done", queue.task_done)
    at_once(log, "task_done", queue.task_done)
    at_once(log, "get", queue.get_nowait)
    log(str(queue))


async def queue_in_print(log, loop):
    queue = asyncio.Queue(2)
    tasks = _getters(log, loop, queue, "ab")
    await spin()
    log(str(queue))
    _filled(queue, ("x", 2.5))
    tasks += _putters(log, loop, queue, (None,))
    log(str(queue))
    await all_of(tasks)
    log(str(queue))
    log(str(asyncio.LifoQueue()))
    log(str(asyncio.PriorityQueue(4)))


def queue_of_another_loop(log, loop):
    async def make():
        queue = asyncio.Queue()
        task = loop.create_task(queue.get())
        await spin()
        task.cancel()
        await all_of([task])
        return queue

    async def ask(queue):
        try:
            await queue.get()
        except RuntimeError as error:
            log("refused %s" % refused_loop(error))
        await attempt(log, "put", queue.put(1))
        await attempt(log, "get", queue.get())

    queue = loop.run_until_complete(make())
    other = type(loop)()
    other.run_until_complete(ask(queue))
    other.close()


@since(3, 13)
async def queue_shut_down_empty(log, loop):
    queue = asyncio.Queue()
    at_once(log, "shutdown", queue.shutdown)
    log(str(queue))
    at_once(log, "get_nowait", queue.get_nowait)
    at_once(log, "put_nowait", queue.put_nowait, 1)
    await attempt(log, "get", queue.get())
    await attempt(log, "put", queue.put(1))
    await attempt(log, "join", queue.join())
    at_once(log, "shutdown again", queue.shutdown)


@since(3, 13)
async def queue_shut_down_with_items(log, loop):
    queue = _filled(asyncio.Queue(), (1, 2))
    queue.shutdown()
    log(str(queue))
    await attempt(log, "put", queue.put(3))
    await attempt(log, "get", queue.get())
    at_once(log, "get_nowait", queue.get_nowait)
    at_once(log, "get_nowait", queue.get_nowait)
    await attempt(log, "get", queue.get())
    log(str(queue))


@since(3, 13)
async def queue_shut_down_full(log, loop):
    queue = _filled(asyncio.Queue(1), (1,))
    queue.shutdown()
    at_once(log, "put_nowait", queue.put_nowait, 2)
    await attempt(log, "put", queue.put(2))


@since(3, 13)
async def queue_shut_down_with_getters(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "abc")
    await spin()
    queue.shutdown()
    log(str(queue))
    await all_of(tasks)


@since(3, 13)
async def queue_shut_down_with_a_woken_getter(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "ab")
    await spin()
    queue.put_nowait(1)
    queue.shutdown()
    await all_of(tasks)


@since(3, 13)
async def queue_shut_down_with_putters(log, loop):
    queue = _filled(asyncio.Queue(1), (0,))
    tasks = _putters(log, loop, queue, (1, 2))
    await spin()
    queue.shutdown()
    await all_of(tasks)
    log(str(queue))


@since(3, 13)
async def queue_shut_down_with_a_woken_putter(log, loop):
    queue = _filled(asyncio.Queue(1), (0,))
    tasks = _putters(log, loop, queue, (1, 2))
    await spin()
    queue.get_nowait()
    queue.shutdown()
    await all_of(tasks)
    log(str(queue))


@since(3, 13)
async def queue_shut_down_with_a_cancelled_getter(log, loop):
    queue = asyncio.Queue()
    tasks = _getters(log, loop, queue, "ab")
    await spin()
    tasks[0].cancel()
    queue.shutdown()
    await all_of(tasks)


@since(3, 13)
async def queue_shut_down_at_once(log, loop):
    queue = _filled(asyncio.Queue(3), (1, 2, 3))
    tasks = _putters(log, loop, queue, (4,))
    tasks.append(loop.create_task(attempt(log, "join", queue.join())))
    await spin()
    at_once(log, "shutdown", queue.shutdown, True)
    log(str(queue))
    await all_of(tasks)
    at_once(log, "get_nowait", queue.get_nowait)
    at_once(log, "task_done", queue.task_done)


@since(3, 13)
async def queue_shut_down_at_once_with_work_under_way(log, loop):
    queue = _filled(asyncio.Queue(), (1, 2, 3))
    queue.get_nowait()
    task = loop.create_task(attempt(log, "join", queue.join()))
    await spin()
    queue.shutdown(immediate=True)
    await spin(2)
    log(str(queue))
    queue.task_done()
    await all_of([task])


@since(3, 13)
async def queue_shut_down_then_at_once(log, loop):
    queue = _filled(asyncio.PriorityQueue(), (2, 1))
    queue.shutdown()
    task = loop.create_task(attempt(log, "join", queue.join()))
    await spin(2)
    log(str(queue))
    queue.shutdown(immediate=True)
    log(str(queue))
    await all_of([task])


@since(3, 13)
async def queue_shut_down_while_workers_drain_it(log, loop):
    queue = _filled(asyncio.Queue(), (1, 2, 3))

    async def work(name):
        try:
            while True:
                log("%s got %d" % (name, await queue.get()))
                await spin(2)
                queue.task_done()
        except asyncio.QueueShutDown as error:
            log("%s ends: %r" % (name, error))
    tasks = [loop.create_task(work(name)) for name in "ab"]
    await spin()
    queue.shutdown()
    await queue.join()
    log("joined")
    await all_of(tasks)


async def queue_has_shutdown(log, loop):
    """Before 3.13 the method does not exist."""
    queue = asyncio.Queue()
    try:
        queue.shutdown()
        log("yes")
    except AttributeError as error:
        log("no: %s" % error)
