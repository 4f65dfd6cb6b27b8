package signalsafe

import (
	"runtime"
	"strings"
	"unsafe"

	"golang.org/x/sys/unix"
)

// deaths are the signals that kill a program as long as they have no handler
// and that Go would swallow or report. The kernel deals with them as it does
// for any program: Go is not asked, which would change the mask of a thread of
// its own for each of them, in two turns of that thread. A signal that gets a
// handler, or that is ignored, leaves.
type deaths struct {
	actions [maxSignal + 1]*sigaction // Go's own, nil for those that have left
}

// captureDeaths begins it. t.mu is held.
func (t *Table) captureDeaths() {
	t.deaths = &deaths{}
	for s := Signal(1); s <= maxSignal; s++ {
		if sys, ok := system(s); ok && t.door != nil && t.kills(s, t.handlers[s].Load()) {
			t.touch(&t.outside[s], sys)
			var gos sigaction
			if setAction(s, &sigaction{}, &gos) {
				t.deaths.actions[s] = &gos
			}
		}
	}
}

func (d *deaths) has(s Signal) bool { return d != nil && d.actions[s] != nil }

// leave gives s back to Go, which has been told what to do with it. If it was
// told to ignore it, the kernel ignores it already.
func (d *deaths) leave(s Signal) {
	if !d.has(s) {
		return
	}
	var now sigaction
	if setAction(s, nil, &now); now == (sigaction{}) {
		setAction(s, d.actions[s], nil)
	}
	d.actions[s] = nil
}

// end gives all back to Go that have not left: none of them is ignored.
func (d *deaths) end() {
	for s, gos := range d.actions {
		if gos != nil {
			setAction(Signal(s), gos, nil)
		}
	}
	*d = deaths{}
}

// sigaction is the kernel's structure of that name, and room for that of any
// architecture. All zeros is the default action.
type sigaction [64]byte

// setAction is the system call rt_sigaction; set or old may be nil.
func setAction(s Signal, set, old *sigaction) bool {
	setSize := uintptr(8)
	if strings.HasPrefix(runtime.GOARCH, "mips") {
		setSize = 16
	}
	_, _, errno := unix.RawSyscall6(unix.SYS_RT_SIGACTION,
		uintptr(s), uintptr(unsafe.Pointer(set)), uintptr(unsafe.Pointer(old)), setSize, 0, 0)
	return errno == 0
}
