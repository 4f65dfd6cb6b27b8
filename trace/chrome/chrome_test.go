package chrome_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/trace"
	"asyncio/trace/chrome"
	"asyncio/trace/internal/record"
)

// event is an event of the format with all that a viewer demands of it.
type event struct {
	Name string         `json:"name"`
	Cat  string         `json:"cat"`
	Ph   string         `json:"ph"`
	Ts   *float64       `json:"ts"`
	Pid  *int           `json:"pid"`
	Tid  *int           `json:"tid"`
	ID   int            `json:"id"`
	Bp   string         `json:"bp"`
	S    string         `json:"s"`
	Args map[string]any `json:"args"`
}

func write(t *testing.T, r *trace.Recording) []event {
	t.Helper()
	var b bytes.Buffer
	if err := chrome.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	var file struct {
		DisplayTimeUnit string
		TraceEvents     []event
	}
	if err := json.Unmarshal(b.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	if u := file.DisplayTimeUnit; u != "ms" && u != "ns" {
		t.Errorf("displayTimeUnit is %q", u)
	}
	return file.TraceEvents
}

// check holds events against the format: slices of a track lie in one another
// and are ended, arrows have two ends that lie in slices, the later one last,
// instants have a scope, tracks and processes have names.
//
// It gives the arrows, each as the slices that it joins.
func check(events []event) (arrows []string, err error) {
	type track struct{ pid, tid int }
	type slice struct {
		name     string
		from, to float64
	}
	open := map[track][]*slice{}
	slices := map[track][]*slice{}
	named := map[track]string{}
	ends := map[int][]event{}
	last := 0.0
	for i, e := range events {
		if e.Ts == nil || e.Pid == nil || e.Tid == nil || e.Name == "" {
			return nil, fmt.Errorf("event %d misses a field: %+v", i, e)
		}
		at := track{*e.Pid, *e.Tid}
		if e.Ph != "M" {
			if *e.Ts < last {
				return nil, fmt.Errorf("event %d goes back in time: %v after %v", i, *e.Ts, last)
			}
			last = *e.Ts
		}
		switch e.Ph {
		case "M":
			if e.Name == "thread_name" {
				named[at], _ = e.Args["name"].(string)
			}
			if len(e.Args) != 1 {
				return nil, fmt.Errorf("event %d, %s, has no value", i, e.Name)
			}
		case "B":
			s := &slice{name: e.Name, from: *e.Ts}
			open[at] = append(open[at], s)
			slices[at] = append(slices[at], s)
		case "E":
			n := len(open[at])
			if n == 0 {
				return nil, fmt.Errorf("event %d ends %q, which is not open", i, e.Name)
			}
			if was := open[at][n-1].name; was != e.Name {
				return nil, fmt.Errorf("event %d ends %q in %q", i, e.Name, was)
			}
			open[at][n-1].to = *e.Ts
			open[at] = open[at][:n-1]
		case "s", "f":
			if e.Cat == "" || e.ID == 0 {
				return nil, fmt.Errorf("event %d: an arrow without category or id", i)
			}
			ends[e.ID] = append(ends[e.ID], e)
		case "i":
			if e.S != "t" && e.S != "p" {
				return nil, fmt.Errorf("event %d: an instant's scope is %q", i, e.S)
			}
		default:
			return nil, fmt.Errorf("event %d is of phase %q", i, e.Ph)
		}
	}
	for at, left := range open {
		if len(left) > 0 {
			return nil, fmt.Errorf("%d slices of track %v do not end", len(left), at)
		}
		if named[at] == "" {
			return nil, fmt.Errorf("track %v has no name", at)
		}
	}
	for id, pair := range ends {
		if len(pair) != 2 || pair[0].Ph != "s" || pair[1].Ph != "f" || pair[1].Bp != "e" || pair[0].Name != pair[1].Name {
			return nil, fmt.Errorf("arrow %d: %+v", id, pair)
		}
		var in [2]string
		for i, e := range pair {
			at := track{*e.Pid, *e.Tid}
			for _, s := range slices[at] { // the innermost is the last
				if s.from <= *e.Ts && *e.Ts <= s.to {
					in[i] = named[at] + "/" + s.name
				}
			}
			if in[i] == "" {
				return nil, fmt.Errorf("arrow %d: its end at %v is in no slice", id, *e.Ts)
			}
		}
		arrows = append(arrows, fmt.Sprintf("%3.0f %s: %s -> %s", *pair[0].Ts, pair[0].Name, in[0], in[1]))
	}
	sort.Strings(arrows)
	return arrows, nil
}

// TestValid writes the corpus.
func TestValid(t *testing.T) {
	for _, file := range record.Programs(t, "../..") {
		t.Run(record.Name(file), func(t *testing.T) {
			t.Parallel()
			r := record.File(t, file)
			if _, err := check(write(t, r)); err != nil {
				t.Error(err)
			}
			r.Header.Virtual = false // the other rule for times
			if _, err := check(write(t, r)); err != nil {
				t.Errorf("in real time: %v", err)
			}
			r.Events = r.Events[:len(r.Events)*2/3] // cut off
			if _, err := check(write(t, r)); err != nil {
				t.Errorf("cut off: %v", err)
			}
		})
	}
}

// TestArrows: from who did it to the step that it woke.
func TestArrows(t *testing.T) {
	r := record.Source(t, []byte(`import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(other(future))
    await future
    await task

async def other(future):
    future.set_result(1)
    await asyncio.sleep(1)

asyncio.run(main())
`), "program.py")
	got, err := check(write(t, r))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"  7 starts: Task-1/main:3 -> Task-2/other:9",
		" 17 wakes: Task-2/other:9 -> Task-1/main:6",
		"1000006 wakes: loop/_set_result_unless_cancelled -> Task-2/other:11",
		"1000016 wakes: Task-2/other:11 -> Task-1/main:7",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
