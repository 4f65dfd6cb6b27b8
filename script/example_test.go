package script_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"asyncio/script"
)

// Globals and functions go in, values come out; the program's time is virtual.
func Example() {
	program, err := script.Compile([]byte(`
import asyncio

async def main():
    await asyncio.sleep(3600)
    return double(n)

result = asyncio.run(main())
print("result:", result)
`), "prog.py")
	if err != nil {
		panic(err)
	}
	var out strings.Builder
	i := script.New(script.Options{Stdout: &out, Virtual: true})
	i.Set("n", 21)
	i.Set("double", func(args []any) (any, error) { return args[0].(int64) * 2, nil })
	err = i.Run(program)
	result, _ := i.Get("result")
	fmt.Println(result, err, i.Close())
	fmt.Print(out.String())
	// Output:
	// 42 <nil> <nil>
	// result: 42
}

// A program is compiled once; interpreters that share it share nothing else.
func ExampleInterp_Run() {
	program, _ := script.Compile([]byte("total = sum(range(n))\nif n == 3: raise ValueError(n)"), "prog.py")
	var wg sync.WaitGroup
	totals, errs := make([]any, 4), make([]error, 4)
	for n := range totals {
		wg.Go(func() {
			i := script.New(script.Options{Limits: script.Limits{Steps: 1_000_000}})
			defer i.Close()
			i.Set("n", n)
			errs[n] = i.Run(program)
			totals[n], _ = i.Get("total")
		})
	}
	wg.Wait()
	fmt.Println(totals)
	var e *script.Error
	if errors.As(errs[3], &e) {
		fmt.Print(e.Text)
	}
	// Output:
	// [0 0 1 3]
	// Traceback (most recent call last):
	//   File "prog.py", line 2, in <module>
	//     if n == 3: raise ValueError(n)
	//                ^^^^^^^^^^^^^^^^^^^
	// ValueError: 3
}
