package syntax

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func addSeeds(f *testing.F) {
	texts, _ := snippets(f)
	for _, text := range texts {
		for line := range strings.SplitSeq(text, "\n") {
			f.Add(line)
		}
		f.Add(text)
	}
	data, err := os.ReadFile(filepath.Join("testdata", "errors.json"))
	if err != nil {
		f.Fatal(err)
	}
	var entries []recordedError
	if err := json.Unmarshal(data, &entries); err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		f.Add(e.Source)
	}
}

// FuzzLex: the lexer ends, its tokens are in order and inside the text.
func FuzzLex(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ReplaceAll(text, "\r", "") + "\n"
		l := newLexer(text)
		last := int32(0)
		for n := 0; ; n++ {
			if n > 2*len(text)+2*maxIndent+10 {
				t.Fatalf("%q: more tokens than text", text)
			}
			tok := l.next()
			if tok.kind == endMarker || tok.kind == errorTok && l.err != nil {
				break
			}
			if tok.start < last || tok.end < tok.start || int(tok.end) > len(text) {
				t.Fatalf("%q: token %d is %d-%d after %d", text, n, tok.start, tok.end, last)
			}
			last = tok.end
		}
	})
}

// FuzzParse: the parser ends with a tree whose places lie inside the text, or
// with an error that can be shown.
func FuzzParse(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, mode := range []Mode{Exec, Eval, Single} {
			m, err := ParseString(text, Options{File: "<fuzz>", Mode: mode, Warn: func(Warning) {}})
			if err != nil {
				e := err.(*SyntaxError)
				if e.Msg == "" || e.Format() == "" {
					t.Fatalf("%q: error without message", text)
				}
				continue
			}
			for _, s := range m.Body {
				at := s.At()
				if at.Line < 1 || at.EndLine < at.Line || at.EndLine == at.Line && at.EndCol < at.Col {
					t.Fatalf("%q: statement at %v", text, at)
				}
			}
		}
		if _, err := ParseString(text, Options{File: "<fuzz>", Mode: Single, AllowIncomplete: true}); err != nil {
			_ = err.(*SyntaxError).Format()
		}
	})
}
