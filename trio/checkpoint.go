package trio

// CancelShieldedCheckpointOp lets others run, and cannot be cancelled.
func CancelShieldedCheckpointOp() Op {
	return newMachine(func(*Task) then { return block(schedule, nil) })
}

// CheckpointOp lets others run, then looks whether the task is cancelled, so
// that deadlines are up to date.
func CheckpointOp() Op {
	return newMachine(func(t *Task) then {
		return block(schedule, func(_ any, err error) then {
			if err != nil {
				return end(nil, err)
			}
			return ifCancelled(t, nil)
		})
	})
}

// CheckpointIfCancelledOp raises if the task is cancelled, or has a
// KeyboardInterrupt to get, and does nothing otherwise.
func CheckpointIfCancelledOp() Op {
	return newMachine(func(t *Task) then { return ifCancelled(t, nil) })
}

// pending reports whether the task would be interrupted if it blocked now.
func (t *Task) pending() bool {
	return t.status.cancelled || t == t.runner.main && t.runner.interrupted
}

// ifCancelled raises what is to be raised in t, or goes on with next.
func ifCancelled(t *Task, next func(any, error) then) then {
	if t.pending() {
		return block(sleepForever(), next)
	}
	if next == nil {
		return end(nil, nil)
	}
	return next(nil, nil)
}

// Checkpoint lets other tasks run. It fails with Cancelled when t is in a
// cancelled scope, and every time it is.
func Checkpoint(t *Task) error { return t.do(CheckpointOp()) }

// CheckpointIfCancelled fails as Checkpoint does, but lets nobody run if t is
// not cancelled.
func CheckpointIfCancelled(t *Task) error { return t.do(CheckpointIfCancelledOp()) }

// CancelShieldedCheckpoint lets other tasks run and is not cancelled.
func CancelShieldedCheckpoint(t *Task) error { return t.do(CancelShieldedCheckpointOp()) }

// do runs an operation without a value.
func (t *Task) do(op Op) error {
	_, err := t.Do(op)
	return err
}

// CurrentEffectiveDeadline gives the time, in seconds of the run's clock, at
// which t will be cancelled: infinity for never, minus infinity for now.
func CurrentEffectiveDeadline(t *Task) float64 { return t.status.deadline() }
