package script_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"asyncio/script"
)

// bombs are programs that would go on for ever or take all there is, by the
// limit that ends them.
var bombs = map[string][]string{
	"step": {
		"while True: pass",
		"x = lambda: x()\nwhile True:\n  try: x()\n  except RecursionError: pass",
		"def g():\n  while True: yield\nfor _ in g(): pass",
		"def f(): return f\nlist(iter(f, 1))",
		"[1].sort(key=lambda x: [0 for _ in iter(int, 1)])",
		"class D:\n  def __del__(self):\n    while True: pass\nD()",
		"import threading\ndef f():\n  while True: pass\nt = threading.Thread(target=f)\nt.start()\nt.join()",
		"import asyncio\nasync def m():\n  while True: await asyncio.sleep(0)\nasyncio.run(m())",
		"import asyncio\ndef again(l): l.call_soon(again, l)\nl = asyncio.new_event_loop()\nl.call_soon(again, l)\nl.run_forever()",
	},
	"time": {
		"while True: pass",
		"import asyncio\nasync def m():\n  while True: await asyncio.sleep(0)\nasyncio.run(m())",
		"import threading\ndef f():\n  while True: pass\n[threading.Thread(target=f).start() for _ in range(3)]",
		"sum(iter(int, 1))",
	},
	"memory": {
		"'x' * 10**12",
		"[0] * 10**9",
		"bytes(10**9)",
		"bytearray(10**9)",
		"10 ** 10**9",
		"1 << 10**10",
		"'a'.ljust(10**9)",
		"f'{1:>1000000000}'",
		"x = ['y' * 10**6] * 1000\n''.join(x)",
		"x = 'y'\nwhile True: x += x",
		"x = []\nwhile True: x.append([None] * 10)",
		"d = {}\nwhile True: d[len(d)] = str(len(d))",
		"list(range(10**9))",
		"repr(['a' * 10**6] * 10**5)",
		"'%s' * 1000 % (('a' * 10**6,) * 1000)",
		"('a' * 10**6).replace('a', 'b' * 10**6)",
		"('a' * 10**6).translate({97: 'b' * 10**6})",
		"b'a'.join([b'b' * 10**6] * 10**5)",
		"'1'.zfill(10**9), ('\\t' * 1000).expandtabs(10**8)",
		"(1).to_bytes(10**9)",
		"import re\nre.sub('a', 'b' * 10**6, 'a' * 10**6)",
		"import os, random, struct\nos.urandom(10**9), random.getrandbits(10**11)\nstruct.pack('1000000000x')",
		"import asyncio\nq = asyncio.Queue()\nasync def m():\n  while True: await q.put([0] * 1000)\nasyncio.run(m())",
	},
	"output": {
		"while True: print('x' * 100)",
		"import sys\nwhile True: sys.stderr.write('x')",
	},
	"task": {
		"import asyncio\nasync def f(): await asyncio.sleep(1000)\nasync def m():\n  while True: asyncio.create_task(f())\nasyncio.run(m())",
	},
}

// wraps are what a program may try to go on with.
var wraps = []string{
	"%s\n",
	"while True:\n try:\n%s\n except BaseException: pass\n finally: never = True\n",
	"class C:\n def __del__(self): print('NEVER')\nc = C()\ntry:\n%s\nfinally: print('NEVER')\n",
}

// TestLimits: each bomb ends by its limit, whatever the program does about it;
// no Python code runs afterwards, and nothing of it is left in the host.
func TestLimits(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreAnyFunction("runtime.handleEvent"))
	limits := map[string]script.Limits{
		"step":   {Steps: 200_000},
		"time":   {Time: 50 * time.Millisecond},
		"memory": {Memory: 8 << 20, Time: 5 * time.Minute},
		"output": {Output: 10_000},
		"task":   {Tasks: 100},
	}
	for limit, programs := range bombs {
		for _, program := range programs {
			for i, wrap := range wraps[:wrapsTried] {
				text := program
				if i > 0 {
					text = "  " + strings.ReplaceAll(program, "\n", "\n  ")
				}
				src := fmt.Sprintf(wrap, text)
				t.Run(limit+" "+src, func(t *testing.T) {
					out, err := run(src, script.Options{Virtual: true, Limits: limits[limit]})
					var reached *script.LimitError
					if !errors.As(err, &reached) || reached.Limit != limit {
						t.Fatalf("it ended with %v", err)
					}
					if reached.File == "" || reached.Line == 0 {
						t.Errorf("the place is %s:%d", reached.File, reached.Line)
					}
					if strings.Contains(out, "NEVER") || len(out) > 10_000 {
						t.Errorf("it printed %.100q", out)
					}
				})
			}
		}
	}
}
