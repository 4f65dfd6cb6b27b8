package object

// remembered is how many exceptions are kept for their rings.
const remembered = 128

// rings are the exceptions that tasks and futures ended with, or that passed a
// function of asyncio that keeps them, the newest ones.
// Most rings of references that programs leave behind go through one: by its
// traceback to a frame, and from there to who has the exception. Nothing leads
// to such a ring, but it may lead to a candidate, which then stays until the
// collection.
type rings struct {
	exceptions [remembered]*Exception
	next       int
}

// Ended notes such an exception.
func (l *Life) Ended(e *Exception) {
	l.rings.exceptions[l.rings.next%remembered] = e
	l.rings.next++
}

// each gives those that are not in use, and forgets those for which it is told to.
func (r *rings) each(tr *Tracer, visit func(e *Exception) (keep bool)) {
	for i, e := range r.exceptions {
		if e != nil && !tr.has(e) && !visit(e) {
			r.exceptions[i] = nil
		}
	}
}
