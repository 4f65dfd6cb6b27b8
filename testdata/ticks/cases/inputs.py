"""Readers and writers among callbacks and timers."""
import os
import socket


def reader_after_ready_before_timer(log, loop):
    r, w = os.pipe()
    loop.add_reader(r, lambda: (log("reader"), loop.remove_reader(r)))
    os.write(w, b"!")
    loop.call_at(0, log, "timer")
    loop.call_soon(log, "ready")
    loop.call_later(1, loop.stop)
    loop.run_forever()
    os.close(r)
    os.close(w)


def reader_sees_write_of_callback_next_tick(log, loop):
    r, w = os.pipe()
    loop.add_reader(r, lambda: (log("read %s" % os.read(r, 9).decode()), loop.stop()))
    loop.call_soon(lambda: (log("write"), os.write(w, b"hello")))
    loop.run_forever()
    loop.remove_reader(r)
    os.close(r)
    os.close(w)


def reader_called_each_tick_until_read(log, loop):
    r, w = os.pipe()
    seen = []

    def readable():
        seen.append(1)
        log("readable")
        if len(seen) == 3:
            os.read(r, 9)
    loop.add_reader(r, readable)
    os.write(w, b"!")
    loop.call_later(1, loop.stop)
    loop.run_forever()
    loop.remove_reader(r)
    os.close(r)
    os.close(w)


def reader_before_writer_of_one_socket(log, loop):
    here, there = socket.socketpair()
    here.setblocking(False)
    loop.add_writer(here, lambda: (log("writer"), loop.remove_writer(here)))
    loop.add_reader(here, lambda: (log("reader"), loop.remove_reader(here)))
    there.send(b"!")
    loop.call_later(1, loop.stop)
    loop.run_forever()
    here.close()
    there.close()


def reader_replaced(log, loop):
    r, w = os.pipe()
    loop.add_reader(r, log, "old")
    loop.add_reader(r, lambda: (log("new"), os.read(r, 9)))
    os.write(w, b"!")
    loop.call_later(1, loop.stop)
    loop.run_forever()
    log("removed %s" % loop.remove_reader(r))
    log("removed %s" % loop.remove_reader(r))
    os.close(r)
    os.close(w)


def reader_removed_by_ready_callback(log, loop):
    """The removal comes in the tick that has already queued the reader."""
    r, w = os.pipe()
    loop.add_reader(r, lambda: log("reader"))
    os.write(w, b"!")
    loop.call_soon(lambda: (log("remove"), loop.remove_reader(r)))
    loop.call_later(1, loop.stop)
    loop.run_forever()
    os.close(r)
    os.close(w)


async def future_set_by_reader(log, loop):
    r, w = os.pipe()
    arrived = loop.create_future()

    def readable():
        log("reader")
        loop.remove_reader(r)
        arrived.set_result(os.read(r, 9).decode())
    loop.add_reader(r, readable)
    loop.call_later(2, os.write, w, b"word")
    value = await arrived
    log("woken")
    os.close(r)
    os.close(w)
    return value
