package bench

import (
	_ "embed"
	"fmt"
	"io"
	"runtime/debug"
	"testing"

	"asyncio/script"
)

//go:embed python/awaiting.py
var awaiting string

// runAwaiting has a coroutine function of awaiting.py do b.N operations in the
// interpreter.
func runAwaiting(b *testing.B, function string) {
	p, err := script.Compile([]byte(fmt.Sprintf("%s\nasyncio.run(%s(%d))\n", awaiting, function, b.N)), "awaiting.py")
	if err != nil {
		b.Fatal(err)
	}
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as aio has it
	in := script.New(script.Options{Stdout: io.Discard})
	b.ReportAllocs()
	b.ResetTimer()
	if err := in.Run(p); err != nil {
		b.Fatal(err)
	}
	b.StopTimer()
	if err := in.Close(); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkScriptSleepZero(b *testing.B)  { runAwaiting(b, "sleep_zero") }
func BenchmarkScriptGather100k(b *testing.B) { runAwaiting(b, "gather_100k") }
