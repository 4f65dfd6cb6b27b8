package object

// Life knows the objects of one interpreter whose end a program can notice:
// instances with __del__, objects with weak references, coroutines nobody
// awaited, open files and the like. There are no reference counts: where a
// reference goes, Settle looks whether one of them went with it.
type Life struct {
	// Live counts the candidates. At 0 nothing needs to be done anywhere.
	Live int
	// Credit is what may be spent on tracing: objects met. It grows with the
	// instructions that run, so that tracing takes its share of the time only.
	Credit int

	open, known list
	ending      []*ending
	fresh       []doomed // those of known that were last found where nothing stays
	number      uint64
	births      uint64
	collected   bool // a program had all cycles collected
	byObject    map[Markable]*Candidate
	spare       *Candidate
	ways        ways
	rings       rings
	trace       Tracer
	world       World
}

// World is what a Life has to know of the machine.
type World interface {
	// Roots gives what is in use by itself: what is near the code that runs
	// now, or all the rest.
	Roots(near bool, visit func(any))
	// IsRoot reports whether a root is still the one it was, by its number.
	IsRoot(x any, serial int32) bool
	// Hidden gives the number of candidates made so far at the moment from
	// which on Go code is under way that may hold any of those.
	Hidden() uint64
	// CallThrough calls fn for Go code that holds nothing meanwhile that is not
	// found from a root.
	CallThrough(t *Thread, fn Value, args ...Value) (Value, error)
	// Unraisable reports an error that there is nobody to raise it in.
	Unraisable(t *Thread, err error, where Value)
}

// maxCredit bounds what may be spent at once.
const maxCredit = 3_000_000

// Candidate is an object in a Life.
type Candidate struct {
	Obj        Markable
	number     uint64
	age        uint64 // the number of its birth
	prev, next *Candidate
	state      uint8
	final      bool  // something other than weak references has to happen
	way        *step // the way from a root to the object, by which it is in use
	was        []any // what was on that way when it was found broken, the root first
	refs       []*WeakRef
}

// The states of a candidate.
const (
	stateOpen   uint8 = iota // no way to it is known
	stateUsed                // way led to it when last looked at
	stateCyclic              // unreachable, but something unreachable refers to it
	stateGone
)

type list struct{ first, last *Candidate }

func (q *list) add(c *Candidate) {
	c.prev, c.next = q.last, nil
	if q.last != nil {
		q.last.next = c
	} else {
		q.first = c
	}
	q.last = c
}

func (q *list) cut(c *Candidate) {
	if c.prev != nil {
		c.prev.next = c.next
	} else {
		q.first = c.next
	}
	if c.next != nil {
		c.next.prev = c.prev
	} else {
		q.last = c.prev
	}
}

// Finalizer is implemented by native objects for which something happens when
// they are dropped: a file is closed, an error nobody took is reported.
type Finalizer interface {
	Markable
	Finalize(t *Thread)
}

// Collected is implemented by Finalizers for which it makes a difference that a
// collection ends them, not their last reference.
type Collected interface{ Collected(t *Thread) }

// Connect gives the Life its machine.
func (l *Life) Connect(w World) {
	l.world = w
	l.Credit = maxCredit
}

// Earn adds to the credit.
func (l *Life) Earn(n int) { l.Credit = min(l.Credit+n, maxCredit) }

// born is implemented by what may become a candidate long after it was made.
type born interface{ Born() uint64 }

// Birth gives the number of what is made now.
func (l *Life) Birth() uint64 {
	l.births++
	return l.births
}

// Births gives the counter of Birth.
func (l *Life) Births() *uint64 { return &l.births }

// Number gives the number of the candidate made last.
func (l *Life) Number() uint64 { return l.number }

// Watch makes obj, which is new, a candidate: it is finalized when dropped.
func (l *Life) Watch(obj Markable) { l.watch(obj).final = true }

func (l *Life) watch(obj Markable) *Candidate {
	m := obj.markOf()
	if m.watched {
		return l.find(obj)
	}
	m.watched = true
	l.number++
	c := l.spare
	if c == nil {
		c = &Candidate{}
	} else {
		l.spare = c.next
		*c = Candidate{}
	}
	c.Obj, c.number = obj, l.number
	if b, ok := obj.(born); ok {
		c.age = b.Born()
	}
	if c.age == 0 {
		c.age = l.Birth()
	}
	l.open.add(c)
	if o, ok := obj.(mortal); ok {
		*o.recordOf() = c
	} else {
		if l.byObject == nil {
			l.byObject = map[Markable]*Candidate{}
		}
		l.byObject[obj] = c
	}
	l.Live++
	return c
}

func (l *Life) find(obj Markable) *Candidate {
	if o, ok := obj.(mortal); ok {
		return *o.recordOf()
	}
	return l.byObject[obj]
}

// Forget ends what Watch began: nothing needs to happen any more.
func (l *Life) Forget(obj Markable) {
	if !obj.markOf().watched {
		return
	}
	c := l.find(obj)
	c.final = false
	if len(c.refs) == 0 {
		l.remove(c)
	}
}

func (l *Life) listOf(c *Candidate) *list {
	if c.state == stateOpen {
		return &l.open
	}
	return &l.known
}

func (l *Life) remove(c *Candidate) {
	if c.state == stateGone {
		return
	}
	l.listOf(c).cut(c)
	c.Obj.markOf().watched = false
	if o, ok := c.Obj.(mortal); ok {
		*o.recordOf() = nil
	} else {
		delete(l.byObject, c.Obj)
	}
	l.Live--
	l.ways.release(c.way)
	c.state, c.Obj, c.refs, c.way, c.was = stateGone, nil, nil, nil, nil
	c.prev, c.next = nil, l.spare
	l.spare = c
}

func (l *Life) set(c *Candidate, state uint8) {
	if c.state == stateGone {
		return
	}
	c.was = nil
	if c.state == stateUsed && state == stateOpen {
		c.was = c.way.trail()
	}
	if (c.state == stateOpen) != (state == stateOpen) {
		l.listOf(c).cut(c)
		c.state = state
		l.listOf(c).add(c)
	}
	c.state = state
	if state != stateUsed {
		l.ways.release(c.way)
		c.way = nil
	}
}
