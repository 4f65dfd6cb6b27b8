package selector

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

func newEpoll(t testing.TB) Selector {
	t.Helper()
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func pipe(t testing.TB) (r, w int) {
	t.Helper()
	var fds [2]int
	if err := unix.Pipe2(fds[:], unix.O_CLOEXEC|unix.O_NONBLOCK); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { unix.Close(fds[0]); unix.Close(fds[1]) })
	return fds[0], fds[1]
}

func mustSelect(t *testing.T, s Selector, timeout float64, want ...Event) {
	t.Helper()
	events, interrupted, err := s.Select(timeout, nil)
	if err != nil || interrupted {
		t.Errorf("Select: interrupted %v, error %v", interrupted, err)
	}
	if d := cmp.Diff(want, events); d != "" {
		t.Errorf("events (-want +got):\n%s", d)
	}
}

func TestEpollPipe(t *testing.T) {
	s := newEpoll(t)
	if s.Name() != "EpollSelector" || !s.WatchesFDs() {
		t.Errorf("Name %q, WatchesFDs %v", s.Name(), s.WatchesFDs())
	}
	r, w := pipe(t)
	for fd, mask := range map[int]Mask{r: Read, w: Write} {
		if err := s.Register(fd, mask); err != nil {
			t.Fatal(err)
		}
	}
	mustSelect(t, s, -1, Event{w, Write})
	if err := s.Unregister(w); err != nil {
		t.Fatal(err)
	}
	mustSelect(t, s, 0)
	unix.Write(w, []byte("x"))
	mustSelect(t, s, -1, Event{r, Read})
	mustSelect(t, s, 3600, Event{r, Read}) // level-triggered
}

func TestEpollOrderIsTheKernels(t *testing.T) {
	s := newEpoll(t)
	var want []Event
	type end struct{ r, w int }
	var ends []end
	for range 40 { // more than the first buffer holds
		r, w := pipe(t)
		if err := s.Register(r, Read); err != nil {
			t.Fatal(err)
		}
		ends = append(ends, end{r, w})
	}
	for i := range ends {
		e := ends[(i*7)%len(ends)]
		unix.Write(e.w, []byte("x"))
		want = append(want, Event{e.r, Read})
	}
	mustSelect(t, s, -1, want...)
}

func TestEpollHangUp(t *testing.T) {
	s := newEpoll(t)
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(pair[0])
	if err := s.Register(pair[0], Read); err != nil {
		t.Fatal(err)
	}
	unix.Close(pair[1])
	mustSelect(t, s, -1, Event{pair[0], Read}) // never the unwatched bit
	if err := s.Modify(pair[0], Write); err != nil {
		t.Fatal(err)
	}
	mustSelect(t, s, -1, Event{pair[0], Write})
	if err := s.Modify(pair[0], Read|Write); err != nil {
		t.Fatal(err)
	}
	mustSelect(t, s, -1, Event{pair[0], Read | Write})
}

func TestEpollErrorOnlySetsBoth(t *testing.T) {
	s := newEpoll(t)
	var fds [2]int
	if err := unix.Pipe2(fds[:], unix.O_CLOEXEC); err != nil {
		t.Fatal(err)
	}
	defer unix.Close(fds[0])
	unix.Close(fds[1])
	// The kernel reports EPOLLHUP alone here.
	if err := s.Register(fds[0], Read|Write); err != nil {
		t.Fatal(err)
	}
	mustSelect(t, s, -1, Event{fds[0], Read | Write})
}

func TestEpollErrors(t *testing.T) {
	s := newEpoll(t)
	r, w := pipe(t)
	file, err := os.Create(filepath.Join(t.TempDir(), "plain"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := s.Register(r, Read); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		got  error
		want syscall.Errno
	}{
		{"twice", s.Register(r, Read), unix.EEXIST},
		{"negative", s.Register(-1, Read), unix.EBADF},
		{"not open", s.Register(1<<20, Read), unix.EBADF},
		{"plain file", s.Register(int(file.Fd()), Read), unix.EPERM},
		{"no events", s.Register(w, 0), unix.EINVAL},
		{"modify unknown", s.Modify(w, Read), unix.ENOENT},
		{"unregister unknown", s.Unregister(w), unix.ENOENT},
		{"itself", s.Register(s.(*epoll).fd, Read), unix.EINVAL},
		{"its eventfd", s.Unregister(s.(*epoll).wake), unix.EBADF},
	}
	for _, tt := range tests {
		if !errors.Is(tt.got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, tt.got, tt.want)
		}
	}
}

func TestEpollInterruptBesideEvents(t *testing.T) {
	s := newEpoll(t)
	r, w := pipe(t)
	if err := s.Register(r, Read); err != nil {
		t.Fatal(err)
	}
	unix.Write(w, []byte("x"))
	s.Interrupt()
	events, interrupted, err := s.Select(-1, nil)
	if d := cmp.Diff([]Event{{r, Read}}, events); d != "" || !interrupted || err != nil {
		t.Errorf("Select = %v, %v, %v", events, interrupted, err)
	}
	mustSelect(t, s, 0, Event{r, Read})
}

// TestEpollRegisterDuringSelect shows that a change counts at once.
func TestEpollRegisterDuringSelect(t *testing.T) {
	s := newEpoll(t)
	_, w := pipe(t)
	errs := make(chan error, 1)
	go func() { errs <- s.Register(w, Write) }()
	mustSelect(t, s, -1, Event{w, Write})
	if err := <-errs; err != nil {
		t.Error(err)
	}
}

func TestEpollSelectDoesNotAllocate(t *testing.T) {
	s := newEpoll(t)
	r, w := pipe(t)
	if err := s.Register(r, Read); err != nil {
		t.Fatal(err)
	}
	unix.Write(w, []byte("x"))
	buf := make([]Event, 0, 8)
	n := testing.AllocsPerRun(100, func() {
		s.Interrupt()
		if events, interrupted, err := s.Select(1, buf); len(events) != 1 || !interrupted || err != nil {
			t.Error(events, interrupted, err)
		}
		s.Select(0, buf)
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestCloseLeavesNoDescriptor(t *testing.T) {
	count := func() int {
		names, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Skip("no /proc here:", err)
		}
		return len(names)
	}
	before := count()
	for range 3 {
		s, err := New()
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if after := count(); after != before {
		t.Errorf("%d descriptors open, %d before", after, before)
	}
}

func BenchmarkEpollPoll(b *testing.B) {
	s := newEpoll(b)
	r, w := pipe(b)
	if err := s.Register(r, Read); err != nil {
		b.Fatal(err)
	}
	unix.Write(w, []byte("x"))
	buf := make([]Event, 0, 8)
	b.ReportAllocs()
	for b.Loop() {
		s.Select(0, buf)
	}
}

func BenchmarkInterruptPending(b *testing.B) {
	s := newEpoll(b)
	for b.Loop() {
		s.Interrupt()
	}
}
