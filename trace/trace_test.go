package trace_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"asyncio"
	"asyncio/clock"
	"asyncio/observe"
	"asyncio/trace"
)

// record records a Go program in virtual time: main makes a task, sleeps,
// cancels it and waits for it.
func record(t *testing.T) *trace.Recorder {
	t.Helper()
	state, err := asyncio.NewSimulatedState("3.13")
	if err != nil {
		t.Fatal(err)
	}
	r := trace.NewRecorder(trace.Header{By: "test", Virtual: true, Start: clock.Start})
	err = asyncio.Run(func(co *asyncio.Co) error {
		task := asyncio.CreateTask(co, func(co *asyncio.Co) error { return asyncio.Sleep(co, 5*time.Second) })
		if err := asyncio.Sleep(co, time.Second); err != nil {
			return err
		}
		task.Cancel()
		_, err := asyncio.Await(co, task)
		return err
	}, asyncio.WithState(state), asyncio.WithVirtualTime(), asyncio.WithObserver(r))
	if !errors.Is(err, asyncio.ErrCancelled) {
		t.Fatal(err)
	}
	return r
}

// TestRoundTrip: what is written is read back.
func TestRoundTrip(t *testing.T) {
	recorder := record(t)
	want := recorder.Recording(0)
	var b, streamed bytes.Buffer
	if err := want.Write(&b); err != nil {
		t.Fatal(err)
	}
	if err := recorder.Write(&streamed); err != nil || streamed.String() != b.String() {
		t.Errorf("the recorder's own writing differs (error %v)", err)
	}
	got, err := trace.ReadFrom(&b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestTask follows one task through its States.
func TestTask(t *testing.T) {
	r := record(t).Recording(0)
	s := trace.NewState()
	var got []string
	for i := range r.Events {
		s.Apply(&r.Events[i])
		for _, task := range s.Tasks {
			if task.Name != "Task-2" {
				continue
			}
			now := string(task.Status)
			if task.Status == trace.TaskWaiting {
				now += " for " + task.On
			}
			if task.Status == trace.TaskDone {
				now += ", " + task.Outcome
			}
			if n := len(got); n == 0 || got[n-1] != now {
				got = append(got, now)
			}
		}
	}
	want := []string{"ready", "running", "waiting for Future", "ready", "running", "done, cancelled"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if l := s.Loops[0]; len(l.Ready) != 0 || len(l.Timers) != 0 || l.Running != nil {
		t.Errorf("at the end: ready %v, timers %v, running %v", l.Ready, l.Timers, l.Running)
	}
}

// TestTimers: the heap holds both sleeps, and the cancelled one until it is
// dropped.
func TestTimers(t *testing.T) {
	r := record(t).Recording(0)
	s := trace.NewState()
	most, cancelled := 0, false
	for i := range r.Events {
		s.Apply(&r.Events[i])
		if s.At == nil {
			continue
		}
		most = max(most, len(s.At.Timers))
		for _, h := range s.At.Timers {
			cancelled = cancelled || h.Cancelled
		}
	}
	if most != 2 || !cancelled {
		t.Errorf("at most %d timers, one cancelled: %v; want 2, true", most, cancelled)
	}
}

// TestLimit: what comes after the limit is not kept.
func TestLimit(t *testing.T) {
	whole := record(t)
	few := trace.NewRecorder(trace.Header{})
	few.Limit(3)
	if whole.Len() <= 3 {
		t.Fatal("too few events")
	}
	for range 5 {
		few.Observe(observe.Event{Kind: observe.IterationBegin, Loop: 1})
	}
	if few.Len() != 3 || len(few.Recording(1).Events) != 2 {
		t.Error(few.Len())
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", `trace: line 1: no header: a recording begins with {"trace":1`},
		{"{}\n", `trace: line 1: no header: a recording begins with {"trace":1`},
		{`{"trace":2}`, "trace: line 1: version 2 of the format; this program reads up to 1"},
		{"{\"trace\":1}\n\n{\"tick\":1}\n", "trace: line 3: an event without its kind, e"},
		{"{\"trace\":1}\n{\"e\":\"tick\"}\nnot json\n", "trace: line 3: invalid character 'o' in literal null (expecting 'u')"},
	} {
		_, err := trace.ReadFrom(strings.NewReader(c.in))
		if err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.in, err, c.want)
		}
	}
	r, err := trace.ReadFrom(strings.NewReader("{\"trace\":1}\n{\"e\":\"tick\",\"tick\":1,\"t\":0}\nnot json\n"))
	if len(r.Events) != 1 || err == nil {
		t.Errorf("%d events before the wrong line, %v", len(r.Events), err)
	}
}

// FuzzRead: no input makes the reader or the replay panic, and what was read
// can be written and read again.
func FuzzRead(f *testing.F) {
	f.Add("{\"trace\":1}\n{\"e\":\"tick\",\"tick\":1,\"t\":0,\"n\":1}\n{\"e\":\"run\",\"handle\":7}\n{\"e\":\"due\",\"handle\":7}\n")
	f.Add("{\"trace\":1}\n{\"e\":\"blocked\",\"task\":3,\"t\":1e300}\n{\"e\":\"done\",\"task\":3}\n{\"e\":\"print\",\"text\":\"\\u0000\"}\n")
	f.Fuzz(func(t *testing.T, in string) {
		r, err := trace.ReadFrom(strings.NewReader(in))
		r.At(len(r.Events))
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := r.Write(&b); err != nil {
			t.Fatal(err)
		}
		again, err := trace.ReadFrom(&b)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, again); diff != "" {
			t.Fatal(diff)
		}
	})
}
