package iomod

import (
	"strings"
	"unicode/utf8"

	"asyncio/script/object"
)

// textFile is a TextIOWrapper.
type textFile struct {
	base
	buffer   value // no value when not initialised or detached
	missing  string
	encoding string // as given
	codec    string
	errors   string
	lines    newlines

	lineBuffering, writeThrough bool
	told                        func(s string) // is told what is written, nil for nobody
	readable, writable          bool
	seekable, telling           bool
	hasRead, shut               bool

	out   []byte // encoded, not yet in the buffer
	begun bool   // something was written, no byte order mark comes any more

	dec  decoder
	held bool   // a \r at the end of what was decoded is kept back
	text string // decoded, from which the program has read used bytes
	used int
	snap []byte // the bytes that text was decoded from, those in dec last
}

var textClass = object.NewNativeClass("_io", "TextIOWrapper", textBaseClass)

// Traverse implements object.Traverser.
func (w *textFile) Traverse(visit func(value)) {
	w.visit(visit)
	if w.buffer.Valid() {
		visit(w.buffer)
	}
}

// Repr implements object.Reprer.
func (w *textFile) Repr(t *thread) (string, error) {
	name, err := nameRepr(t, object.Obj(w))
	if err != nil {
		return "", err
	}
	if m, err := object.GetAttr(t, object.Obj(w), "mode"); err == nil {
		s, err := object.ReprText(t, m)
		if err != nil {
			return "", err
		}
		name += " mode=" + s
	}
	enc, err := object.ReprText(t, object.String(w.encoding))
	return "<_io.TextIOWrapper" + name + " encoding=" + enc + ">", err
}

func (w *textFile) attached() error {
	if w.buffer.Valid() {
		return nil
	}
	if w.missing != "" {
		return object.ValueError("%s", w.missing)
	}
	return object.ValueError("I/O operation on uninitialized object")
}

func (w *textFile) check(t *thread) error {
	if err := w.attached(); err != nil {
		return err
	}
	if b, ok := w.buffer.Ref.(*buffered); ok && b.plain() {
		if f, ok := b.raw.Ref.(*file); ok && f.plain() && f.fd >= 0 {
			return nil
		}
	}
	return checkClosed(t, w.buffer)
}

// WritesPlainly implements builtins.TextWriter.
func (w *textFile) WritesPlainly() bool { return w.plain() }

// WriteText implements builtins.TextWriter: it is write(s).
func (w *textFile) WriteText(t *thread, s string) error {
	if err := w.check(t); err != nil {
		return err
	}
	if !w.writable {
		return unsupported("not writable")
	}
	if w.told != nil {
		w.told(s)
	}
	lineEnd := w.lineBuffering && strings.ContainsAny(s, "\n\r")
	s = w.lines.outward(s)
	if w.codec == "utf-8" && utf8.ValidString(s) {
		w.out = append(w.out, s...)
	} else {
		p, err := encode(t, s, w.codec, w.errors, w.begun)
		if err != nil {
			return err
		}
		w.out = append(w.out, p...)
	}
	w.begun = w.begun || s != ""
	if len(w.out) > blockSize || lineEnd || w.writeThrough {
		if err := w.push(t); err != nil {
			return err
		}
	}
	if lineEnd {
		if err := w.flushBuffer(t); err != nil {
			return err
		}
	}
	if w.text != "" || w.snap != nil {
		w.forget()
	}
	return nil
}

// push moves what is encoded to the buffer.
func (w *textFile) push(t *thread) error {
	if len(w.out) == 0 {
		return nil
	}
	p := w.out
	w.out = nil
	switch b := w.buffer.Ref.(type) {
	case *buffered:
		if b.plain() && b.cls != readerClass {
			err := b.check(t, "write to")
			if err == nil {
				_, err = b.write(t, p)
			}
			if err == nil {
				w.out = p[:0]
			}
			return err
		}
	case *file:
		if b.plain() {
			for len(p) > 0 {
				n, blocked, err := b.write(t, p)
				if err == nil && blocked {
					err = wouldBlock(n)
				}
				if err != nil {
					return err
				}
				p = p[n:]
			}
			return nil
		}
	}
	_, err := call(t, w.buffer, "write", object.BytesValue(p))
	return err
}

func (w *textFile) flushBuffer(t *thread) error {
	if b, ok := w.buffer.Ref.(*buffered); ok && b.plain() && b.cls == writerClass {
		return b.flush(t)
	}
	_, err := call(t, w.buffer, "flush")
	return err
}

// Flush writes out what the program wrote so far.
func (w *textFile) Flush(t *thread) error {
	if err := w.check(t); err != nil {
		return err
	}
	w.telling = w.seekable
	if err := w.push(t); err != nil {
		return err
	}
	return w.flushBuffer(t)
}

// forget drops what was decoded ahead.
func (w *textFile) forget() { w.text, w.used, w.snap, w.held = "", 0, nil, false }

// readChunk decodes one more piece of the file; more is false at its end.
func (w *textFile) readChunk(t *thread) (more bool, err error) {
	w.hasRead = true
	var p []byte
	if b, ok := w.buffer.Ref.(*buffered); ok && b.plain() && b.cls != writerClass {
		p, err = b.readOnce(t, blockSize)
	} else {
		p, err = w.slowChunk(t)
	}
	if err != nil {
		return false, err
	}
	s, err := w.dec.decode(p, len(p) == 0)
	if err != nil {
		return false, err
	}
	s = w.inward(s, len(p) == 0)
	if w.used > 0 {
		if n := w.rawLen(); w.snap != nil {
			w.snap = w.snap[n:]
		}
		w.text, w.used = w.text[w.used:], 0
	}
	w.text += s
	w.snap = append(w.snap, p...)
	return len(p) > 0, nil
}

func (w *textFile) inward(s string, final bool) string {
	if w.lines.translateIn || w.lines.anyEnd {
		s, w.held = holdCR(s, w.held, final)
		s = w.lines.universal(s, w.lines.translateIn)
	}
	return s
}

func (w *textFile) slowChunk(t *thread) ([]byte, error) {
	name := "read"
	if _, ok := object.ClassOf(w.buffer).Lookup("read1"); ok {
		name = "read1"
	}
	r, err := call(t, w.buffer, name, object.Int(blockSize))
	if err != nil {
		return nil, err
	}
	p, err := content(t, r)
	if err != nil {
		return nil, object.TypeError("underlying %s() should have returned a bytes-like object, not '%s'", name, object.ClassOf(r).Name)
	}
	return append([]byte(nil), p...), nil
}

// readAll reads the rest of the file.
func (w *textFile) readAll(t *thread) (string, error) {
	w.hasRead = true
	r, err := call(t, w.buffer, "read")
	if err != nil {
		return "", err
	}
	if r.IsNone() {
		return "", object.OSErrorNumber(11, "Read returned None.")
	}
	p, err := content(t, r)
	if err != nil {
		return "", err
	}
	s, err := w.dec.decode(p, true)
	if err != nil {
		return "", err
	}
	s = w.text[w.used:] + w.inward(s, true)
	w.forget()
	return s, nil
}

// read reads n characters, fewer at the end of the file; a negative n is all.
func (w *textFile) read(t *thread, n int) (string, error) {
	if err := w.beforeRead(t); err != nil {
		return "", err
	}
	if n < 0 {
		return w.readAll(t)
	}
	for n > 0 {
		if end := charEnd(w.text[w.used:], n); end >= 0 {
			s := w.text[w.used : w.used+end]
			w.used += end
			return s, nil
		}
		more, err := w.readChunk(t)
		if err != nil {
			return "", err
		}
		if !more {
			break
		}
	}
	if n == 0 {
		return "", nil
	}
	s := w.text[w.used:]
	if end := charEnd(s, n); end >= 0 {
		s = s[:end]
	}
	w.used += len(s)
	return s, nil
}

// charEnd gives the length in bytes of n characters, -1 when s has fewer.
func charEnd(s string, n int) int {
	if len(s) < n {
		return -1
	}
	at := 0
	for ; n > 0; n-- {
		if at >= len(s) {
			return -1
		}
		_, k := object.DecodeRune(s[at:])
		at += k
	}
	return at
}

func (w *textFile) beforeRead(t *thread) error {
	if err := w.check(t); err != nil {
		return err
	}
	if !w.readable {
		return unsupported("not readable")
	}
	return w.push(t)
}

// line reads up to a line end, at most limit characters.
func (w *textFile) line(t *thread, limit int) (string, error) {
	if err := w.beforeRead(t); err != nil {
		return "", err
	}
	for {
		rest := w.text[w.used:]
		end := w.lines.end(rest)
		if limit >= 0 {
			if most := charEnd(rest, limit); most >= 0 && (end < 0 || most < end) {
				end = most
			}
		}
		if end >= 0 {
			w.used += end
			return rest[:end], nil
		}
		more, err := w.readChunk(t)
		if err != nil {
			return "", err
		}
		if !more {
			rest = w.text[w.used:]
			if end := w.lines.end(rest); end >= 0 {
				rest = rest[:end]
			}
			w.used += len(rest)
			if w.used == len(w.text) {
				w.forget()
			}
			return rest, nil
		}
	}
}

// Next implements object.Iterator.
func (w *textFile) Next(t *thread) (value, error) {
	if !w.plain() {
		return overriddenNext(t, object.Obj(w))
	}
	w.telling = false
	s, err := w.line(t, -1)
	if err != nil {
		return value{}, err
	}
	if s == "" {
		w.telling = w.seekable
		return value{}, nil
	}
	return object.String(s), nil
}

// Finalize implements object.Finalizer.
func (w *textFile) Finalize(t *thread) { drop(t, w, w.buffer) }

// KeptToEnd implements object.Kept.
func (*textFile) KeptToEnd() {}

// Close closes the stream.
func (w *textFile) Close(t *thread) error {
	if !w.buffer.Valid() || w.shut {
		return nil
	}
	shut, err := isClosed(t, w.buffer)
	if err != nil || shut {
		return err
	}
	w.shut = true
	if w.plain() {
		err = w.Flush(t)
	} else {
		_, err = call(t, object.Obj(w), "flush")
	}
	w.out = nil
	if _, e := call(t, w.buffer, "close"); err == nil {
		err = e
	}
	w.shut = false
	if w.plain() {
		t.In.Life.Forget(w)
	}
	return err
}
