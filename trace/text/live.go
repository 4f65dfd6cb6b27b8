package text

import (
	"io"

	"asyncio/observe"
	"asyncio/trace"
)

// Live is an Observer that shows what it is told as the program goes, a block
// at the end of each iteration. It keeps nothing of what it has shown.
type Live struct {
	recorder *trace.Recorder
	view     *View
	tasks    int // from how many on it is worth looking for those that ended
}

// NewLive makes a Live view that writes to w.
func NewLive(w io.Writer, h trace.Header, o Options) *Live {
	return &Live{recorder: trace.NewRecorder(h), view: New(w, o)}
}

// Observe implements observe.Observer.
func (l *Live) Observe(e observe.Event) {
	l.recorder.Observe(e)
	if e.Kind == observe.IterationEnd {
		l.show()
	}
}

func (l *Live) show() {
	for _, e := range l.recorder.Take() {
		l.view.Add(&e)
	}
	l.view.Flush() // an error stays with the writer, and Close tells it
	if s := l.view.teller.State; len(s.Tasks) >= l.tasks {
		s.Prune()
		l.tasks = 2*len(s.Tasks) + 64
	}
}

// Close shows what is left.
func (l *Live) Close() error {
	l.show()
	return l.view.Close()
}
