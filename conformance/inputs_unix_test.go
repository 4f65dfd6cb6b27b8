//go:build unix

package conformance

import (
	"syscall"

	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/task"
)

// t1Pipe is os.pipe().
func (s *stage) t1Pipe() (r, w int) {
	var fds [2]int
	s.must(syscall.Pipe(fds[:]))
	return fds[0], fds[1]
}

// t1Close closes descriptors.
func (s *stage) t1Close(fds ...int) {
	for _, fd := range fds {
		s.must(syscall.Close(fd))
	}
}

// t1Write is os.write(fd, text).
func t1Write(fd int, text string) error {
	_, err := syscall.Write(fd, []byte(text))
	return err
}

// t1Read is os.read(fd, 9).
func t1Read(fd int) (string, error) {
	var buf [9]byte
	n, err := syscall.Read(fd, buf[:])
	return string(buf[:max(n, 0)]), err
}

// t1Reader is loop.add_reader(fd, fn).
func (s *stage) t1Reader(fd int, fn func() error) {
	_, err := s.loop.AddReader(fd, fn)
	s.must(err)
}

// t1NoReader is loop.remove_reader(fd).
func (s *stage) t1NoReader(fd int) bool {
	removed, err := s.loop.RemoveReader(fd)
	s.must(err)
	return removed
}

var inputs = table{
	"reader_after_ready_before_timer": {plain: func(s *stage, l *loop.Loop) (any, error) {
		r, w := s.t1Pipe()
		defer s.t1Close(r, w)
		s.t1Reader(r, func() error {
			s.log("reader")
			s.t1NoReader(r)
			return nil
		})
		s.must(t1Write(w, "!"))
		s.t1At(0, s.logs("timer"))
		s.t1Soon(s.logs("ready"))
		return nil, s.t1RunUntil(1)
	}},
	"reader_sees_write_of_callback_next_tick": {plain: func(s *stage, l *loop.Loop) (any, error) {
		r, w := s.t1Pipe()
		defer s.t1Close(r, w)
		s.t1Reader(r, func() error {
			text, err := t1Read(r)
			s.log("read %s", text)
			l.Stop()
			return err
		})
		s.t1Soon(func() error {
			s.log("write")
			return t1Write(w, "hello")
		})
		err := l.RunForever()
		s.t1NoReader(r)
		return nil, err
	}},
	"reader_called_each_tick_until_read": {plain: func(s *stage, l *loop.Loop) (any, error) {
		r, w := s.t1Pipe()
		defer s.t1Close(r, w)
		seen := 0
		s.t1Reader(r, func() error {
			seen++
			s.log("readable")
			if seen == 3 {
				_, err := t1Read(r)
				return err
			}
			return nil
		})
		s.must(t1Write(w, "!"))
		err := s.t1RunUntil(1)
		s.t1NoReader(r)
		return nil, err
	}},
	"reader_before_writer_of_one_socket": {plain: func(s *stage, l *loop.Loop) (any, error) {
		pair, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
		s.must(err)
		here, there := pair[0], pair[1]
		defer s.t1Close(here, there)
		s.must(syscall.SetNonblock(here, true))
		_, err = l.AddWriter(here, func() error {
			s.log("writer")
			_, err := l.RemoveWriter(here)
			return err
		})
		s.must(err)
		s.t1Reader(here, func() error {
			s.log("reader")
			s.t1NoReader(here)
			return nil
		})
		s.must(t1Write(there, "!"))
		return nil, s.t1RunUntil(1)
	}},
	"reader_replaced": {plain: func(s *stage, l *loop.Loop) (any, error) {
		r, w := s.t1Pipe()
		defer s.t1Close(r, w)
		s.t1Reader(r, s.logs("old"))
		s.t1Reader(r, func() error {
			s.log("new")
			_, err := t1Read(r)
			return err
		})
		s.must(t1Write(w, "!"))
		err := s.t1RunUntil(1)
		s.log("removed %s", reprOf(s.t1NoReader(r)))
		s.log("removed %s", reprOf(s.t1NoReader(r)))
		return nil, err
	}},
	"reader_removed_by_ready_callback": {plain: func(s *stage, l *loop.Loop) (any, error) {
		r, w := s.t1Pipe()
		defer s.t1Close(r, w)
		s.t1Reader(r, s.logs("reader"))
		s.must(t1Write(w, "!"))
		s.t1Soon(func() error {
			s.log("remove")
			s.t1NoReader(r)
			return nil
		})
		return nil, s.t1RunUntil(1)
	}},
	"future_set_by_reader": {async: func(s *stage, co *task.Co) (any, error) {
		r, w := s.t1Pipe()
		defer s.t1Close(r, w)
		arrived := s.t1Future()
		s.t1Reader(r, func() error {
			s.log("reader")
			s.t1NoReader(r)
			text, err := t1Read(r)
			if err != nil {
				return err
			}
			return arrived.SetResult(text)
		})
		s.t1Later(2, func() error { return t1Write(w, "word") })
		v, err := co.Await(arrived)
		s.log("woken")
		return v, err
	}},
	"error_in_reader": {async: func(s *stage, co *task.Co) (any, error) {
		s.t1NoteErrors()
		r, w := s.t1Pipe()
		defer s.t1Close(r, w)
		s.must(t1Write(w, "!"))
		s.t1Reader(r, func() error {
			s.t1NoReader(r)
			return exceptions.ValueError("reader")
		})
		s.must(sleep(co, 0))
		return nil, sleep(co, 0)
	}},
}
