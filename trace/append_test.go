package trace

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"testing"
)

// byEncoding is what encoding/json makes of an event.
func byEncoding(t testing.TB, e *Event) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestAppendFields: each field is written as encoding/json writes it, so none
// can be forgotten.
func TestAppendFields(t *testing.T) {
	check := func(name string, e *Event) {
		t.Helper()
		got, err := appendEvent(nil, e)
		if err != nil {
			t.Fatal(err)
		}
		if want := byEncoding(t, e); string(got)+"\n" != want {
			t.Errorf("%s: %s\nwant %s", name, got, want)
		}
	}
	check("none", &Event{})
	var all Event
	v := reflect.ValueOf(&all).Elem()
	for i := range v.NumField() {
		one := Event{}
		name := v.Type().Field(i).Name
		for _, f := range []reflect.Value{v.Field(i), reflect.ValueOf(&one).Elem().Field(i)} {
			switch f.Kind() {
			case reflect.String:
				f.SetString("a<\"\\\u2028\x00é\xff>")
			case reflect.Uint64:
				f.SetUint(math.MaxUint64)
			case reflect.Int:
				f.SetInt(-3)
			case reflect.Bool:
				f.SetBool(true)
			case reflect.Float64:
				f.SetFloat(-1.000000001)
			case reflect.Slice:
				switch f.Interface().(type) {
				case []uint64:
					f.Set(reflect.ValueOf([]uint64{1, 2}))
				case []Frame:
					f.Set(reflect.ValueOf([]Frame{{Function: "f", File: "x.py", Line: 3}, {Function: "<g>", Library: true}, {}}))
				}
			}
			if f.IsZero() {
				t.Fatalf("no value for %s", name)
			}
		}
		check(name, &one)
	}
	check("all", &all)
	for _, f := range []float64{0, 1, 1e-6, 9.9e-7, -1e-9, 1e20, 1e21, 123456.789, math.Copysign(0, -1), math.MaxFloat64, math.SmallestNonzeroFloat64} {
		check("a number", &Event{Time: f, When: f, Timeout: f})
	}
	for _, f := range []float64{math.NaN(), math.Inf(1)} {
		if _, err := appendEvent(nil, &Event{Time: f}); err == nil {
			t.Errorf("%v is written", f)
		}
	}
}

// FuzzAppend: strings and numbers of any kind are written as encoding/json
// writes them.
func FuzzAppend(f *testing.F) {
	f.Add("text", 1.5, uint64(3))
	f.Add("\u2029\x7f\t", 1e-7, uint64(0))
	f.Fuzz(func(t *testing.T, s string, x float64, n uint64) {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return
		}
		e := Event{Kind: Kind(s), Time: x, Task: n, Text: s, Scope: n, Nursery: n, Shield: n > 1, Caught: n > 2, Reason: s, Stack: []Frame{{Function: s, Line: int(n)}}}
		got, err := appendEvent(nil, &e)
		if err != nil {
			t.Fatal(err)
		}
		if want := byEncoding(t, &e); string(got)+"\n" != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	e := Event{Kind: Blocked, Tick: 12345, Time: 12.000345, Task: 77, Future: 99, On: "Queue.get", Object: "Queue-1",
		Stack: []Frame{{Function: "worker", File: "/home/me/prog.py", Line: 12}, {Function: "Queue.get", Library: true}}}
	var line []byte
	for b.Loop() {
		line, _ = appendEvent(line[:0], &e)
	}
}
