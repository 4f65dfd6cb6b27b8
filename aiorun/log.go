package aiorun

import (
	"asyncio/exceptions"
	"asyncio/process"
)

// log writes to the logger "aiorun".
type log struct {
	to    process.Logger
	state *process.State
}

func (g log) debug(text string) { g.to.Log(process.Debug, text) }
func (g log) info(text string)  { g.to.Log(process.Info, text) }
func (g log) warn(text string)  { g.to.Log(process.Warning, text) }

// failed logs an error with the traceback of exc, if there is one.
func (g log) failed(text string, exc error) {
	to, told := g.to.(process.ExceptionLogger)
	switch {
	case exc == nil:
		g.to.Log(process.Error, text)
	case told:
		to.LogException(process.Error, text, exc)
	case g.state.Traceback != nil:
		g.to.Log(process.Error, text+"\n"+g.state.Traceback(exc))
	default:
		g.to.Log(process.Error, text+"\n"+exceptions.Traceback(exc))
	}
}
