package trio_test

import (
	"errors"
	"testing"

	"asyncio/trio"
)

const (
	closed  = "ClosedResourceError(ClosedResourceError)"
	broken  = "BrokenResourceError(BrokenResourceError)"
	ended   = "EndOfChannel(EndOfChannel)"
	blocked = "WouldBlock(WouldBlock)"
)

func channel(t *testing.T, size int) (*trio.MemorySend, *trio.MemoryReceive) {
	t.Helper()
	s, r, err := trio.OpenMemory(size)
	if err != nil {
		t.Fatal(err)
	}
	return s, r
}

func TestChannelBasics(t *testing.T) {
	_, _, err := trio.OpenMemory(-1)
	expect(t, "size", "max_buffer_size must be >= 0", text(err))
	s, r := channel(t, 2)
	receive := func() string { _, err := r.ReceiveNowait(); return tree(err) }
	expect(t, "empty", blocked, receive())
	expect(t, "room", "none", tree(errors.Join(s.SendNowait(1), s.SendNowait(2))))
	expect(t, "full", blocked, tree(s.SendNowait(3)))
	s.Close()
	s.Close()
	expect(t, "closed", closed, tree(s.SendNowait(3)))
	expect(t, "the last items", []string{"none", "none", ended}, []string{receive(), receive(), receive()})
	_, err = s.Clone()
	expect(t, "cloning a closed one", closed, tree(err))
	s, r = channel(t, trio.Unlimited)
	for i := range 1000 {
		if err := s.SendNowait(i); err != nil {
			t.Fatal(err)
		}
	}
	r.Close()
	expect(t, "no receivers", broken, tree(s.SendNowait(1)))
	expect(t, "the buffer is dropped", 0, r.Statistics().BufferUsed)
	expect(t, "closed", closed, receive())
	_, err = r.Clone()
	expect(t, "cloning a closed one", closed, tree(err))
	expect(t, "repr", "<send channel at 0x, using buffer at 0x>", anonymous(s.String()))
}

func TestProducersAndConsumers(t *testing.T) {
	s, r, err := trio.OpenMemoryChannel[int](0)
	if err != nil {
		t.Fatal(err)
	}
	sum, items, consumers := 0, 0, 0
	err = nursery(func(_ *trio.Task, n *trio.Nursery) error {
		for i := range 3 {
			c, err := s.Clone()
			if err != nil {
				return err
			}
			start(t, n, func(tk *trio.Task) error {
				defer c.Close()
				for k := range 10 {
					if err := c.Send(tk, 10*i+k); err != nil {
						return err
					}
				}
				return nil
			})
		}
		s.Close()
		for range 2 {
			c, err := r.Clone()
			if err != nil {
				return err
			}
			start(t, n, func(tk *trio.Task) error {
				defer c.Close()
				for v, err := range c.All(tk) {
					if err != nil {
						return err
					}
					sum += v
					items++
				}
				consumers++
				return nil
			})
		}
		r.Close()
		return nil
	})
	expect(t, "error", "", text(err))
	expect(t, "items, sum, consumers", []int{30, 435, 2}, []int{items, sum, consumers})
}

// TestClosingWhileOthersWait: this end's tasks, a clone's, and the other side's.
func TestClosingWhileOthersWait(t *testing.T) {
	cases := map[string]struct {
		close func(s, s2 *trio.MemorySend, r, r2 *trio.MemoryReceive)
		send  [2]string // what the waits at both sending ends give
		recv  [2]string
	}{
		"one sending end":   {func(s, _ *trio.MemorySend, _, _ *trio.MemoryReceive) { s.Close() }, [2]string{closed, ""}, [2]string{"", ""}},
		"both sending ends": {func(s, s2 *trio.MemorySend, _, _ *trio.MemoryReceive) { s.Close(); s2.Close() }, [2]string{closed, closed}, [2]string{ended, ended}},
		"one receiving end": {func(_, _ *trio.MemorySend, r, _ *trio.MemoryReceive) { r.Close() }, [2]string{"", ""}, [2]string{closed, ""}},
		"both receiving":    {func(_, _ *trio.MemorySend, r, r2 *trio.MemoryReceive) { r.Close(); r2.Close() }, [2]string{broken, broken}, [2]string{closed, closed}},
	}
	for name, c := range cases {
		for _, side := range []string{"send", "receive"} {
			t.Run(name+"/"+side, func(t *testing.T) {
				s, r := channel(t, 0)
				s2, _ := s.Clone()
				r2, _ := r.Clone()
				var got [2]string
				err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
					waits := []func(*trio.Task) error{
						func(tk *trio.Task) error { return s.Send(tk, 1) }, func(tk *trio.Task) error { return s2.Send(tk, 1) },
					}
					want := c.send
					if side == "receive" {
						waits[0] = func(tk *trio.Task) error { _, err := r.Receive(tk); return err }
						waits[1] = func(tk *trio.Task) error { _, err := r2.Receive(tk); return err }
						want = c.recv
					}
					for i, wait := range waits {
						start(t, n, func(tk *trio.Task) error {
							if err := wait(tk); !errors.Is(err, trio.ErrCancelled) {
								got[i] = tree(err)
							}
							return nil
						})
					}
					if err := trio.WaitAllTasksBlocked(tk); err != nil {
						return err
					}
					c.close(s, s2, r, r2)
					if err := trio.WaitAllTasksBlocked(tk); err != nil {
						return err
					}
					expect(t, "what the waits gave", want, got)
					n.Scope().Cancel()
					return nil
				})
				expect(t, "error", "", text(err))
			})
		}
	}
}

func TestChannelStatistics(t *testing.T) {
	s, r := channel(t, 2)
	s2, _ := s.Clone()
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		scopes := make([]*trio.CancelScope, 4)
		for i := range scopes {
			scopes[i] = trio.Scope()
			start(t, n, func(tk *trio.Task) error { return scopes[i].Do(tk, func() error { return s2.Send(tk, 1) }) })
		}
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		want := trio.ChannelStatistics{BufferUsed: 2, BufferSize: 2, PeakUsed: 2, OpenSend: 2, OpenReceive: 1, WaitingSend: 2}
		expect(t, "full", want, r.Statistics())
		for _, s := range scopes {
			s.Cancel()
		}
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		want.WaitingSend = 0
		expect(t, "after the cancellation", want, s.Statistics())
		for range 2 {
			if _, err := r.Receive(tk); err != nil {
				return err
			}
		}
		start(t, n, func(tk *trio.Task) error { _, err := r.Receive(tk); return err })
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		want.BufferUsed, want.WaitingReceive = 0, 1
		expect(t, "empty", want, s.Statistics())
		return s.Send(tk, 2)
	})
	expect(t, "error", "", text(err))
}

// TestWaitingEndsCannotBeOvertaken: a value goes to who waits, so that nobody who
// comes later gets it first.
func TestWaitingEndsCannotBeOvertaken(t *testing.T) {
	s, r := channel(t, 1)
	var got any
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n, func(tk *trio.Task) (err error) { got, err = r.Receive(tk); return err })
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		if err := s.SendNowait("first"); err != nil {
			return err
		}
		_, err := r.ReceiveNowait()
		expect(t, "a newcomer", blocked, tree(err))
		return nil
	})
	expect(t, "error", "", text(err))
	expect(t, "value", any("first"), got)
	err = nursery(func(tk *trio.Task, n *trio.Nursery) error {
		start(t, n, func(tk *trio.Task) error { return errors.Join(s.Send(tk, 1), s.Send(tk, 2)) })
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		v, err := r.ReceiveNowait()
		expect(t, "first", any(1), v)
		expect(t, "no room for a newcomer", blocked, tree(s.SendNowait(3)))
		v, e := r.ReceiveNowait()
		expect(t, "second", any(2), v)
		return errors.Join(err, e)
	})
	expect(t, "error", "", text(err))
}

// TestSendAfterACancelledReceive: the value is not lost on who left.
func TestSendAfterACancelledReceive(t *testing.T) {
	s, r := channel(t, 1)
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		scope := trio.Scope()
		start(t, n, func(tk *trio.Task) error {
			return scope.Do(tk, func() error { _, err := r.Receive(tk); return err })
		})
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		scope.Cancel()
		if err := s.Send(tk, 7); err != nil {
			return err
		}
		v, err := r.Receive(tk)
		expect(t, "value", any(7), v)
		return err
	})
	expect(t, "error", "", text(err))
}

func TestRendezvous(t *testing.T) {
	s, r := channel(t, 0)
	var steps []string
	err := nursery(func(tk *trio.Task, n *trio.Nursery) error {
		expect(t, "nobody waits", blocked, tree(s.SendNowait(1)))
		start(t, n, func(tk *trio.Task) error {
			err := s.Send(tk, 1)
			steps = append(steps, "sent")
			return err
		})
		if err := trio.WaitAllTasksBlocked(tk); err != nil {
			return err
		}
		steps = append(steps, "receiving")
		_, err := r.Receive(tk)
		return err
	})
	expect(t, "error", "", text(err))
	expect(t, "steps", []string{"receiving", "sent"}, steps)
}

func TestClosingIsACheckpoint(t *testing.T) {
	s, r := channel(t, 0)
	_, err := within(func(tk *trio.Task, scope *trio.CancelScope) error {
		scope.Cancel()
		for _, op := range []trio.Op{s.CloseOp(), r.CloseOp()} {
			_, err := tk.Do(op)
			expect(t, "error", "Cancelled", tree(err))
		}
		expect(t, "closed", []bool{true, true}, []bool{s.Closed(), r.Closed()})
		return nil
	})
	expect(t, "error", "", text(err))
}
