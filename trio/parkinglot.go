package trio

import (
	"strings"

	"asyncio/exceptions"
)

// ParkingLot is where tasks wait, first come first served: what the other
// primitives are made of.
type ParkingLot struct {
	parked  waiters
	breaker []*Task
}

// ParkOp waits until the lot wakes the task. It fails with BrokenResourceError
// in a broken lot.
func (p *ParkingLot) ParkOp() Op {
	return newMachine(func(t *Task) then { return p.park(t, nil, "ParkingLot.park", nil) })
}

func (p *ParkingLot) park(t *Task, value any, what string, next func(any, error) then) then {
	if len(p.breaker) > 0 {
		names := make([]string, len(p.breaker))
		for i, b := range p.breaker {
			names[i] = b.repr()
		}
		err := ErrBrokenResource.New("Attempted to park in parking lot broken by [" + strings.Join(names, ", ") + "]")
		if next == nil {
			return end(nil, err)
		}
		return next(nil, err)
	}
	return block(p.parked.wait(t, value, what), next)
}

// Park waits until the lot wakes t.
func (p *ParkingLot) Park(t *Task) error { return t.do(p.ParkOp()) }

// Len gives how many tasks wait.
func (p *ParkingLot) Len() int { return p.parked.n }

// Tasks gives the tasks that wait, first come first.
func (p *ParkingLot) Tasks() []*Task { return p.parked.tasks() }

// Unpark wakes up to count tasks, which it gives.
func (p *ParkingLot) Unpark(count int) []*Task {
	var woken []*Task
	for ; count > 0 && p.parked.n > 0; count-- {
		woken = append(woken, p.parked.take().task)
	}
	for _, t := range woken {
		t.runner.Reschedule(t, nil, nil)
	}
	return woken
}

// UnparkAll wakes all tasks.
func (p *ParkingLot) UnparkAll() []*Task { return p.Unpark(p.parked.n) }

// Repark moves up to count tasks to another lot, where they go on waiting.
func (p *ParkingLot) Repark(to *ParkingLot, count int) {
	for ; count > 0 && p.parked.n > 0; count-- {
		to.parked.add(p.parked.take())
	}
}

// ReparkAll moves all tasks.
func (p *ParkingLot) ReparkAll(to *ParkingLot) { p.Repark(to, p.parked.n) }

// Break makes all that wait fail with BrokenResourceError, and from now on all
// that want to; by is the task that is told of there.
func (p *ParkingLot) Break(by *Task) {
	p.breaker = append(p.breaker, by)
	if len(p.breaker) > 1 {
		return
	}
	for p.parked.n > 0 {
		t := p.parked.take().task
		t.runner.Reschedule(t, nil, ErrBrokenResource.New("Parking lot broken by "+by.repr()))
	}
}

// BrokenBy gives the tasks that broke the lot.
func (p *ParkingLot) BrokenBy() []*Task { return append([]*Task(nil), p.breaker...) }

// AddBreaker has the lot broken when t exits; each call needs its RemoveBreaker.
// It fails with BrokenResourceError for a task that has exited already.
func (p *ParkingLot) AddBreaker(t *Task) error {
	if t.done {
		return ErrBrokenResource.New("Attempted to add already exited task as lot breaker.")
	}
	t.lots = append(t.lots, p)
	return nil
}

// RemoveBreaker undoes one AddBreaker. It fails with RuntimeError if there is
// none.
func (p *ParkingLot) RemoveBreaker(t *Task) error {
	for i, l := range t.lots {
		if l == p {
			t.lots = append(t.lots[:i], t.lots[i+1:]...)
			return nil
		}
	}
	return exceptions.RuntimeError("Attempted to remove task as breaker for a lot it is not registered for")
}

func (t *Task) breakLots() {
	for _, l := range t.lots {
		l.Break(t)
	}
	t.lots = nil
}

// References gives what is held for those that wait.
func (p *ParkingLot) References(visit func(any)) { p.parked.References(visit) }
