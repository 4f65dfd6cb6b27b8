package main

import (
	"io"
	"os"

	"asyncio/trace"
	"asyncio/trace/chrome"
	"asyncio/trace/mermaid"
	"asyncio/trace/page"
	"asyncio/trace/text"
)

// traceFormats are the names that writeTrace knows.
var traceFormats = []string{"json", "chrome", "html", "mermaid"}

// writeTrace writes a recording in a format.
func writeTrace(w io.Writer, format string, r *trace.Recording, shown text.Filter) error {
	switch format {
	case "chrome":
		return chrome.Write(w, r)
	case "mermaid":
		return mermaid.Write(w, r, shown)
	case "html":
		return page.Write(w, r, func(file string) (string, bool) {
			text, err := os.ReadFile(file)
			return string(text), err == nil
		})
	}
	return r.Write(w)
}
