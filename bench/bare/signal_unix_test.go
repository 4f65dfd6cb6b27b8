//go:build unix

package bare

import (
	"syscall"
	"testing"
)

// TestSignals sends signals one at a time, to a waiting loop and to a busy one.
func TestSignals(t *testing.T) {
	for _, busy := range []bool{false, true} {
		loop := New()
		defer loop.Close()
		var spin func()
		spin = func() { loop.CallSoon(spin) }
		if busy {
			loop.CallSoon(spin)
		}
		got := 0
		raise := func() {
			if err := syscall.Kill(syscall.Getpid(), syscall.SIGUSR1); err != nil {
				t.Error(err)
				loop.Stop()
			}
		}
		loop.AddSignalHandler(syscall.SIGUSR1, func() {
			if got++; got == 3 {
				loop.Stop()
				return
			}
			raise()
		})
		loop.CallSoon(raise)
		loop.Run()
		if got != 3 {
			t.Errorf("busy %v: %d signals handled, want 3", busy, got)
		}
	}
}
