package observe

import (
	"strings"
	"testing"
)

func TestKindNames(t *testing.T) {
	seen := map[string]bool{}
	for k := IterationBegin; k <= TaskPlaced; k++ {
		name := k.String()
		if name == "" || seen[name] || strings.HasPrefix(name, "Kind(") {
			t.Errorf("kind %d is called %q", k, name)
		}
		seen[name] = true
	}
	if got := (TaskPlaced + 1).String(); got != "Kind(31)" {
		t.Error(got)
	}
}

func TestFunc(t *testing.T) {
	var got Event
	var o Observer = Func(func(e Event) { got = e })
	o.Observe(Event{Kind: TaskDone, ID: 7})
	if got.ID != 7 {
		t.Error(got)
	}
}
