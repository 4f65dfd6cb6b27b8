package threads

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/petermattis/goid"

	"asyncio/clock"
	"asyncio/exceptions"
	"asyncio/process"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// SwitchInterval is how long a thread waits for the lock before it asks the one
// that has it to give way, as sys.getswitchinterval().
const SwitchInterval = 5 * time.Millisecond

// Group is the threads of one interpreter.
type Group struct {
	// Process is the interpreter's process, with the table of signals.
	Process *process.State
	// File is the program's, for what happens while none of its code runs.
	File string

	main    *Thread
	virtual *scheduler // nil in real time

	mu      sync.Mutex         // guards held, queue and blocked
	blocked map[*Thread]func() // what ends the blocking calls under way
	held    bool
	queue   []*Thread   // real time: who waits for the lock, in order
	want    atomic.Bool // somebody has waited for long enough
	current *Thread     // who has the lock

	alive    []*Thread // started and not ended, the main one included
	handled  int       // times the main thread has dealt with signals
	count    int       // threads started so far
	interval time.Duration
	begun    time.Time
	all      sync.WaitGroup

	end     atomic.Pointer[ending]
	stopped chan struct{} // closed when end is set
}

// ending is why no more Python code runs.
type ending struct{ err error }

// Thread is one of the threads.
type Thread struct {
	// T is what its Python code runs on.
	T *object.Thread
	// Process is the thread as loops know it.
	Process *process.Thread
	// Daemon tells that the interpreter's end does not wait for it.
	Daemon bool
	// Value is the layer above's object of the thread.
	Value any

	group   *Group
	number  int
	park    chan struct{}
	wait    *Wait         // its innermost blocking call
	queued  bool          // virtual time: it stands in the queue
	dead    bool          // nobody need wait for its end
	gone    bool          // its goroutine ends
	turn    chan struct{} // real time: closed when its turn has come
	looks   int
	joiners []*Wait

	atEnd []func()
}

// NewGroup makes the threads of an interpreter: the main one, whose code runs on
// m. Without a clock time is real.
func NewGroup(state *process.State, m *vm.Machine, virtual *clock.Virtual) *Group {
	g := &Group{Process: state, stopped: make(chan struct{}), blocked: map[*Thread]func(){}, interval: SwitchInterval, begun: time.Now()}
	g.main = g.newThread(m, "MainThread")
	state.SetMain(g.main.Process)
	if virtual != nil {
		g.virtual = newScheduler(g, virtual)
	}
	state.Signals.OnWake(func() { g.poke(g.main) })
	m.Poll = g.poll
	return g
}

func (g *Group) newThread(m *vm.Machine, name string) *Thread {
	t := &Thread{T: m.T, Process: g.Process.NewThread(name), group: g, number: g.count, park: make(chan struct{}, 1)}
	g.count++
	g.alive = append(g.alive, t)
	m.Thread = t
	return t
}

// Of gives the thread whose code runs on t.
func Of(t *object.Thread) *Thread { return vm.Of(t).Thread.(*Thread) }

// Main gives the main thread.
func (g *Group) Main() *Thread { return g.main }

// Current gives the thread that has the interpreter lock. Only its own code may
// ask.
func (g *Group) Current() *Thread { return g.current }

// Alive gives the threads that have not ended, oldest first.
func (g *Group) Alive() []*Thread { return g.alive }

// SetInterval changes the switch interval.
func (g *Group) SetInterval(d time.Duration) { g.interval = d }

// Interval gives the switch interval.
func (g *Group) Interval() time.Duration { return g.interval }

// Ident is get_ident().
func (t *Thread) Ident() int64 { return 0x7f0000000000 + int64(t.number)*0x1000 }

// Number counts the threads of the interpreter; the main one is 0.
func (t *Thread) Number() int { return t.number }

// Dead reports whether the thread has ended.
func (t *Thread) Dead() bool { return t.dead }

// Enter has the calling goroutine run the main thread's code until leave.
func (g *Group) Enter() (leave func()) {
	id := goid.Get()
	main := g.main
	g.Process.Adopt(id, func() *process.Thread { return main.Process })
	if g.virtual != nil {
		g.virtual.enter(main)
	} else {
		g.acquire(main)
	}
	return func() {
		g.Process.Forget(id)
		if g.virtual != nil {
			g.virtual.leave(main)
		} else {
			g.release()
		}
	}
}

// Start starts a thread that runs fn. fn reports its own failures: what it
// returns has no reader.
func (g *Group) Start(name string, daemon bool, value any, fn func(t *Thread)) (*Thread, error) {
	if err := g.Ending(); err != nil {
		return nil, g.fatal(err)
	}
	t := g.newThread(vm.Of(g.main.T).Fork(), name)
	t.Daemon, t.Value = daemon, value
	if g.virtual != nil {
		g.virtual.makeReady(t)
	}
	g.all.Add(1)
	go g.body(t, fn) // Close waits for it
	return t, nil
}

func (g *Group) body(t *Thread, fn func(t *Thread)) {
	defer g.all.Done()
	if g.virtual != nil {
		<-t.park
	} else {
		g.acquire(t)
	}
	id := goid.Get()
	g.Process.Adopt(id, func() *process.Thread { return t.Process })
	defer func() {
		if p := recover(); p != nil {
			g.Panicked(t, p)
		}
		g.Process.Forget(id)
		g.die(t)
	}()
	if g.Ending() == nil {
		fn(t)
	}
}

// die ends the current thread and gives the lock away.
func (g *Group) die(t *Thread) {
	for _, fn := range t.atEnd {
		fn()
	}
	t.atEnd = nil
	vm.Of(t.T).Close()
	for i, x := range g.alive {
		if x == t {
			g.alive = append(g.alive[:i:i], g.alive[i+1:]...)
			break
		}
	}
	t.gone = true
	g.Done(t)
	if g.virtual != nil {
		g.virtual.die()
	} else {
		g.release()
	}
}

// Done has those who wait for t's end wait no more. The main thread tells it of
// itself.
func (g *Group) Done(t *Thread) {
	t.dead = true
	for _, w := range t.joiners {
		g.Wake(w)
	}
	t.joiners = nil
}

// AtEnd has fn called when the thread has ended, with the interpreter lock.
func (t *Thread) AtEnd(fn func()) { t.atEnd = append(t.atEnd, fn) }

// Fail ends the run: no thread runs any more Python code. It may be called from
// any goroutine; the first error is the one that counts.
func (g *Group) Fail(err error) {
	if !g.end.CompareAndSwap(nil, &ending{err}) {
		return
	}
	close(g.stopped)
	g.mu.Lock()
	defer g.mu.Unlock()
	g.want.Store(true)
	if g.virtual != nil {
		g.virtual.pokeOutside()
	}
	for _, interrupt := range g.blocked {
		interrupt()
	}
}

// Ending gives the error that ended the run, nil while it goes on.
func (g *Group) Ending() error {
	if e := g.end.Load(); e != nil {
		return e.err
	}
	return nil
}

// Close ends all threads but the main one, wherever they are, and waits until
// their goroutines have ended. The caller must be inside of Enter.
func (g *Group) Close() {
	g.Fail(closed{})
	if g.virtual != nil {
		g.virtual.drain()
		g.all.Wait()
	} else {
		g.release()
		g.all.Wait()
		g.acquire(g.main)
	}
	g.Process.Signals.OnWake(nil)
}

// closed ends the daemon threads of an interpreter that is gone.
type closed struct{}

// Error implements error.
func (closed) Error() string { return "the interpreter was closed" }

// Fatal implements object.Fatal.
func (closed) Fatal() {}

// ExceptionKind implements exceptions.Kinder.
func (closed) ExceptionKind() exceptions.Kind { return exceptions.Fatal }

// IsClosed reports whether err is what ends the threads of a closed group.
func IsClosed(err error) bool { _, ok := err.(closed); return ok }

// String implements fmt.Stringer.
func (t *Thread) String() string { return fmt.Sprintf("thread %d", t.number) }
