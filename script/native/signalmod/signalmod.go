// Package signalmod is the module signal.
package signalmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/signalsafe"
)

// Module makes the module.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("signal")
	if err := h.RunText(h.Thread(), m, "<signal>", signalSource); err != nil {
		return nil, err
	}
	m.Def("raise_signal", 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		if err = h.Threads.Send(signalsafe.Signal(n)); err == nil {
			err = h.Threads.Check()
		}
		return object.None, err
	})
	return m, nil
}

const signalSource = `
class Signals(int):
    def __new__(cls, value, name):
        self = int.__new__(cls, value)
        self.name = name
        self.value = value
        return self
    def __repr__(self):
        return f"<Signals.{self.name}: {self.value}>"

SIGHUP = Signals(1, "SIGHUP")
SIGINT = Signals(2, "SIGINT")
SIGUSR1 = Signals(10, "SIGUSR1")
SIGUSR2 = Signals(12, "SIGUSR2")
SIGALRM = Signals(14, "SIGALRM")
SIGTERM = Signals(15, "SIGTERM")
`
