package script_test

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/script"
)

// TestCallGraph prints who awaits whom, in Python 3.14's words.
func TestCallGraph(t *testing.T) {
	const program = `
import asyncio

async def leaf():
    await event.wait()

async def show():
    asyncio.print_call_graph()
    print(asyncio.capture_call_graph(limit=1).call_stack[0].frame.f_code.co_name)

async def branch():
    await show()

async def main():
    global event
    event = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        gathered = asyncio.gather(leaf(), leaf())
        group.create_task(asyncio.wait_for(asyncio.shield(gathered), 5), name="waits")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task = next(t for t in asyncio.all_tasks() if t.get_coro().__name__ == "leaf")
        task.set_name("leaf")
        asyncio.print_call_graph(task)
        group.create_task(branch(), name="branch")
        event.set()
    print(asyncio.format_call_graph(task), asyncio.capture_call_graph(task).awaited_by)

asyncio.run(main())
for call in asyncio.capture_call_graph, lambda: asyncio.capture_call_graph(3):
    try:
        call()
    except (RuntimeError, TypeError) as e:
        print(e)
print("capture_call_graph" in asyncio.__all__)
`
	const want = `* Task(name='leaf', id=ID)
  + Call stack:
  |   File '<lib>/asyncio/locks.py', line N, in async Event.wait()
  |   File 'graph.py', line N, in async leaf()
  + Awaited by:
    * Future(id=ID)
      + Awaited by:
        * Future(id=ID)
          + Awaited by:
            * Task(name='waits', id=ID)
              + Call stack:
              |   File '<lib>/asyncio/tasks.py', line N, in async wait_for()
              + Awaited by:
                * Task(name='Task-1', id=ID)
                  + Call stack:
                  |   File 'graph.py', line N, in async main()
* Task(name='branch', id=ID)
  + Call stack:
  |   File 'graph.py', line N, in async show()
  |   File 'graph.py', line N, in async branch()
  + Awaited by:
    * Task(name='Task-1', id=ID)
      + Call stack:
      |   File '<lib>/asyncio/taskgroups.py', line N, in async TaskGroup.__aexit__()
      |   File 'graph.py', line N, in async main()
show
* Task(name='leaf', id=ID) ()
capture_call_graph() is called outside of a running event loop and no *future* to introspect was provided
3 object does not appear to be compatible with asyncio.Future
False
`
	p, err := script.Compile([]byte(program), "graph.py")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	i := script.New(script.Options{Stdout: &out, Stderr: &out, Virtual: true})
	if err := i.Run(p); err != nil {
		t.Fatal(err)
	}
	if err := i.Close(); err != nil {
		t.Fatal(err)
	}
	got := regexp.MustCompile(`0x[0-9a-f]+`).ReplaceAllString(out.String(), "ID")
	got = regexp.MustCompile(`line \d+`).ReplaceAllString(got, "line N")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
