package signalsafe

import (
	"os"
	"os/signal"
)

// ignoring has the process ignore a signal. signal.Ignore does not do it here:
// Ctrl+C that Go's runtime has no receiver for ends the process. So it is
// received, into a channel that nobody reads.
type ignoring struct{ unread chan os.Signal }

func (i *ignoring) begin(sys os.Signal) {
	if i.unread == nil {
		i.unread = make(chan os.Signal, 1)
		signal.Notify(i.unread, sys)
	}
}

// end gives the signal its default action back, unless somebody receives it.
func (i *ignoring) end(os.Signal) {
	if i.unread != nil {
		signal.Stop(i.unread)
		i.unread = nil
	}
}
