package script_test

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"asyncio/future"
	"asyncio/loop"
	"asyncio/script"
)

// A function of the host that takes its time: its work is done on another
// goroutine while the program's tasks go on.
func ExampleAsyncFunc() {
	program, _ := script.Compile([]byte(`
import asyncio

async def main():
    print(await asyncio.gather(fetch("a"), fetch("b")))
    try:
        await fetch("")
    except RuntimeError as e:
        print("caught:", e)

asyncio.run(main())
`), "prog.py")
	fetch := func(l *loop.Loop, args []any) (future.Awaitable, error) {
		f := future.New(l)
		done, err := l.RegisterPending()
		if err != nil {
			return nil, err
		}
		key := args[0].(string)
		go func() { // the slow work
			done(func() error {
				switch {
				case f.Done(): // the program has cancelled it
					return nil
				case key == "":
					return f.SetException(errors.New("no key"))
				}
				return f.SetResult("page " + key)
			})
		}()
		return f, nil
	}
	var out strings.Builder
	i := script.New(script.Options{Stdout: &out, Virtual: true})
	i.Set("fetch", fetch)
	err := i.Run(program)
	fmt.Println(out.String()+"ended with", err, i.Close())
	// Output:
	// ['page a', 'page b']
	// caught: no key
	// ended with <nil> <nil>
}

// The host has the main loop: it runs the program's loop an iteration at a time
// and does its own work in between.
func ExampleLoop() {
	program, _ := script.Compile([]byte(`
import asyncio

async def count(n):
    for k in range(n):
        say("program", k)
        await asyncio.sleep(1)
    return n * 10
`), "prog.py")
	i := script.New(script.Options{Virtual: true})
	defer i.Close()
	i.Set("say", func(args []any) (any, error) { _, err := fmt.Println(args...); return nil, err })
	if err := i.Run(program); err != nil {
		panic(err)
	}
	l, err := i.NewLoop()
	if err != nil {
		panic(err)
	}
	defer l.Close()
	call, err := l.Call("count", 2)
	if err != nil {
		panic(err)
	}
	for !call.Done() {
		if wait, ok := l.Next(); ok && wait > 0 {
			fmt.Println("host: nothing to do for", wait.Round(time.Millisecond))
		}
		if err := l.RunOnce(-1); err != nil {
			panic(err)
		}
	}
	fmt.Println(call.Result())
	// Output:
	// program 0
	// host: nothing to do for 1s
	// program 1
	// host: nothing to do for 1s
	// 20 <nil>
}
