//go:build unix

package loop_test

import (
	"os"
	"runtime"
	"strconv"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/clock"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/signalsafe"
)

// TestRealSignalDoesNotEndSelect is TestSignalDoesNotEndSelect with a signal
// from the operating system. Only one table can own the process's signals, so
// it runs beside no other test.
func TestRealSignalDoesNotEndSelect(t *testing.T) {
	s := process.New()
	usr1 := signalsafe.Signal(syscall.SIGUSR1)
	ticks, timeouts, err := interrupted(t, s, usr1,
		func() error { return syscall.Kill(os.Getpid(), syscall.SIGUSR1) },
		func() error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if ticks != 1 || len(timeouts) != 2 || timeouts[1] > timeouts[0] {
		t.Errorf("%d iterations, waits of %v seconds", ticks, timeouts)
	}
	if s.Signals.Held() {
		t.Error("the signals are still held")
	}
}

// pipe makes a pipe that the test closes.
func pipe(t *testing.T) (r, w int) {
	t.Helper()
	var fds [2]int
	if err := syscall.Pipe(fds[:]); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, fd := range fds {
			if err := syscall.Close(fd); err != nil {
				t.Error(err)
			}
		}
	})
	return fds[0], fds[1]
}

// TestReadersAndWriters has a loop watch both ends of a pipe, in real time.
func TestReadersAndWriters(t *testing.T) {
	l, j := newRealLoop(t)
	r, w := pipe(t)
	var got []string
	if _, err := l.AddReader(r, func() error { t.Error("a replaced reader ran"); return nil }); err != nil {
		t.Fatal(err)
	}
	old, err := l.AddReader(r, func() error {
		var buf [8]byte
		n, err := syscall.Read(r, buf[:])
		got = append(got, "read "+string(buf[:max(n, 0)]))
		l.Stop()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	writes := 0
	if _, err := l.AddWriter(w, func() error {
		writes++
		got = append(got, "writable")
		if writes == 2 {
			if removed, err := l.RemoveWriter(w); !removed || err != nil {
				t.Errorf("removed %v, %v", removed, err)
			}
			_, err := syscall.Write(w, []byte("hello"))
			return err
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	forever(t, l)
	if diff := cmp.Diff([]string{"writable", "writable", "read hello"}, got); diff != "" {
		t.Error(diff)
	}
	// A cancelled reader is dropped at its next readiness instead of being run.
	if _, err := syscall.Write(w, []byte("again")); err != nil {
		t.Fatal(err)
	}
	old.Cancel()
	l.Stop()
	forever(t, l)
	if removed, err := l.RemoveReader(r); removed || err != nil {
		t.Errorf("removed %v, %v", removed, err)
	}
	if len(got) != 3 {
		t.Errorf("ran: %q", got)
	}
	// A failing reader is reported and stays.
	fail := 0
	if _, err := l.AddReader(r, func() error {
		if fail++; fail == 2 {
			l.Stop()
		}
		return errBoom
	}); err != nil {
		t.Fatal(err)
	}
	forever(t, l)
	if fail != 2 || len(j.take()) != 2 {
		t.Errorf("failed %d times", fail)
	}
	if removed, err := l.RemoveReader(r); !removed || err != nil {
		t.Errorf("removed %v, %v", removed, err)
	}
}

// TestReadyBeforeTimers: in one iteration come what was ready, then readable
// descriptors, then due timers; virtual time does not pass while one is ready.
func TestReadyBeforeTimers(t *testing.T) {
	s, _ := newState()
	c := clock.NewVirtual(0)
	l := makeLoop(t, loop.Config{State: s, Clock: c})
	r, w := pipe(t)
	if _, err := syscall.Write(w, []byte("x")); err != nil {
		t.Fatal(err)
	}
	var got []string
	if _, err := l.AddReader(r, func() error {
		got = append(got, "reader")
		_, err := l.RemoveReader(r)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.CallLater(0, func() error { got = append(got, "timer"); return nil }); err != nil {
		t.Fatal(err)
	}
	soon(t, l, func() error { got = append(got, "ready"); return nil })
	if _, err := l.CallLater(60, stop(l)); err != nil {
		t.Fatal(err)
	}
	forever(t, l)
	if diff := cmp.Diff([]string{"ready", "reader", "timer"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestBadDescriptors: what cannot be watched is refused and leaves nothing.
func TestBadDescriptors(t *testing.T) {
	l, _ := newRealLoop(t)
	nop := func() error { return nil }
	if _, err := l.AddReader(-1, nop); repr(err) != "ValueError('Invalid file descriptor: -1')" {
		t.Error(err)
	}
	r, w := pipe(t)
	if _, err := l.AddReader(1<<20, nop); err == nil {
		t.Error("a descriptor that is not open was accepted")
	}
	if removed, err := l.RemoveReader(1 << 20); removed || err != nil {
		t.Errorf("removed %v, %v", removed, err)
	}
	if _, err := l.AddReader(r, nop); err != nil {
		t.Error(err)
	}
	if removed, err := l.RemoveWriter(r); removed || err != nil {
		t.Errorf("removed %v, %v", removed, err)
	}
	if _, err := l.AddWriter(w, nop); err != nil {
		t.Error(err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if removed, err := l.RemoveReader(r); removed || err != nil {
		t.Errorf("closed loop: removed %v, %v", removed, err)
	}
}

// TestSignalsOfTheProcess: a loop with the process's signals runs its handler for
// one that another process would send, and lets go of them when it is closed.
func TestSignalsOfTheProcess(t *testing.T) {
	s := process.New()
	l := makeLoop(t, loop.Config{State: s})
	usr2 := signalsafe.Signal(syscall.SIGUSR2)
	calls := 0
	if err := l.AddSignalHandler(usr2, func() error { calls++; l.Stop(); return nil }); err != nil {
		t.Fatal(err)
	}
	if !s.Signals.Held() {
		t.Error("the signals are not held")
	}
	soon(t, l, func() error { return syscall.Kill(os.Getpid(), syscall.SIGUSR2) })
	forever(t, l)
	if calls != 1 {
		t.Errorf("%d calls", calls)
	}
	// While one holds the process's signals another loop runs without.
	err := elsewhere(func() error {
		other := process.New()
		ol := makeLoop(t, loop.Config{State: other})
		err := ol.AddSignalHandler(usr2, func() error { return nil })
		if repr(err) != "RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')" {
			t.Errorf("a second owner: %v", err)
		}
		if _, err := ol.CallSoon(stop(ol)); err != nil {
			return err
		}
		return ol.RunForever()
	})
	if err != nil {
		t.Error(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if s.Signals.Held() || len(s.Signals.Captured()) != 0 {
		t.Errorf("held %v, captured %v", s.Signals.Held(), s.Signals.Captured())
	}
}

// TestInvalidSignalNumbers are those of Linux and its like.
func TestInvalidSignalNumbers(t *testing.T) {
	l, _ := virtualLoop(t)
	for sig, want := range map[signalsafe.Signal]string{
		9:                                  "RuntimeError('sig 9 cannot be caught')",
		65:                                 "ValueError('invalid signal number 65')",
		signalsafe.Signal(syscall.SIGSTOP): "RuntimeError('sig " + strconv.Itoa(int(syscall.SIGSTOP)) + " cannot be caught')",
	} {
		if err := l.AddSignalHandler(sig, func() error { return nil }); repr(err) != want {
			t.Errorf("%d: %s, want %s", sig, repr(err), want)
		}
	}
	if runtime.GOOS == "linux" {
		for _, sig := range []signalsafe.Signal{32, 33} {
			want := "ValueError('invalid signal number " + strconv.Itoa(int(sig)) + "')"
			if err := l.AddSignalHandler(sig, func() error { return nil }); repr(err) != want {
				t.Errorf("%d: %s", sig, repr(err))
			}
		}
	}
	// A refused one leaves neither the seat nor the wakeup.
	if l.State().Signals.Held() {
		t.Error("the signals are held")
	}
	if w := l.State().Signals.SetWakeup(nil); w != nil {
		t.Error("the wakeup is still set")
	}
}
