package asyncio

import (
	"fmt"

	"asyncio/process"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// originDepth is how many calls debug mode notes of where a coroutine is made.
const originDepth = 10

// sourceStack is the calls that led to where something was made, the innermost
// first.
type sourceStack struct {
	b    *Binding
	rows []vm.Row
}

// origin notes where the program is, and up to depth calls; 0 is for all.
func (b *Binding) origin(depth int) process.Origin {
	rows := vm.Of(b.t()).Rows(depth)
	if len(rows) == 0 {
		return process.Origin{}
	}
	return process.Origin{Place: fmt.Sprintf("%s:%d", rows[0].File, rows[0].Line), Stack: &sourceStack{b, rows}}
}

// Text implements process.Stack.
func (s *sourceStack) Text() string {
	v, err := s.b.python(s.b.t(), "stack_text", []val{s.summary()}, nil)
	if err != nil {
		return ""
	}
	text, _ := object.StrOf(v)
	return text
}

// summary gives the calls as a StackSummary, the outermost first.
func (s *sourceStack) summary() val {
	var rows []val
	for i := len(s.rows) - 1; i >= 0; i-- {
		r := s.rows[i]
		text := object.None
		if r.Text != "" {
			text = object.String(r.Text)
		}
		rows = append(rows, object.TupleValue(object.String(r.File), object.Int(int64(r.Line)), object.String(r.Name), text))
	}
	v, err := s.b.python(s.b.t(), "source_traceback", []val{object.Obj(object.NewList(rows))}, nil)
	if err != nil {
		return object.None
	}
	return v
}

// sourceTraceback gives an origin as _source_traceback, None outside debug mode.
func (b *Binding) sourceTraceback(o process.Origin) val {
	if s, ok := o.Stack.(*sourceStack); ok {
		return s.summary()
	}
	return object.None
}

// making runs what makes something as a function of the library, for debug mode
// to note it.
func (b *Binding) making(in *vm.Library, make func() (val, error)) (val, error) {
	if l, _ := b.running(); l == nil || !l.Debug() {
		return make()
	}
	m := vm.Of(b.t())
	in.Enter(m, val{})
	defer in.Leave(m)
	return make()
}

// trackOrigins turns the noting of where coroutines are made on or off, in the
// thread that runs.
func (p *pyLoop) trackOrigins(on bool) {
	if p.tracks == on {
		return
	}
	m := vm.Of(p.b.t())
	if p.tracks = on; on {
		p.depth = m.OriginDepth()
		m.SetOriginDepth(originDepth)
	} else {
		m.SetOriginDepth(p.depth)
	}
}

// trackRun is trackOrigins for the loop that begins or ends a run.
func (b *Binding) trackRun(begins bool) {
	l, err := b.running()
	if err != nil {
		return
	}
	if p, ok := l.Owner().(*pyLoop); ok {
		p.trackOrigins(begins && l.Debug())
	}
}

// makingIn is making for functions that call each other.
func (b *Binding) makingIn(in []*vm.Library, make func() (val, error)) (val, error) {
	if len(in) == 0 {
		return make()
	}
	return b.making(in[0], func() (val, error) { return b.makingIn(in[1:], make) })
}
