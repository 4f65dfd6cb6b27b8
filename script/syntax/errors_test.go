package syntax

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// recordedError is an entry of testdata/errors.json.
type recordedError struct {
	Source  string `json:"source"`
	Kind    string `json:"kind"`
	Msg     string `json:"msg"`
	Line    int    `json:"line"`
	Col     int    `json:"col"`
	EndLine int    `json:"end_line"`
	EndCol  int    `json:"end_col"`
	Text    string `json:"text"`
}

// accepted lists wrong texts whose error differs from CPython's, and why.
var accepted = map[string]string{}

func TestErrors(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "errors.json"))
	if err != nil {
		t.Fatal(err)
	}
	var entries []recordedError
	if err := json.Unmarshal(data, &entries); err != nil {
		t.Fatal(err)
	}
	messages, places := 0, 0
	for _, e := range entries {
		_, err := ParseString(e.Source, Options{File: "<text>"})
		got, ok := err.(*SyntaxError)
		if !ok {
			t.Errorf("%q parses; want %s: %s", e.Source, e.Kind, e.Msg)
			continue
		}
		if got.Kind != e.Kind || got.Msg != e.Msg {
			if accepted[e.Source] == "" {
				t.Errorf("%q:\n got %s: %s\nwant %s: %s", e.Source, got.Kind, got.Msg, e.Kind, e.Msg)
			}
			continue
		}
		messages++
		if got.Line == e.Line && got.Col == e.Col && got.EndLine == e.EndLine && got.EndCol == e.EndCol {
			places++
		} else if accepted[e.Source] == "" {
			t.Errorf("%q: %s:\n got %d:%d-%d:%d\nwant %d:%d-%d:%d", e.Source, e.Msg,
				got.Line, got.Col, got.EndLine, got.EndCol, e.Line, e.Col, e.EndLine, e.EndCol)
		}
	}
	t.Logf("%d texts: %d messages equal, %d places equal", len(entries), messages, places)
}
