package main

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func sample() *report {
	r := newReport(
		[]contender{{label: oursLabel}, {label: bareLabel}, {label: "python 3.8.18"}},
		results{
			"Slow": {oursLabel: 250, bareLabel: 100, "python 3.8.18": 1234567},
			"Bare": {bareLabel: 94.51, "python 3.8.18": 3855.4},
			"Ours": {oursLabel: 99.99},
			"None": {},
		})
	r.Machine = machine{Time: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), Go: "go1", OS: "os", Arch: "arch", CPUs: 2, Rounds: 3}
	return r
}

func TestTable(t *testing.T) {
	var got strings.Builder
	if err := sample().writeTable(&got); err != nil {
		t.Fatal(err)
	}
	want := `2026-01-02T03:04:05Z, go1 os/arch, 2 CPUs, best of 3, ns/op

benchmark   ours  bare  ours/bare  python 3.8.18    faster
Bare           -  94.5          -          3,855         -
None           -     -          -              -         -
Ours       100.0     -          -              -         -
Slow         250   100      2.50x      1,234,567  4938.27x
`
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
}

func TestJSON(t *testing.T) {
	var text strings.Builder
	if err := sample().writeJSON(&text); err != nil {
		t.Fatal(err)
	}
	var got report
	if err := json.Unmarshal([]byte(text.String()), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sample(), &got); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
	var empty strings.Builder
	if err := newReport(nil, nil).writeJSON(&empty); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(empty.String(), "null") {
		t.Errorf("an empty list is null:\n%s", empty.String())
	}
}

func TestNanoseconds(t *testing.T) {
	for ns, want := range map[float64]string{
		0.25: "0.2", 94.51: "94.5", 100: "100", 999.6: "1,000", 12345: "12,345", 123456: "123,456", 10938487463: "10,938,487,463",
	} {
		if got := nanoseconds(&ns); got != want {
			t.Errorf("%v is %q, want %q", ns, got, want)
		}
	}
}
