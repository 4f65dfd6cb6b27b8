package trio

import (
	"maps"
	"slices"

	"asyncio/exceptions"
)

// Sequencer forces an order on tasks, for tests: the piece at a position runs
// when the one before has ended. The zero Sequencer is ready to use.
type Sequencer struct {
	points  map[int]*Event
	claimed map[int]bool
	broken  bool
}

func (s *Sequencer) point(n int) *Event {
	if s.points == nil {
		s.points = map[int]*Event{}
	}
	if s.points[n] == nil {
		s.points[n] = &Event{}
	}
	return s.points[n]
}

// EnterOp waits for the turn of a position. It fails with RuntimeError for one
// that was used, and once a wait was cancelled.
func (s *Sequencer) EnterOp(position int) Op {
	return newMachine(func(t *Task) then {
		switch {
		case s.claimed[position]:
			return end(nil, exceptions.RuntimeError("Attempted to reuse sequence point %d", position))
		case s.broken:
			return end(nil, exceptions.RuntimeError("sequence broken!"))
		}
		if s.claimed == nil {
			s.claimed = map[int]bool{}
		}
		s.claimed[position] = true
		if position == 0 {
			return end(nil, nil)
		}
		return run(s.point(position).WaitOp(), func(_ any, err error) then {
			switch {
			case err != nil && t.runner.errors.Is(err, ErrCancelled):
				s.broken = true
				for _, n := range slices.Sorted(maps.Keys(s.points)) {
					s.points[n].Set()
				}
				return end(nil, exceptions.RuntimeError("Sequencer wait cancelled -- sequence broken"))
			case err == nil && s.broken:
				err = exceptions.RuntimeError("sequence broken!")
			}
			return end(nil, err)
		})
	})
}

// Leave lets the next position have its turn.
func (s *Sequencer) Leave(position int) { s.point(position + 1).Set() }

// At runs body at its position.
func (s *Sequencer) At(t *Task, position int, body func() error) error {
	if err := t.do(s.EnterOp(position)); err != nil {
		return err
	}
	defer s.Leave(position)
	return body()
}
