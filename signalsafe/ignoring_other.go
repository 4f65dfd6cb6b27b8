//go:build !windows

package signalsafe

import (
	"os"
	"os/signal"
)

// ignoring has the process ignore a signal.
type ignoring struct{}

func (*ignoring) begin(sys os.Signal) { signal.Ignore(sys) }

// end gives the signal its default action back, unless somebody receives it.
// signal.Reset alone does not do it: it undoes Notify, not Ignore. For a signal
// ignored since the start of the process Go goes back to that.
func (*ignoring) end(sys os.Signal) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, sys)
	signal.Stop(c)
}
