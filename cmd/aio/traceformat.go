package main

import (
	"io"

	"asyncio/trace"
	"asyncio/trace/chrome"
)

// traceFormats are the names that writeTrace knows.
var traceFormats = []string{"json", "chrome"}

// writeTrace writes a recording in a format.
func writeTrace(w io.Writer, format string, r *trace.Recording) error {
	switch format {
	case "chrome":
		return chrome.Write(w, r)
	}
	return r.Write(w)
}
