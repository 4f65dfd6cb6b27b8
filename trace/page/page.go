// Package page writes recordings as a page of HTML: a timeline, and the program
// step by step. The page is one file that needs no network.
//
// The page has the recording, what package text says of each event and the
// program's sources as JSON in it. Its State is a twin of trace.State in
// JavaScript, and its stepping is that of the terminal's.
package page

import (
	_ "embed" // the page's parts
	"encoding/json"
	"io"
	"strings"

	"asyncio/trace"
	"asyncio/trace/text"
)

//go:embed page.html
var frame string

//go:embed page.css
var css string

//go:embed state.js
var stateJS string

//go:embed model.js
var modelJS string

//go:embed timeline.js
var timelineJS string

//go:embed panes.js
var panesJS string

//go:embed main.js
var mainJS string

// data is what the page is given.
type data struct {
	Header  trace.Header      `json:"header"`
	Events  []trace.Event     `json:"events"`
	Words   [][3]any          `json:"words"` // by event: what happened, to what, of which task
	Sources map[string]string `json:"sources"`
}

// Write writes a recording. source gives the text of a file that the program's
// coroutines are of, false if it is not known.
func Write(w io.Writer, r *trace.Recording, source func(file string) (text string, ok bool)) error {
	d := data{Header: r.Header, Events: append([]trace.Event{}, r.Events...), Words: words(r), Sources: map[string]string{}}
	asked := map[string]bool{}
	for i := range r.Events {
		for _, f := range r.Events[i].Stack {
			if f.File == "" || asked[f.File] {
				continue
			}
			asked[f.File] = true
			if text, ok := source(f.File); ok {
				d.Sources[f.File] = text
			}
		}
	}
	// json escapes <, > and &, so that nothing in a program can end the script.
	all, err := json.Marshal(d)
	if err != nil {
		return err
	}
	_, err = strings.NewReplacer(
		"{{CSS}}", css, "{{DATA}}", string(all),
		"{{JS}}", strings.Join([]string{stateJS, modelJS, timelineJS, panesJS, mainJS}, "\n"),
	).WriteString(w, frame)
	return err
}

func words(r *trace.Recording) [][3]any {
	teller := text.NewTeller()
	out := make([][3]any, len(r.Events))
	for i := range r.Events {
		owner := teller.Owner(&r.Events[i])
		line := teller.Tell(&r.Events[i])
		out[i] = [3]any{line.Verb, line.Text, owner}
	}
	return out
}
