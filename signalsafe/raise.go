package signalsafe

// DeathError is Deliver's answer to a signal that would have ended the
// process.
type DeathError struct{ Signal Signal }

// Error gives "killed by SIGTERM".
func (e *DeathError) Error() string { return "killed by " + e.Signal.String() }

// Raise sends s to the program itself, as signal.raise_signal and
// os.kill(os.getpid(), s) do. With a handler of the program the at-once half
// has run when Raise returns, once for each call. An ignored signal does
// nothing. With the default handler the default action happens to the
// process: it ends with the wait status of s (on Windows with the exit status
// the C library gives), or stops, or nothing happens for the signals whose
// default is that. A table without a Door answers as Deliver does.
//
// 0 does nothing; any other number that is not Valid is an OSError (EINVAL).
func (t *Table) Raise(s Signal) error {
	if t.door == nil { // a simulated process does not end the real one
		return t.Deliver(s)
	}
	switch act, err := t.send(s); {
	case err != nil:
		return err
	case act == die:
		DieBy(s)
	case act == stop:
		suspend(s)
	}
	return nil
}

// Deliver simulates that s comes from outside. It is Raise without harm to the
// process: a deadly default action is returned as *DeathError, and one that
// would stop the process does nothing, as if it was continued at once.
func (t *Table) Deliver(s Signal) error {
	switch act, err := t.send(s); {
	case err != nil:
		return err
	case act == die:
		return &DeathError{Signal: s}
	}
	return nil
}

// send runs the at-once half for s, or tells which default action is due.
func (t *Table) send(s Signal) (action, error) {
	if s == 0 {
		return nothing, nil
	}
	if !Valid(s) {
		return nothing, einval()
	}
	if t.Trip(s) || t.handlers[s].Load().kind != KindDefault {
		return nothing, nil
	}
	return defaultAction(s), nil
}
