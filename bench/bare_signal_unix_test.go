//go:build unix

package bench

import (
	"syscall"
	"testing"

	"asyncio/bench/bare"
)

// BenchmarkSignalToCallbackBare: one op is one signal the process sends itself,
// to the end of its callback in the loop; the callback sends the next one.
func BenchmarkSignalToCallbackBare(b *testing.B) {
	loop := bare.New()
	defer loop.Close()
	left := b.N
	send := func() {
		if err := raise(syscall.SIGUSR1); err != nil {
			b.Error(err)
			loop.Stop()
		}
	}
	loop.AddSignalHandler(syscall.SIGUSR1, func() {
		if left--; left == 0 {
			loop.Stop()
			return
		}
		send()
	})
	b.ReportAllocs()
	b.ResetTimer()
	loop.CallSoon(send)
	loop.Run()
}
