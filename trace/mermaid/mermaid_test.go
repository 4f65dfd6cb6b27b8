package mermaid_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/trace"
	"asyncio/trace/internal/record"
	"asyncio/trace/mermaid"
	"asyncio/trace/text"
)

func write(t *testing.T, r *trace.Recording, f text.Filter) string {
	t.Helper()
	var b bytes.Buffer
	if err := mermaid.Write(&b, r, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const program = `import asyncio

async def main():
    task = asyncio.create_task(other(), name="the # other; one")
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("the end")

async def other():
    await asyncio.Event().wait()

asyncio.run(main())
`

func TestDiagram(t *testing.T) {
	r := record.Source(t, []byte(program), "program.py")
	got := write(t, r, text.Filter{To: 5})
	want := `sequenceDiagram
    title program.py
    participant L as loop
    participant T2 as Task-1 main
    participant T4 as the #35; other#59; one other
    L->>T2: creates
    Note over L: tick 1, 0.000000s
    T2->>T4: creates
    T2-->>L: waits for sleep (main, line 5)
    Note over L: tick 2, 0.000002s
    T4-->>L: waits for Event.wait of Event-1 (other, line 13)
    Note over L: tick 4, 1.000003s
    L-)T2: wakes: sleep
    T2-xT4: cancels
    T2-->>T4: waits for it (main, line 8)
    Note over L: tick 5, 1.000004s
    T2-)T4: wakes: Event.wait
    T4-->>L: done: cancelled
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestFilter: what is shown is chosen as for the text.
func TestFilter(t *testing.T) {
	r := record.Source(t, []byte(program), "program.py")
	got := write(t, r, text.Filter{Only: map[trace.Kind]bool{trace.Cancel: true}})
	if n := strings.Count(got, "cancels"); n != 1 || strings.Contains(got, "waits") || strings.Contains(got, "left out") {
		t.Errorf("only cancels:\n%s", got)
	}
	if got := write(t, r, text.Filter{Task: "nobody"}); strings.Contains(got, "->>") {
		t.Errorf("of nobody:\n%s", got)
	}
}

// TestForm: in all programs each line is of a form that Mermaid reads, and who
// is named takes part; no diagram is too large to be read.
func TestForm(t *testing.T) {
	form := regexp.MustCompile(`^(?:title [^;<>{}%]+|participant (\w+) as [^;<>{}%]+|Note over (\w+): \S.*|(\w+)(?:->>|-->>|-\)|-x)(\w+): \S.*)$`)
	code := regexp.MustCompile(`#\d+;|<br/>`)
	for _, file := range record.Programs(t, "../..") {
		t.Run(record.Name(file), func(t *testing.T) {
			t.Parallel()
			lines := strings.Split(strings.TrimSuffix(write(t, record.File(t, file), text.Filter{}), "\n"), "\n")
			if lines[0] != "sequenceDiagram" {
				t.Fatalf("begins with %q", lines[0])
			}
			if len(lines) > 400 {
				t.Errorf("%d lines", len(lines))
			}
			parts := map[string]bool{}
			for _, line := range lines[1:] {
				plain := code.ReplaceAllString(strings.TrimPrefix(line, "    "), "")
				m := form.FindStringSubmatch(plain)
				if m == nil || strings.ContainsAny(plain, "#;") || regexp.MustCompile(`(?i)\bend\b`).MatchString(plain) {
					t.Errorf("no line of Mermaid's: %q", line)
					continue
				}
				if m[1] != "" {
					parts[m[1]] = true
				}
				for _, who := range m[2:] {
					if who != "" && !parts[who] {
						t.Errorf("%s takes part without being named: %q", who, line)
					}
				}
			}
		})
	}
}

// TestSize: what there is no room for is counted.
func TestSize(t *testing.T) {
	r := record.Source(t, []byte(`import asyncio

async def worker():
    for i in range(20):
        await asyncio.sleep(1)

async def main():
    await asyncio.gather(*(worker() for i in range(40)))

asyncio.run(main())
`), "program.py")
	lines := strings.Split(strings.TrimSpace(write(t, r, text.Filter{})), "\n")
	last := lines[len(lines)-1]
	if !regexp.MustCompile(`: \d+ more messages are left out, of them those of \d+ more tasks\.`).MatchString(last) {
		t.Errorf("the diagram ends with %q", last)
	}
	if n := len(lines); n > 400 {
		t.Errorf("%d lines", n)
	}
}
