//go:build unix

package signalsafe

import (
	"errors"
	"os/signal"
	"sync/atomic"
	"syscall"
	"testing"

	"asyncio/exceptions"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"
)

// kill sends s to this process from outside, so to speak.
func kill(t testing.TB, s Signal) {
	t.Helper()
	if err := syscall.Kill(syscall.Getpid(), syscall.Signal(s)); err != nil {
		t.Fatal(err)
	}
}

// held makes a held table, and a channel that gets each signal as it trips.
func held(t *testing.T) (*Table, <-chan Signal) {
	t.Helper()
	table := NewTable(NewDoor())
	trips := make(chan Signal, 1000)
	table.OnTrip(func(s Signal, _ bool) { trips <- s })
	if !table.Hold() {
		t.Fatal("not held")
	}
	t.Cleanup(table.Release)
	return table, trips
}

func TestUncatchable(t *testing.T) {
	table := NewTable(NewDoor())
	for _, s := range []Signal{SIGKILL, SIGSTOP} {
		_, err := table.SetHandler(s, Default())
		if !errors.Is(err, exceptions.ErrOS) || err.Error() != "[Errno 22] Invalid argument" {
			t.Errorf("%v: %v", s, err)
		}
	}
	_, err := table.SetHandler(0, Default())
	if err == nil || err.Error() != "signal number out of range" {
		t.Errorf("0: %v", err)
	}
}

func TestHarmlessDefaults(t *testing.T) {
	table := NewTable(NewDoor())
	for _, s := range []Signal{SIGCHLD, SIGURG, SIGWINCH, SIGCONT} {
		if err := table.Raise(s); err != nil {
			t.Errorf("Raise(%v): %v", s, err)
		}
		if err := table.Deliver(s); err != nil {
			t.Errorf("Deliver(%v): %v", s, err)
		}
	}
	for _, s := range []Signal{SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU} {
		if err := table.Deliver(s); err != nil {
			t.Errorf("Deliver(%v): %v", s, err)
		}
	}
	var death *DeathError
	if err := table.Deliver(SIGKILL); !errors.As(err, &death) {
		t.Errorf("Deliver(SIGKILL): %v", err)
	}
}

func TestRealSignal(t *testing.T) {
	table, _ := held(t)
	pipe, err := NewPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	table.SetWakeup(pipe)
	woken := make(chan struct{}, 1)
	table.OnInterrupt(func() { woken <- struct{}{} })
	var ran []Signal
	set(t, table, SIGUSR1, record(&ran))
	kill(t, SIGUSR1)
	<-woken
	if len(ran) != 0 {
		t.Error("the handler ran in the at-once half")
	}
	if d := cmp.Diff([]byte{byte(SIGUSR1)}, readAll(pipe, 8)); d != "" {
		t.Errorf("bytes (-want +got):\n%s", d)
	}
	if err := table.Check(); err != nil {
		t.Error(err)
	}
	if d := cmp.Diff([]Signal{SIGUSR1}, ran); d != "" {
		t.Errorf("handlers (-want +got):\n%s", d)
	}
	kill(t, SIGINT)
	<-woken
	if err := table.Check(); !errors.Is(err, exceptions.ErrKeyboardInterrupt) {
		t.Errorf("SIGINT: %v", err)
	}
}

// TestBurstHidesNothing: with its goroutine stuck in the at-once half, a
// thousand signals of one kind come; another kind still gets through.
func TestBurstHidesNothing(t *testing.T) {
	table, trips := held(t)
	var ran []Signal
	set(t, table, SIGUSR1, record(&ran))
	set(t, table, SIGUSR2, record(&ran))
	entered, leave := make(chan struct{}), make(chan struct{})
	var first atomic.Bool
	table.SetWakeup(wakeupFunc(func(b byte) error {
		if Signal(b) == SIGUSR1 && !first.Swap(true) {
			close(entered)
			<-leave
		}
		return nil
	}))
	kill(t, SIGUSR1)
	<-entered
	for range 1000 {
		kill(t, SIGUSR1)
	}
	kill(t, SIGUSR2)
	if s := <-trips; s != SIGUSR2 {
		t.Errorf("first trip that ended: %v", s)
	}
	close(leave)
	if s := <-trips; s != SIGUSR1 {
		t.Errorf("then %v", s)
	}
	table.Release() // drains
	if err := table.Check(); err != nil {
		t.Error(err)
	}
	if d := cmp.Diff([]Signal{SIGUSR1, SIGUSR2}, ran); d != "" {
		t.Errorf("handlers (-want +got):\n%s", d)
	}
}

func TestCaptureFollowsHandlers(t *testing.T) {
	table := NewTable(NewDoor())
	var ran []Signal
	captured := func(when string, want ...Signal) {
		t.Helper()
		if d := cmp.Diff(want, table.Captured()); d != "" {
			t.Errorf("%s (-want +got):\n%s", when, d)
		}
	}
	set(t, table, SIGUSR1, record(&ran))
	captured("not held")
	table.Hold()
	captured("held", SIGINT, SIGUSR1)
	set(t, table, SIGTERM, record(&ran))
	captured("one more", SIGINT, SIGUSR1, SIGTERM)
	set(t, table, SIGUSR1, Ignore())
	captured("ignored", SIGINT, SIGTERM)
	if !signal.Ignored(syscall.SIGUSR1) {
		t.Error("SIGUSR1 is not ignored")
	}
	kill(t, SIGUSR1)
	set(t, table, SIGUSR1, record(&ran))
	captured("taken again", SIGINT, SIGUSR1, SIGTERM)
	if signal.Ignored(syscall.SIGUSR1) {
		t.Error("SIGUSR1 is still ignored")
	}
	set(t, table, SIGUSR1, Default())
	set(t, table, SIGINT, Default())
	captured("defaults", SIGTERM)
	set(t, table, SIGUSR2, Ignore())
	table.Hold()
	table.Release()
	captured("counted", SIGTERM)
	table.Release()
	captured("released")
	if signal.Ignored(syscall.SIGUSR2) {
		t.Error("SIGUSR2 is ignored after Release")
	}
	table.Hold()
	captured("held again", SIGTERM)
	if !signal.Ignored(syscall.SIGUSR2) {
		t.Error("SIGUSR2 is not ignored when held again")
	}
	table.Release()
	if len(ran) != 0 || table.Pending() {
		t.Errorf("handlers ran: %v", ran)
	}
}

func TestSignalOnItsWayIsMarked(t *testing.T) {
	// SIGUSR1 sits in the channel when its handler is taken away.
	table, trips := held(t)
	var ran []Signal
	set(t, table, SIGUSR1, record(&ran))
	kill(t, SIGUSR1)
	<-trips
	set(t, table, SIGUSR1, Ignore())
	set(t, table, SIGUSR1, record(&ran))
	if err := table.Check(); err != nil || len(ran) != 1 {
		t.Errorf("ran %v, error %v", ran, err)
	}
}

func TestReleaseLeavesNoGoroutine(t *testing.T) {
	before := goleak.IgnoreCurrent()
	table := NewTable(NewDoor())
	for _, s := range validSignals() {
		if !uncatchable(s) {
			set(t, table, s, Func(func(Signal) error { return nil }, nil))
		}
	}
	for range 3 {
		table.Hold()
		if n := len(table.Captured()); n < 20 {
			t.Errorf("only %d captured", n)
		}
		table.Release()
	}
	goleak.VerifyNone(t, before)
}

// TestForeignNotifyStays: another part of the program has asked for a signal;
// the table's capture and its end do not take it away.
func TestForeignNotifyStays(t *testing.T) {
	foreign := newForeign(t, syscall.SIGUSR1)
	table, trips := held(t)
	set(t, table, SIGUSR1, Func(func(Signal) error { return nil }, nil))
	kill(t, SIGUSR1)
	<-trips
	<-foreign
	table.Release()
	kill(t, SIGUSR1)
	<-foreign
}
