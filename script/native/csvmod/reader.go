package csvmod

import (
	"asyncio/script/object"
)

// reader gives rows of lines.
type reader struct {
	object.Head
	lines, dialect value
	rules          *rules
	limit          *object.List
	number         int // of lines

	row      []value
	field    []byte
	length   int // of the field, in characters
	unquoted bool
	state    state
}

// state is where in a row the reader is.
type state int

const (
	startRow state = iota
	startField
	inField
	inQuotes
	quoteInQuotes
	escaped
	escapedInQuotes
	afterEscapedEnd
	endOfRow
)

// Class implements object.Object.
func (r *reader) Class() *object.Class { return readerClass }

// Traverse implements object.Traverser.
func (r *reader) Traverse(visit func(value)) {
	visit(r.lines)
	visit(r.dialect)
	visit(object.Obj(r.limit))
	for _, v := range r.row {
		visit(v)
	}
}

func fillReader(c *object.Class) {
	c.IteratorMethods()
	c.DefProperty("dialect", func(_ *thread, self value) (value, error) { return self.Ref.(*reader).dialect, nil })
	c.DefProperty("line_num", func(_ *thread, self value) (value, error) {
		return object.Int(int64(self.Ref.(*reader).number)), nil
	})
}

// Next implements object.Iterator.
func (r *reader) Next(t *thread) (value, error) {
	r.row, r.field, r.length, r.unquoted, r.state = nil, r.field[:0], 0, false, startRow
	for {
		line, err := object.Next(t, r.lines)
		if err != nil {
			return value{}, err
		}
		if !line.Valid() {
			if r.length == 0 && r.state != inQuotes {
				return value{}, nil
			}
			if r.rules.strict {
				return value{}, csvError("unexpected end of data")
			}
			if err := r.save(t); err != nil {
				return value{}, err
			}
			break
		}
		text, ok := object.StrOf(line)
		if !ok {
			return value{}, csvError("iterator should return strings, not %s (the file should be opened in text mode)", object.ClassOf(line).Name)
		}
		r.number++
		if err := r.line(t, text); err != nil {
			return value{}, err
		}
		if r.state == startRow {
			break
		}
	}
	row := r.row
	r.row = nil
	return object.Obj(object.NewList(row)), nil
}

// line takes in one line.
func (r *reader) line(t *thread, text string) error {
	for len(text) > 0 {
		n := 0
		if r.state == inField || r.state == inQuotes {
			n = r.rules.plain(text)
		}
		if n > 0 {
			if err := r.add(text[:n]); err != nil {
				return err
			}
			text = text[n:]
			continue
		}
		n = width(text)
		if err := r.step(t, text[:n]); err != nil {
			return err
		}
		text = text[n:]
	}
	return r.step(t, "")
}

// add appends characters to the field.
func (r *reader) add(s string) error {
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			r.length++
		}
	}
	if len(r.limit.Items) > 0 {
		if most := r.limit.Items[0]; most.IsSmallInt() && int64(r.length) > most.I() {
			return csvError("field larger than field limit (%d)", most.I())
		}
	}
	r.field = append(r.field, s...)
	return nil
}

// save ends the field.
func (r *reader) save(t *thread) error {
	v := object.String(string(r.field))
	empty := len(r.field) == 0
	r.field, r.length = r.field[:0], 0
	switch quoting := r.rules.quoting; {
	case !r.unquoted:
	case empty && (quoting == quoteStrings || quoting == quoteNotNull):
		v = object.None
	case !empty && (quoting == quoteStrings || quoting == quoteNonNumeric):
		f, err := t.Call(object.Obj(object.FloatClass), v)
		if err != nil {
			return err
		}
		v = f
	}
	r.row = append(r.row, v)
	return nil
}

// end ends the field and the row with it.
func (r *reader) end(t *thread, c string) error {
	r.state = endOfRow
	if c == "" {
		r.state = startRow
	}
	return r.save(t)
}

// step does what one character asks for, "" for the end of a line.
func (r *reader) step(t *thread, c string) error {
	rules := r.rules
	end := c == "" || c == "\n" || c == "\r"
	quotes := is(c, rules.quote) && rules.quoting != quoteNone
	switch r.state {
	case startRow:
		if c == "" {
			return nil
		}
		if end {
			r.state = endOfRow
			return nil
		}
		return r.begin(t, c, end, quotes)
	case startField:
		return r.begin(t, c, end, quotes)
	case escaped:
		r.state = inField
		if end && c != "" {
			r.state = afterEscapedEnd
		}
		if c == "" {
			c = "\n"
		}
		return r.add(c)
	case afterEscapedEnd:
		if c == "" {
			return nil
		}
		return r.inside(t, c, end)
	case inField:
		return r.inside(t, c, end)
	case inQuotes:
		switch {
		case c == "":
			return nil
		case is(c, rules.escape):
			r.state = escapedInQuotes
			return nil
		case quotes:
			r.state = inField
			if rules.double {
				r.state = quoteInQuotes
			}
			return nil
		}
		return r.add(c)
	case escapedInQuotes:
		r.state = inQuotes
		if c == "" {
			c = "\n"
		}
		return r.add(c)
	case quoteInQuotes:
		return r.afterQuote(t, c, end, quotes)
	}
	switch { // at the end of the row
	case c == "":
		r.state = startRow
	case !end:
		return csvError("new-line character seen in unquoted field - do you need to open the file with newline=''?")
	}
	return nil
}

// begin is step at the start of a field.
func (r *reader) begin(t *thread, c string, end, quotes bool) error {
	r.unquoted = true
	switch {
	case end:
		return r.end(t, c)
	case quotes:
		r.unquoted, r.state = false, inQuotes
	case is(c, r.rules.escape):
		r.state = escaped
	case c == " " && r.rules.skip:
		r.state = startField
	case is(c, r.rules.delimiter):
		r.state = startField
		return r.save(t)
	default:
		r.state = inField
		return r.add(c)
	}
	return nil
}

// inside is step within a field without quotes.
func (r *reader) inside(t *thread, c string, end bool) error {
	switch {
	case end:
		return r.end(t, c)
	case is(c, r.rules.escape):
		r.state = escaped
		return nil
	case is(c, r.rules.delimiter):
		r.state = startField
		return r.save(t)
	}
	r.state = inField
	return r.add(c)
}

// afterQuote is step behind a quote that may be the last of its field.
func (r *reader) afterQuote(t *thread, c string, end, quotes bool) error {
	switch {
	case quotes:
		r.state = inQuotes
		return r.add(c)
	case is(c, r.rules.delimiter):
		r.state = startField
		return r.save(t)
	case end:
		return r.end(t, c)
	case r.rules.strict:
		return csvError("'%s' expected after '%s'", r.rules.delimiter, r.rules.quote)
	}
	r.state = inField
	return r.add(c)
}
