package trace

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
)

// appendEvent appends an event as encoding/json would write it, which takes
// several times as long.
func appendEvent(b []byte, e *Event) ([]byte, error) {
	a := appender{b: append(b, '{')}
	a.text("e", string(e.Kind), true)
	a.number("loop", e.Loop)
	a.number("tick", e.Tick)
	a.float("t", e.Time, true)
	if e.N != 0 {
		a.key("n")
		a.b = strconv.AppendInt(a.b, int64(e.N), 10)
	}
	a.float("timeout", e.Timeout, false)
	a.number("handle", e.Handle)
	a.text("callback", e.Callback, false)
	a.truth("outside", e.Outside)
	a.text("place", e.Place, false)
	a.float("when", e.When, false)
	a.number("task", e.Task)
	a.text("name", e.Name, false)
	a.number("by", e.By)
	a.truth("throw", e.Throw)
	a.number("future", e.Future)
	a.text("class", e.Class, false)
	a.text("on", e.On, false)
	a.text("object", e.Object, false)
	for i, id := range e.Awaits {
		if i == 0 {
			a.key("awaits")
			a.b = append(a.b, '[')
		} else {
			a.b = append(a.b, ',')
		}
		a.b = strconv.AppendUint(a.b, id, 10)
		if i == len(e.Awaits)-1 {
			a.b = append(a.b, ']')
		}
	}
	a.text("outcome", e.Outcome, false)
	a.text("error", e.Error, false)
	a.text("signal", e.Signal, false)
	a.truth("wrote", e.Wrote)
	a.text("text", e.Text, false)
	a.text("stream", e.Stream, false)
	a.number("scope", e.Scope)
	a.number("nursery", e.Nursery)
	a.truth("shield", e.Shield)
	a.truth("caught", e.Caught)
	a.text("reason", e.Reason, false)
	a.stack(e.Stack)
	return append(a.b, '}'), a.err
}

// appender appends the members of an object.
type appender struct {
	b   []byte
	err error
}

func (a *appender) key(name string) {
	if a.b[len(a.b)-1] != '{' {
		a.b = append(a.b, ',')
	}
	a.b = append(a.b, '"')
	a.b = append(a.b, name...)
	a.b = append(a.b, '"', ':')
}

func (a *appender) text(name, s string, always bool) {
	if s != "" || always {
		a.key(name)
		a.quote(s)
	}
}

func (a *appender) number(name string, n uint64) {
	if n != 0 {
		a.key(name)
		a.b = strconv.AppendUint(a.b, n, 10)
	}
}

func (a *appender) truth(name string, v bool) {
	if v {
		a.key(name)
		a.b = append(a.b, "true"...)
	}
}

// float appends a number that has no exponent in most cases; the others are
// left to encoding/json, and so are those that it refuses.
func (a *appender) float(name string, f float64, always bool) {
	if f == 0 && !always {
		return
	}
	a.key(name)
	if size := math.Abs(f); size != 0 && size < 1e-6 || !(size < 1e21) {
		a.marshal(f)
		return
	}
	a.b = strconv.AppendFloat(a.b, f, 'f', -1, 64)
}

func (a *appender) stack(frames []Frame) {
	if len(frames) == 0 {
		return
	}
	a.key("stack")
	for i, f := range frames {
		open := byte(',')
		if i == 0 {
			open = '['
		}
		a.b = append(a.b, open, '{')
		a.text("fn", f.Function, true)
		a.text("file", f.File, false)
		if f.Line != 0 {
			a.key("line")
			a.b = strconv.AppendInt(a.b, int64(f.Line), 10)
		}
		a.truth("lib", f.Library)
		a.b = append(a.b, '}')
	}
	a.b = append(a.b, ']')
}

// quote appends a string. One with anything but plain ASCII is left to
// encoding/json.
func (a *appender) quote(s string) {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			a.marshal(s)
			return
		}
	}
	a.b = append(a.b, '"')
	a.b = append(a.b, s...)
	a.b = append(a.b, '"')
}

func (a *appender) marshal(v any) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil && a.err == nil {
		a.err = err
	}
	a.b = append(a.b, bytes.TrimSuffix(out.Bytes(), []byte("\n"))...)
}
