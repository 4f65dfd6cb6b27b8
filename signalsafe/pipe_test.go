package signalsafe

import (
	"bytes"
	"errors"
	"os"
	"runtime"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// everyPipe runs a test on a memory pipe and, where there is one, a real one.
func everyPipe(t *testing.T, f func(t *testing.T, p Pipe)) {
	t.Run("memory", func(t *testing.T) {
		p := NewMemoryPipe(-7, func(bool) {})
		defer p.Close()
		f(t, p)
	})
	t.Run("real", func(t *testing.T) {
		p, err := NewPipe()
		if errors.Is(err, errors.ErrUnsupported) {
			t.Skip(err)
		}
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		f(t, p)
	})
}

func write(t testing.TB, p Pipe, bs ...byte) {
	t.Helper()
	for _, b := range bs {
		if err := p.WriteByte(b); err != nil {
			t.Fatal(err)
		}
	}
}

func readAll(p Pipe, size int) []byte {
	var out []byte
	buf := make([]byte, size)
	for n := p.Read(buf); n > 0; n = p.Read(buf) {
		out = append(out, buf[:n]...)
	}
	return out
}

func TestPipeOrder(t *testing.T) {
	everyPipe(t, func(t *testing.T, p Pipe) {
		if p.Readable() || p.Read(make([]byte, 3)) != 0 {
			t.Error("a new pipe is readable")
		}
		write(t, p, 0, 0, 15, 0, 2, 2)
		if !p.Readable() {
			t.Error("not readable")
		}
		if p.Read(nil) != 0 || !p.Readable() {
			t.Error("a Read of nothing took something")
		}
		// The first 0 woke; the others had nothing to wake.
		if d := cmp.Diff([]byte{0, 15, 2, 2}, readAll(p, 3)); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
		if p.Readable() {
			t.Error("readable when empty")
		}
		write(t, p, 0)
		if d := cmp.Diff([]byte{0}, readAll(p, 3)); d != "" {
			t.Errorf("the pipe does not wake again (-want +got):\n%s", d)
		}
	})
}

func TestPipeOverflow(t *testing.T) {
	everyPipe(t, func(t *testing.T, p Pipe) {
		const many = 1 << 17 // more than any pipe holds
		write(t, p, bytes.Repeat([]byte{10}, many)...)
		write(t, p, 64, 3, 3, 0, 255, 1)
		got := readAll(p, 4096)
		if len(got) < 5 || len(got) >= many {
			t.Fatalf("%d bytes", len(got))
		}
		tail := got[len(got)-5:]
		if d := cmp.Diff([]byte{1, 3, 10, 64, 255}, tail); d != "" {
			t.Errorf("the set behind the pipe (-want +got):\n%s", d)
		}
		if bytes.Count(got, []byte{10}) != len(got)-4 {
			t.Error("other bytes in between")
		}
		if p.Readable() || p.Read(make([]byte, 8)) != 0 {
			t.Error("readable when empty")
		}
		write(t, p, 9)
		if d := cmp.Diff([]byte{9}, readAll(p, 8)); d != "" {
			t.Errorf("afterwards (-want +got):\n%s", d)
		}
	})
}

func TestPipeClose(t *testing.T) {
	everyPipe(t, func(t *testing.T, p Pipe) {
		write(t, p, 5)
		for range 2 {
			if err := p.Close(); err != nil {
				t.Error(err)
			}
		}
		for _, b := range []byte{0, 5} {
			if err := p.WriteByte(b); !errors.Is(err, os.ErrClosed) {
				t.Errorf("WriteByte(%d): %v", b, err)
			}
		}
		if p.Readable() || p.Read(make([]byte, 8)) != 0 {
			t.Error("a closed pipe is readable")
		}
	})
}

func TestPipeCloseAgainstWrite(t *testing.T) {
	for range 20 {
		everyPipe(t, func(t *testing.T, p Pipe) {
			var wg sync.WaitGroup
			for range 4 {
				wg.Go(func() {
					for b := byte(1); ; b = b%64 + 1 {
						if err := p.WriteByte(b); err != nil {
							if !errors.Is(err, os.ErrClosed) {
								t.Error(err)
							}
							return
						}
					}
				})
			}
			if err := p.Close(); err != nil {
				t.Error(err)
			}
			wg.Wait()
		})
	}
}

// TestPipeWakesAreNotLost: a sender publishes a number, then writes 0. The
// reader, after Read, must see the number of every 0 that was left out.
func TestPipeWakesAreNotLost(t *testing.T) {
	everyPipe(t, func(t *testing.T, p Pipe) {
		const each, senders = 2000, 4
		var mu sync.Mutex
		published := 0
		var wg sync.WaitGroup
		for range senders {
			wg.Go(func() {
				for range each {
					mu.Lock()
					published++
					mu.Unlock()
					if err := p.WriteByte(0); err != nil {
						t.Error(err)
					}
				}
			})
		}
		senderDone := make(chan struct{})
		go func() { wg.Wait(); close(senderDone) }()
		seen := 0
		buf := make([]byte, 16)
		for done := false; !done; {
			select {
			case <-senderDone:
				done = true
			default:
				runtime.Gosched() // js has one thread and no preemption
			}
			if p.Read(buf) > 0 {
				mu.Lock()
				seen = published
				mu.Unlock()
			}
		}
		if seen != each*senders {
			t.Errorf("the last wake-up showed %d of %d", seen, each*senders)
		}
	})
}

func TestPipeAgainstModel(t *testing.T) {
	everyPipe(t, func(t *testing.T, p Pipe) {
		rapid.Check(t, func(rt *rapid.T) {
			readAll(p, 64)
			var model []byte
			rt.Repeat(map[string]func(*rapid.T){
				"write": func(rt *rapid.T) {
					for _, b := range rapid.SliceOfN(rapid.Byte(), 1, 40).Draw(rt, "bytes") {
						if err := p.WriteByte(b); err != nil {
							rt.Fatal(err)
						}
						if b != 0 || len(model) == 0 {
							model = append(model, b)
						}
					}
				},
				"read": func(rt *rapid.T) {
					buf := make([]byte, rapid.IntRange(1, 60).Draw(rt, "size"))
					n := p.Read(buf)
					want := model[:min(len(buf), len(model))]
					if !bytes.Equal(buf[:n], want) {
						rt.Fatalf("read %v, want %v", buf[:n], want)
					}
					model = model[n:]
				},
				"": func(rt *rapid.T) {
					if p.Readable() != (len(model) > 0) {
						rt.Fatalf("Readable %v with %d bytes", p.Readable(), len(model))
					}
				},
			})
		})
	})
}

func TestMemoryPipeTellsReady(t *testing.T) {
	var log []bool
	p := NewMemoryPipe(-7, func(ready bool) { log = append(log, ready) })
	if p.ReadFD() != -7 {
		t.Errorf("ReadFD %d", p.ReadFD())
	}
	buf := make([]byte, 2)
	p.Read(buf)
	write(t, p, 1, 2, 3)
	p.Read(buf)
	p.Read(buf)
	write(t, p, 4)
	p.Close()
	p.Close()
	if d := cmp.Diff([]bool{true, false, true, false}, log); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func BenchmarkPipeWakePending(b *testing.B) {
	p := NewMemoryPipe(-1, func(bool) {})
	write(b, p, 0)
	for b.Loop() {
		p.WriteByte(0)
	}
}
