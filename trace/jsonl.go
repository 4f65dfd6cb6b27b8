package trace

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
)

// Write writes the recording as JSON Lines.
func (r *Recording) Write(w io.Writer) error {
	return writeLines(w, r.Header, func(yield func(*Event) bool) {
		for i := range r.Events {
			if !yield(&r.Events[i]) {
				return
			}
		}
	})
}

// Write writes what was recorded as JSON Lines, event by event: it needs no room
// for a Recording.
func (r *Recorder) Write(w io.Writer) error {
	return writeLines(w, r.header, func(yield func(*Event) bool) {
		for i := range r.Len() {
			if e := r.Event(i); !yield(&e) {
				return
			}
		}
	})
}

func writeLines(w io.Writer, h Header, events iter.Seq[*Event]) error {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(h); err != nil {
		return err
	}
	var line []byte
	for e := range events {
		var err error
		if line, err = appendEvent(line[:0], e); err != nil {
			return err
		}
		if _, err := b.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return b.Flush()
}

// SyntaxError is a line of a recording that cannot be read.
type SyntaxError struct {
	Line int // from 1
	Err  error
}

// Error names the line.
func (e *SyntaxError) Error() string { return fmt.Sprintf("trace: line %d: %v", e.Line, e.Err) }

// Unwrap gives what is wrong with the line.
func (e *SyntaxError) Unwrap() error { return e.Err }

// ReadFrom reads a recording. With a *SyntaxError what stands before the wrong
// line is given too.
func ReadFrom(r io.Reader) (*Recording, error) {
	in := bufio.NewReader(r)
	rec := &Recording{}
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return rec, err
		}
		if len(bytes.TrimSpace(line)) > 0 {
			if bad := rec.add(line, n == 1); bad != nil {
				return rec, &SyntaxError{n, bad}
			}
		} else if n == 1 {
			return rec, &SyntaxError{1, errors.New("no header: a recording begins with {\"trace\":1")}
		}
		if err == io.EOF {
			return rec, nil
		}
	}
}

func (r *Recording) add(line []byte, first bool) error {
	if first {
		if err := json.Unmarshal(line, &r.Header); err != nil {
			return err
		}
		switch {
		case r.Header.Trace == 0:
			return errors.New("no header: a recording begins with {\"trace\":1")
		case r.Header.Trace > Version:
			return fmt.Errorf("version %d of the format; this program reads up to %d", r.Header.Trace, Version)
		}
		return nil
	}
	var e Event
	if err := json.Unmarshal(line, &e); err != nil {
		return err
	}
	if e.Kind == "" {
		return errors.New("an event without its kind, e")
	}
	r.Events = append(r.Events, e)
	return nil
}
