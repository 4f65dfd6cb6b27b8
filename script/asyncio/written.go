package asyncio

import (
	"strings"

	"asyncio/script/object"
)

// asWritten says what parameters the functions have in CPython that are written
// in Python there: they can be given by name, and wrong calls are refused so.
func (b *Binding) asWritten(m *object.Module) {
	loopArg, context := "", ""
	if b.takesLoop() {
		loopArg = ", loop=None"
	}
	if b.profile().TaskContext {
		context = ", context=None"
	}
	factory := ""
	if b.profile().EagerTasks {
		factory = ", loop_factory=None"
	}
	functions := `run(main, *, debug=None` + factory + `)
create_task(coro, *, name=None` + context + `)
ensure_future(coro_or_future, *, loop=None)
gather(*coros_or_futures` + loopArg + `, return_exceptions=False)
shield(arg, *` + loopArg + `)
all_tasks(loop=None)
wrap_future(future, *, loop=None)
run_coroutine_threadsafe(coro, loop)
to_thread(func, /, *args, **kwargs)
iscoroutine(obj)
iscoroutinefunction(func)
isfuture(obj)
set_event_loop_policy(policy)
get_event_loop_policy()
new_event_loop()
set_event_loop(loop)
create_eager_task_factory(custom_task_constructor)`
	for line := range strings.Lines(functions) {
		m.Written(strings.TrimSuffix(line, "\n"))
	}
	timeout := ""
	if b.profile().EagerTasks {
		timeout = ", timeout=300"
	}
	methods(b.cls.base, `run_forever(self)
run_until_complete(self, future)
stop(self)
close(self)
is_running(self)
is_closed(self)
time(self)
get_debug(self)
set_debug(self, enabled)
create_future(self)
create_task(self, coro, *, name=None`+context+`)
set_task_factory(self, factory)
get_task_factory(self)
shutdown_asyncgens(self)
shutdown_default_executor(self`+timeout+`)
call_soon(self, callback, *args, context=None)
call_soon_threadsafe(self, callback, *args, context=None)
call_later(self, delay, callback, *args, context=None)
call_at(self, when, callback, *args, context=None)
run_in_executor(self, executor, func, *args)
set_default_executor(self, executor)
set_exception_handler(self, handler)
get_exception_handler(self)
default_exception_handler(self, context)
call_exception_handler(self, context)`)
	methods(b.cls.selector, `add_reader(self, fd, callback, *args)
remove_reader(self, fd)
add_writer(self, fd, callback, *args)
remove_writer(self, fd)`)
	methods(b.cls.loop, `add_signal_handler(self, sig, callback, *args)
remove_signal_handler(self, sig)`)
	methods(b.cls.runner, `run(self, coro, *, context=None)
get_loop(self)
close(self)`)
	methods(b.cls.handle, `cancel(self)
cancelled(self)`)
	methods(b.cls.timer, `when(self)
cancel(self)`)
}

func methods(c *object.Class, headers string) {
	for line := range strings.Lines(headers) {
		c.Written(strings.TrimSuffix(line, "\n"))
	}
}
