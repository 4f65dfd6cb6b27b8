package iomod

import (
	"asyncio/script/object"
)

// rawLen gives how many bytes of snap the used part of text was decoded from.
func (w *textFile) rawLen() int {
	if w.used == 0 || len(w.snap) == 0 {
		return 0
	}
	switch w.errors {
	case "strict", "surrogateescape", "surrogatepass":
		return w.walk(w.text[:w.used])
	}
	// A handler may have made any text of any bytes: try.
	want := w.text[:w.used]
	for k := 1; k <= len(w.snap); k++ {
		d := decoder{codec: w.dec.codec, errors: w.errors, begun: w.dec.begun, wide: w.dec.wide, custom: w.dec.custom}
		s, err := d.decode(w.snap[:k], false)
		if err != nil {
			break
		}
		n := w.lines
		if s, _ = holdCR(s, false, k == len(w.snap)); len(n.universal(s, n.translateIn)) >= len(want) {
			return k
		}
	}
	return len(w.snap)
}

// walk goes through text and the bytes it came from side by side.
func (w *textFile) walk(text string) int {
	codec := w.dec.codec
	if w.dec.wide != "" {
		codec = w.dec.wide
	}
	unit := 1
	switch codec {
	case "utf-16-le", "utf-16-be":
		unit = 2
	case "utf-32-le", "utf-32-be":
		unit = 4
	}
	d := decoder{codec: w.dec.codec}
	at := 0
	if w.snapAtStart() {
		at, _ = d.mark(w.snap)
	}
	for len(text) > 0 {
		r, n := object.DecodeRune(text)
		text = text[n:]
		switch {
		case r == '\n' && w.lines.translateIn:
			if w.unitAt(at, unit) == '\r' && w.unitAt(at+unit, unit) == '\n' {
				at += unit
			}
			at += unit
		case unit == 2 && r > 0xFFFF:
			at += 4
		case unit > 1:
			at += unit
		case codec == "utf-8" || codec == "utf-8-sig":
			if w.errors == "surrogateescape" && r >= 0xDC80 && r <= 0xDCFF {
				n = 1
			}
			at += n
		default:
			at++
		}
	}
	return min(at, len(w.snap))
}

// snapAtStart reports whether snap may begin with a byte order mark.
func (w *textFile) snapAtStart() bool {
	switch w.dec.codec {
	case "utf-8-sig", "utf-16", "utf-32":
		d := decoder{codec: w.dec.codec}
		n, _ := d.mark(w.snap)
		return n > 0
	}
	return false
}

// unitAt gives the code unit at a place of snap when it is below 256.
func (w *textFile) unitAt(at, unit int) byte {
	if at+unit > len(w.snap) {
		return 0
	}
	if w.dec.wide == "utf-16-be" || w.dec.wide == "utf-32-be" || w.dec.codec == "utf-16-be" || w.dec.codec == "utf-32-be" {
		return w.snap[at+unit-1]
	}
	return w.snap[at]
}

func (w *textFile) tell(t *thread) (int64, error) {
	if err := w.check(t); err != nil {
		return 0, err
	}
	if !w.seekable {
		return 0, unsupported("underlying stream is not seekable")
	}
	if !w.telling {
		return 0, object.Raise(object.OSErrorClass, "telling position disabled by next() call")
	}
	if err := w.push(t); err != nil {
		return 0, err
	}
	if _, err := call(t, object.Obj(w), "flush"); err != nil {
		return 0, err
	}
	r, err := call(t, w.buffer, "tell")
	if err != nil {
		return 0, err
	}
	pos, err := offset(t, r)
	return pos - int64(len(w.snap)) + int64(w.rawLen()), err
}

func (w *textFile) seek(t *thread, to int64, whence int) (int64, error) {
	if err := w.check(t); err != nil {
		return 0, err
	}
	if !w.seekable {
		return 0, unsupported("underlying stream is not seekable")
	}
	var err error
	switch whence {
	case 0:
	case 1:
		if to != 0 {
			return 0, unsupported("can't do nonzero cur-relative seeks")
		}
		if to, err = w.tell(t); err != nil {
			return 0, err
		}
	case 2:
		if to != 0 {
			return 0, unsupported("can't do nonzero end-relative seeks")
		}
	default:
		return 0, object.ValueError("invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	if to < 0 {
		return 0, object.ValueError("negative seek position %d", to)
	}
	if _, err := call(t, object.Obj(w), "flush"); err != nil {
		return 0, err
	}
	w.forget()
	w.dec.reset()
	how := 0
	if whence == 2 {
		how = 2
	}
	r, err := call(t, w.buffer, "seek", object.Int(to), object.Int(int64(how)))
	if err != nil {
		return 0, err
	}
	pos, err := offset(t, r)
	w.begun = pos != 0
	w.dec.begun = pos != 0 && w.dec.codec != "utf-16" && w.dec.codec != "utf-32"
	return pos, err
}
