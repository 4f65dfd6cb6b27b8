package main

import (
	"io"
	"os"

	"asyncio/trace"
	"asyncio/trace/chrome"
	"asyncio/trace/mermaid"
	"asyncio/trace/page"
)

// traceFormats are the names that encode knows.
var traceFormats = []string{"json", "chrome", "html", "mermaid"}

// encode writes a recording in the format that was asked for.
func (c *traceCommand) encode(w io.Writer, r *trace.Recorder) error {
	switch c.Format {
	case "chrome":
		return chrome.Write(w, r.Recording(0))
	case "mermaid":
		return mermaid.Write(w, r.Recording(0), c.shown.filter)
	case "html":
		return page.Write(w, r.Recording(0), c.source)
	}
	return r.Write(w)
}

// whole tells whether the format always has the whole recording.
func (c *traceCommand) whole() bool { return c.Format != "text" && c.Format != "mermaid" }

// source gives the text of a file of the program's.
func (c *traceCommand) source(file string) (text string, ok bool) {
	if c.Code != nil && file == "<string>" {
		return *c.Code, true
	}
	all, err := os.ReadFile(file)
	return string(all), err == nil
}
