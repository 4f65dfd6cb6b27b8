package page_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"asyncio/process"
	"asyncio/trace"
	"asyncio/trace/internal/record"
	"asyncio/trace/page"
	"asyncio/trio"
)

// asShown compares States as far as they can be seen: an empty list is none.
var asShown = cmp.Options{
	cmpopts.EquateEmpty(),
	cmpopts.IgnoreUnexported(trace.State{}, trace.Loop{}, trace.Handle{}),
}

// write writes a recording's page into a file.
func write(t testing.TB, r *trace.Recording, source func(string) (string, bool)) string {
	t.Helper()
	var b bytes.Buffer
	if err := page.Write(&b, r, source); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func fromDisk(file string) (string, bool) {
	text, err := os.ReadFile(file)
	return string(text), err == nil
}

// TestOffline: the page asks the network for nothing, and what a program is
// called, prints or is written with cannot end the script that holds it.
func TestOffline(t *testing.T) {
	evil := "</script><script>alert(1)</script><!--"
	r := &trace.Recording{
		Header: trace.Header{Trace: trace.Version, Program: evil},
		Events: []trace.Event{
			{Kind: trace.Created, Task: 1, Name: evil, Stack: []trace.Frame{{Function: "main", File: "x.py", Line: 1}}},
			{Kind: trace.Print, Text: evil, Stream: "stdout"},
		},
	}
	text, err := os.ReadFile(write(t, r, func(file string) (string, bool) { return evil, file == "x.py" }))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(text), "</script"); n != 2 {
		t.Errorf("the page ends %d scripts, it has 2", n)
	}
	if bytes.Contains(text, []byte("{{")) {
		t.Error("something was not filled in")
	}
	if found := regexp.MustCompile(`(?i)(https?:|src=|@import|url\(|fetch\(|XMLHttpRequest|WebSocket)`).Find(text); found != nil {
		t.Errorf("the page has %q", found)
	}
	_, rest, _ := strings.Cut(string(text), `id="data">`)
	inner, _, _ := strings.Cut(rest, "</script>")
	var data struct {
		Events  []trace.Event
		Sources map[string]string
	}
	if err := json.Unmarshal([]byte(inner), &data); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r.Events, data.Events); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]string{"x.py": evil}, data.Sources); diff != "" {
		t.Error(diff)
	}
}

// TestTwin holds the State in JavaScript against that in Go, in all programs,
// going forward and back, with the JavaScript run by node.
func TestTwin(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node: the page's State is not compared with Go's")
	}
	source, err := os.ReadFile("state.js")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "-e", string(source)+`
require("readline").createInterface({input: process.stdin}).on("line", line => {
	const {events, places} = JSON.parse(line), walk = new Walk(events);
	for (const n of places) console.log(JSON.stringify(walk.to(n).plain(walk.prints)));
});`)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		in.Close()
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}()
	states := json.NewDecoder(out)
	compare := func(name string, made func(t *testing.T) *trace.Recording) {
		t.Run(name, func(t *testing.T) {
			r := made(t)
			n := len(r.Events)
			places := []int{n, n / 2}
			for i := 0; i <= n; i += 1 + n/40 {
				places = append(places, i, n-i)
			}
			if err := json.NewEncoder(in).Encode(map[string]any{"events": r.Events, "places": places}); err != nil {
				t.Fatal(err)
			}
			for _, at := range places {
				var got trace.State
				if err := states.Decode(&got); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(r.At(at), &got, asShown); diff != "" {
					t.Errorf("after %d of %d events (-Go +JavaScript):\n%s", at, n, diff)
				}
			}
		})
	}
	for _, file := range record.Programs(t, "../..") {
		compare(record.Name(file), func(t *testing.T) *trace.Recording { return record.File(t, file) })
	}
	compare("trio", scopes)
}

// scopes is a run of trio's with all that happens to scopes and nurseries.
func scopes(t *testing.T) *trace.Recording {
	recorder := trace.NewRecorder(trace.Header{System: "trio"})
	err := trio.Run(func(tk *trio.Task) error {
		return trio.OpenNursery(tk, func(n *trio.Nursery) error {
			n.Scope().SetShield(true)
			early := trio.Scope()
			early.Cancel()
			if err := early.Do(tk, func() error { return trio.Checkpoint(tk) }); err != nil {
				return err
			}
			for i := range 20 {
				if err := n.StartSoon(func(tk *trio.Task) error { return trio.Sleep(tk, time.Duration(i)*time.Second) }); err != nil {
					return err
				}
			}
			_, err := n.Start(tk, func(tk *trio.Task, s *trio.TaskStatus) error {
				return errors.Join(s.Started(nil), trio.SleepForever(tk))
			})
			return errors.Join(err, n.Scope().SetDeadline(trio.CurrentTime(tk)+10))
		})
	}, trio.WithState(process.NewSimulated()), trio.WithVirtualTime(), trio.WithObserver(recorder))
	if err != nil {
		t.Fatal(err)
	}
	return recorder.Recording(0)
}

// manyEvents is a program with a loop that has n workers, who take turns.
func manyEvents(t testing.TB, workers, turns int) *trace.Recording {
	t.Helper()
	src := fmt.Sprintf(`import asyncio

async def worker(n, queue):
    for i in range(%d):
        await queue.put(i)
        await asyncio.sleep(0.01 * n)
        print("worker", n, await queue.get())

async def main():
    queue = asyncio.Queue(5)
    await asyncio.gather(*(worker(n, queue) for n in range(%d)))

asyncio.run(main())
`, turns, workers)
	file := filepath.Join(t.TempDir(), "many.py")
	if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	return record.Source(t, []byte(src), file)
}
