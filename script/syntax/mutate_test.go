package syntax

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// mutate makes a likely mistake: it drops, doubles, swaps or replaces a token.
func mutate(r *rand.Rand, text string) string {
	l := newLexer(text)
	var toks []token
	for {
		t := l.next()
		if t.kind == endMarker || t.kind == errorTok && l.err != nil {
			break
		}
		if t.end > t.start {
			toks = append(toks, t)
		}
	}
	if len(toks) < 2 {
		return text + ")"
	}
	i := r.IntN(len(toks) - 1)
	a, b := toks[i], toks[i+1]
	words := []string{"=", ":", ",", "(", ")", "]", "{", "if", "else", "for", "in", "x", "1", "'s'", "*", "**", ".", "not",
		"lambda", "yield", ":=", "==", "as", "pass", "def", "f'{", "'", "print", "None", "@", "\n", "\n    ", "await", "1a", "$", "->"}
	word := words[r.IntN(len(words))]
	switch r.IntN(5) {
	case 0:
		return text[:a.start] + text[a.end:]
	case 1:
		return text[:a.end] + " " + text[a.start:a.end] + text[a.end:]
	case 2:
		return text[:a.start] + text[b.start:b.end] + " " + text[a.start:a.end] + text[b.end:]
	case 3:
		return text[:a.start] + word + text[a.end:]
	}
	return text[:a.end] + " " + word + " " + text[a.end:]
}

// TestMutations makes mistakes at random and compares with CPython: whether
// the text is refused, and the message and place.
func TestMutations(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	texts, _ := snippets(t)
	recorder := startRecorder(t, "serve-errors")
	seed := uint64(1)
	rounds := 3000
	if os.Getenv("SYNTAX_LIB") == "all" {
		rounds = 40000
	}
	r := rand.New(rand.NewPCG(seed, 2))
	var wrong, messages, places int
	for range rounds {
		// A few lines, so that one mistake is most of the text.
		lines := strings.SplitAfter(texts[r.IntN(len(texts))], "\n")
		from := r.IntN(len(lines))
		text := mutate(r, strings.Join(lines[from:min(len(lines), from+1+r.IntN(4))], ""))
		line, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		answer := recorder.ask(t, string(line))
		_, perr := ParseString(text, Options{File: "<text>"})
		if answer == "null" {
			if perr != nil {
				t.Errorf("%q: %v; CPython parses it", text, perr)
			}
			continue
		}
		var want recordedError
		if err := json.Unmarshal([]byte(answer), &want); err != nil {
			t.Fatal(err)
		}
		if want.Kind == "ValueError" || want.Kind == "UnicodeEncodeError" {
			continue
		}
		wrong++
		got, ok := perr.(*SyntaxError)
		switch {
		case !ok:
			t.Errorf("%q parses; CPython says %s", text, want.Msg)
		case got.Msg != want.Msg || got.Kind != want.Kind:
			t.Logf("%q:\n got %s: %s\nwant %s: %s", text, got.Kind, got.Msg, want.Kind, want.Msg)
		default:
			messages++
			if got.Line == want.Line && got.Col == want.Col && got.EndLine == want.EndLine && got.EndCol == want.EndCol {
				places++
			} else {
				t.Logf("%q: %s:\n got %d:%d-%d:%d\nwant %d:%d-%d:%d", text, want.Msg,
					got.Line, got.Col, got.EndLine, got.EndCol, want.Line, want.Col, want.EndLine, want.EndCol)
			}
		}
	}
	t.Logf("%d wrong texts: %d messages equal, %d places equal", wrong, messages, places)
	if messages*1000 < wrong*995 {
		t.Errorf("fewer than 995 of 1000 messages are CPython's")
	}
}
