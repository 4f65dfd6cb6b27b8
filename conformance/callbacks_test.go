package conformance

import (
	"fmt"
	"slices"
	"strings"

	"asyncio/handle"
	"asyncio/loop"
)

var callbacks = table{
	"soon_keeps_order": {plain: func(s *stage, l *loop.Loop) (any, error) {
		for _, word := range []string{"first", "second", "third"} {
			s.t1Soon(s.logs("%s", word))
		}
		return nil, s.t1Run()
	}},
	"soon_inside_callback_is_next_tick": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(func() error {
			s.log("outer")
			s.t1Soon(s.logs("inner"))
			return nil
		})
		s.t1Soon(s.logs("neighbour"))
		return nil, s.t1RunUntil(1)
	}},
	"soon_chain_of_four": {plain: func(s *stage, l *loop.Loop) (any, error) {
		var link func(left int) func() error
		link = func(left int) func() error {
			return func() error {
				s.log("%d left", left)
				if left > 0 {
					s.t1Soon(link(left - 1))
				} else {
					l.Stop()
				}
				return nil
			}
		}
		s.t1Soon(link(4))
		return nil, l.RunForever()
	}},
	"soon_two_chains_alternate": {plain: func(s *stage, l *loop.Loop) (any, error) {
		var link func(name string, left int) func() error
		link = func(name string, left int) func() error {
			return func() error {
				s.log("%s%d", name, left)
				if left > 0 {
					s.t1Soon(link(name, left-1))
				}
				return nil
			}
		}
		s.t1Soon(link("x", 2))
		s.t1Soon(link("y", 3))
		return nil, s.t1RunUntil(1)
	}},
	"later_zero_runs_after_ready": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Later(0, s.logs("timer"))
		s.t1Soon(s.logs("ready"))
		return nil, s.t1RunUntil(1)
	}},
	"later_zero_inside_callback": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(func() error {
			s.t1Later(0, s.logs("timer"))
			s.t1Soon(s.logs("soon"))
			return nil
		})
		return nil, s.t1RunUntil(1)
	}},
	"later_negative_is_due_at_once": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Later(-5, s.logs("late already"))
		s.t1Later(0.5, s.logs("half a second"))
		s.t1Soon(s.logs("ready"))
		return nil, s.t1RunUntil(1)
	}},
	"later_in_order_of_time": {plain: func(s *stage, l *loop.Loop) (any, error) {
		for _, delay := range []int{3, 1, 2} {
			s.t1Later(float64(delay), s.logs("after %d", delay))
		}
		return nil, s.t1RunUntil(4)
	}},
	"at_moment_in_the_past": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1At(5, s.logs("five"))
		s.t1At(3, s.logs("three"))
		s.t1At(4, s.logs("four"))
		s.t1Soon(s.logs("ready"))
		return nil, s.t1Run()
	}},
	"timer_sets_timer": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Later(1, func() error {
			s.log("first")
			s.t1Later(1, s.logs("second"))
			return nil
		})
		s.t1Later(1.5, s.logs("between"))
		return nil, s.t1RunUntil(3)
	}},
	"timer_and_its_soon": {plain: func(s *stage, l *loop.Loop) (any, error) {
		when := l.Time() + 1
		for _, name := range []string{"a", "b"} {
			s.t1At(when, func() error {
				s.log("%s", name)
				s.t1Soon(s.logs("soon of %s", name))
				return nil
			})
		}
		return nil, s.t1RunUntil(2)
	}},
	"equal_timers_2":  t1Ties(2),
	"equal_timers_3":  t1Ties(3),
	"equal_timers_4":  t1Ties(4),
	"equal_timers_5":  t1Ties(5),
	"equal_timers_6":  t1Ties(6),
	"equal_timers_7":  t1Ties(7),
	"equal_timers_8":  t1Ties(8),
	"equal_timers_9":  t1Ties(9),
	"equal_timers_10": t1Ties(10),
	"equal_timers_some_cancelled": {plain: func(s *stage, l *loop.Loop) (any, error) {
		when := l.Time() + 1
		var timers []*handle.TimerHandle
		for n := range 9 {
			timers = append(timers, s.t1At(when, s.logs("timer %d", n)))
		}
		for _, n := range []int{0, 3, 4} {
			timers[n].Cancel()
		}
		return nil, s.t1RunUntil(2)
	}},
	"equal_timers_between_others": {plain: func(s *stage, l *loop.Loop) (any, error) {
		when := l.Time() + 1
		for n := range 6 {
			s.t1At(when, s.logs("equal %d", n))
			s.t1At(when-0.01*float64(n+1), s.logs("early %d", n))
		}
		return nil, s.t1RunUntil(2)
	}},
	"timers_100_with_60_cancelled": t1OrderAfterCancelling(100, 60),
	"timers_99_with_60_cancelled":  t1OrderAfterCancelling(99, 60),
	"timers_120_with_60_cancelled": t1OrderAfterCancelling(120, 60),
	"timers_120_with_61_cancelled": t1OrderAfterCancelling(120, 61),
	"cancelled_handle_is_skipped": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(s.logs("a"))
		h := s.t1Soon(s.logs("b"))
		s.t1Soon(s.logs("c"))
		h.Cancel()
		h.Cancel()
		s.log("cancelled %s", reprOf(h.Cancelled()))
		return nil, s.t1Run()
	}},
	"cancel_handle_queued_behind": {plain: func(s *stage, l *loop.Loop) (any, error) {
		var victim *handle.Handle
		s.t1Soon(func() error { victim.Cancel(); return nil })
		s.t1Soon(s.logs("between"))
		victim = s.t1Soon(s.logs("victim"))
		return nil, s.t1Run()
	}},
	"cancel_handle_already_run": {plain: func(s *stage, l *loop.Loop) (any, error) {
		done := s.t1Soon(s.logs("ran"))
		s.t1Soon(func() error { done.Cancel(); return nil })
		s.t1Soon(func() error { s.log("cancelled %s", reprOf(done.Cancelled())); return nil })
		return nil, s.t1Run()
	}},
	"cancelled_timer_costs_no_tick": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Later(1, s.logs("never")).Cancel()
		s.t1Later(2, s.logs("two"))
		return nil, s.t1RunUntil(3)
	}},
	"timer_cancels_timer_of_same_tick": {plain: func(s *stage, l *loop.Loop) (any, error) {
		when := l.Time() + 1
		var victim *handle.TimerHandle
		s.t1At(when, func() error {
			s.log("killer")
			victim.Cancel()
			return nil
		})
		victim = s.t1At(when, s.logs("victim"))
		s.t1At(when+1, s.logs("after"))
		return nil, s.t1RunUntil(3)
	}},
	"ready_before_due_timer": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1At(0, s.logs("timer"))
		s.t1Soon(s.logs("one"))
		s.t1Soon(s.logs("two"))
		return nil, s.t1Run()
	}},
	"threadsafe_between_soon": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(s.logs("a"))
		s.t1Safe(s.logs("b"))
		s.t1Soon(s.logs("c"))
		return nil, s.t1Run()
	}},
	"threadsafe_inside_callback": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(func() error {
			s.t1Safe(s.logs("safe"))
			s.t1Soon(s.logs("soon"))
			s.t1Later(0, s.logs("timer"))
			return nil
		})
		return nil, s.t1RunUntil(1)
	}},
	"threadsafe_byte_costs_no_tick": {plain: func(s *stage, l *loop.Loop) (any, error) {
		var hop func(left int) error
		hop = func(left int) error {
			s.log("hop %d", left)
			if left > 0 {
				s.t1Safe(func() error { return hop(left - 1) })
			}
			return nil
		}
		s.must(hop(3))
		return nil, s.t1RunUntil(1)
	}},
}

// t1Ties has nothing but equal timers in the heap; the last one run stops the
// loop.
func t1Ties(count int) scenario {
	return scenario{plain: func(s *stage, l *loop.Loop) (any, error) {
		var left []int
		for n := range count {
			left = append(left, n)
		}
		when := l.Time() + 1
		for n := range count {
			s.t1At(when, func() error {
				s.log("timer %d", n)
				i := slices.Index(left, n)
				left = slices.Delete(left, i, i+1)
				if len(left) == 0 {
					l.Stop()
				}
				return nil
			})
		}
		return nil, l.RunForever()
	}}
}

// t1OrderAfterCancelling cancels some of many equal timers. Once too many of
// the heap's timers are cancelled they are swept out, which changes the order.
func t1OrderAfterCancelling(count, cancelled int) scenario {
	return scenario{plain: func(s *stage, l *loop.Loop) (any, error) {
		when := l.Time() + 1
		var order []string
		var timers []*handle.TimerHandle
		for n := range count {
			timers = append(timers, s.t1At(when, func() error { order = append(order, fmt.Sprint(n)); return nil }))
		}
		for _, t := range timers[1 : 1+cancelled] {
			t.Cancel()
		}
		err := s.t1RunUntil(2)
		s.log("%s", strings.Join(order, " "))
		return nil, err
	}}
}
