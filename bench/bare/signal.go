package bare

import (
	"os"
	"os/signal"
)

// signalBacklog is how many signals may wait for the loop; os/signal drops what
// does not fit.
const signalBacklog = 16

// AddSignalHandler calls fn in the loop for every sig the process receives,
// until Close. A second handler for a signal replaces the first.
func (l *Loop) AddSignalHandler(sig os.Signal, fn func()) {
	if l.signals == nil {
		l.signals = make(chan os.Signal, signalBacklog)
		l.handlers = make(map[os.Signal]func())
	}
	l.handlers[sig] = fn
	signal.Notify(l.signals, sig)
}

// deliver queues the handler of a signal.
func (l *Loop) deliver(s os.Signal) { l.CallSoon(l.handlers[s]) }
