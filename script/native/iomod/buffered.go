package iomod

import (
	"slices"
	"syscall"

	"asyncio/script/object"
)

// buffered is a BufferedReader, BufferedWriter or BufferedRandom.
type buffered struct {
	base
	raw     value // no value when not initialised or detached
	in      []byte
	inPos   int
	out     []byte
	size    int
	shut    bool // being closed
	missing string
}

var (
	readerClass = object.NewNativeClass("_io", "BufferedReader", bufferedBaseClass)
	writerClass = object.NewNativeClass("_io", "BufferedWriter", bufferedBaseClass)
	randomClass = object.NewNativeClass("_io", "BufferedRandom", bufferedBaseClass)
)

// Traverse implements object.Traverser.
func (b *buffered) Traverse(visit func(value)) {
	b.visit(visit)
	if b.raw.Valid() {
		visit(b.raw)
	}
}

// Repr implements object.Reprer.
func (b *buffered) Repr(t *thread) (string, error) {
	name, err := nameRepr(t, object.Obj(b))
	return "<" + b.cls.Module + "." + b.cls.Qualname + name + ">", err
}

func (b *buffered) ready() error {
	if b.raw.Valid() {
		return nil
	}
	if b.missing != "" {
		return object.ValueError("%s", b.missing)
	}
	return object.ValueError("I/O operation on uninitialized object")
}

// check refuses what is not possible on a closed stream; doing names it.
func (b *buffered) check(t *thread, doing string) error {
	if err := b.ready(); err != nil {
		return err
	}
	shut, err := isClosed(t, b.raw)
	if err == nil && shut {
		err = object.ValueError("%s closed file", doing)
	}
	return err
}

// rawRead is one read of the raw stream into p.
func (b *buffered) rawRead(t *thread, p []byte) (n int, blocked bool, err error) {
	if f, ok := b.raw.Ref.(*file); ok && f.plain() {
		return f.read(t, p)
	}
	view := &object.Bytes{B: p, Mutable: true}
	r, err := call(t, b.raw, "readinto", object.Obj(view))
	if err != nil || r.IsNone() {
		return 0, true, err
	}
	n, err = object.Index(t, r)
	switch {
	case err != nil:
		failed := object.Raise(object.OSErrorClass, "raw readinto() failed")
		failed.Cause, failed.SuppressCtx = object.Obj(object.AsException(err)), true
		return 0, false, failed
	case n < 0 || n > len(p):
		return 0, false, object.Raise(object.OSErrorClass, "raw readinto() returned invalid length %d (should have been between 0 and %d)", n, len(p))
	}
	copy(p, view.B[:min(n, len(view.B))])
	return n, false, nil
}

func (b *buffered) rawWrite(t *thread, p []byte) (n int, blocked bool, err error) {
	if f, ok := b.raw.Ref.(*file); ok && f.plain() {
		return f.write(t, p)
	}
	r, err := call(t, b.raw, "write", object.BytesValue(slices.Clone(p)))
	if err != nil || r.IsNone() {
		return 0, true, err
	}
	n, err = object.Index(t, r)
	if err == nil && (n < 0 || n > len(p)) {
		err = object.Raise(object.OSErrorClass, "raw write() returned invalid length %d (should have been between 0 and %d)", n, len(p))
	}
	return n, false, err
}

func (b *buffered) rawSeek(t *thread, off int64, whence int) (int64, error) {
	if f, ok := b.raw.Ref.(*file); ok && f.plain() {
		return f.seek(off, whence)
	}
	r, err := call(t, b.raw, "seek", object.Int(off), object.Int(int64(whence)))
	if err != nil {
		return 0, err
	}
	n, err := offset(t, r)
	if err == nil && n < 0 {
		err = object.Raise(object.OSErrorClass, "Raw stream returned invalid position %d", n)
	}
	return n, err
}

func (b *buffered) unread() []byte { return b.in[b.inPos:] }

// fill reads once into an empty buffer.
func (b *buffered) fill(t *thread) (blocked bool, err error) {
	if cap(b.in) < b.size {
		b.in = make([]byte, 0, b.size)
	}
	n, blocked, err := b.rawRead(t, b.in[:b.size])
	b.in, b.inPos = b.in[:n], 0
	return blocked, err
}

// beforeRead writes out what is pending, so that reads see it.
func (b *buffered) beforeRead(t *thread) error {
	if len(b.out) == 0 {
		return nil
	}
	return b.flushOut(t)
}

// read reads n bytes, fewer at the end of the file or when there are none yet;
// a negative n is all. none tells that nothing was there yet.
func (b *buffered) read(t *thread, n int) (p []byte, none bool, err error) {
	if err := b.beforeRead(t); err != nil {
		return nil, false, err
	}
	if n < 0 {
		return b.readAll(t)
	}
	if rest := b.unread(); len(rest) >= n {
		b.inPos += n
		return slices.Clone(rest[:n]), false, nil
	}
	if err := t.Room(float64(n)); err != nil {
		return nil, false, err
	}
	p = append(make([]byte, 0, n), b.unread()...)
	b.in, b.inPos = b.in[:0], 0
	for len(p) < n {
		blocked := false
		if want := n - len(p); want >= b.size {
			var k int
			k, blocked, err = b.rawRead(t, p[len(p):len(p)+want/b.size*b.size])
			p = p[:len(p)+k]
			if err != nil || k == 0 {
				return p, blocked && len(p) == 0, err
			}
			continue
		}
		if blocked, err = b.fill(t); err != nil || len(b.in) == 0 {
			return p, blocked && len(p) == 0, err
		}
		k := min(n-len(p), len(b.in))
		p = append(p, b.in[:k]...)
		b.inPos = k
	}
	return p, false, nil
}

func (b *buffered) readAll(t *thread) (p []byte, none bool, err error) {
	p = slices.Clone(b.unread())
	b.in, b.inPos = b.in[:0], 0
	if f, ok := b.raw.Ref.(*file); !ok || !f.plain() {
		if m, err := object.GetAttr(t, b.raw, "readall"); err == nil {
			r, err := t.Call(m)
			if err != nil {
				return nil, false, err
			}
			if r.IsNone() {
				return p, len(p) == 0, nil
			}
			q, ok := r.Ref.(*object.Bytes)
			if !ok {
				return nil, false, object.TypeError("readall() should return bytes")
			}
			return append(p, q.B...), false, nil
		}
	}
	for {
		p = slices.Grow(p, b.size)
		k, blocked, err := b.rawRead(t, p[len(p):cap(p)])
		p = p[:len(p)+k]
		if err != nil || k == 0 {
			return p, blocked && len(p) == 0, err
		}
	}
}

// readOnce gives up to n bytes with at most one read of the raw stream.
func (b *buffered) readOnce(t *thread, n int) ([]byte, error) {
	if err := b.beforeRead(t); err != nil {
		return nil, err
	}
	if n < 0 {
		n = b.size
	}
	if n == 0 {
		return nil, nil
	}
	if len(b.unread()) == 0 {
		if n > b.size {
			if err := t.Room(float64(n)); err != nil {
				return nil, err
			}
			p := make([]byte, n)
			k, _, err := b.rawRead(t, p)
			return p[:k], err
		}
		if _, err := b.fill(t); err != nil {
			return nil, err
		}
	}
	rest := b.unread()
	k := min(n, len(rest))
	b.inPos += k
	return slices.Clone(rest[:k]), nil
}

func (b *buffered) line(t *thread, limit int) ([]byte, error) {
	if err := b.beforeRead(t); err != nil {
		return nil, err
	}
	var line []byte
	for limit < 0 || len(line) < limit {
		if len(b.unread()) == 0 {
			if _, err := b.fill(t); err != nil || len(b.in) == 0 {
				return line, err
			}
		}
		rest := b.unread()
		n := lineEnd(rest)
		if limit >= 0 {
			n = min(n, limit-len(line))
		}
		b.inPos += n
		if line = append(line, rest[:n]...); line[len(line)-1] == '\n' {
			break
		}
	}
	return line, nil
}

// rewind has the raw stream stand where the program thinks it is.
func (b *buffered) rewind(t *thread) error {
	n := len(b.unread())
	b.in, b.inPos = b.in[:0], 0
	if n == 0 {
		return nil
	}
	_, err := b.rawSeek(t, int64(-n), 1)
	return err
}

func (b *buffered) write(t *thread, p []byte) (int, error) {
	if err := b.rewind(t); err != nil {
		return 0, err
	}
	if len(b.out)+len(p) <= b.size {
		b.out = append(b.out, p...)
		return len(p), nil
	}
	if err := b.flushOut(t); err != nil {
		if e, ok := err.(*object.Exception); ok && e.Class() == object.BlockingIOErrorClass && len(b.out) < b.size {
			k := min(b.size-len(b.out), len(p))
			b.out = append(b.out, p[:k]...)
			e.SetExtra("characters_written", object.Int(int64(k)))
			if k == len(p) {
				return k, nil
			}
		}
		return 0, err
	}
	done := 0
	for len(p)-done > b.size {
		k, blocked, err := b.rawWrite(t, p[done:])
		done += k
		if err != nil {
			return done, err
		}
		if blocked {
			k = min(b.size, len(p)-done)
			b.out = append(b.out, p[done:done+k]...)
			if done += k; done < len(p) {
				return done, wouldBlock(done)
			}
			return done, nil
		}
	}
	b.out = append(b.out, p[done:]...)
	return len(p), nil
}

func wouldBlock(written int) error {
	e := object.OSErrorNumber(object.Errno(syscall.EAGAIN), "write could not complete without blocking")
	e.SetExtra("characters_written", object.Int(int64(written)))
	return e
}

func (b *buffered) flushOut(t *thread) error {
	done := 0
	for done < len(b.out) {
		n, blocked, err := b.rawWrite(t, b.out[done:])
		done += n
		if blocked && err == nil {
			err = wouldBlock(0)
		}
		if err != nil {
			b.out = b.out[:copy(b.out, b.out[done:])]
			return err
		}
	}
	b.out = b.out[:0]
	return nil
}

// flush is flush() of any kind of buffered stream.
func (b *buffered) flush(t *thread) error {
	if err := b.flushOut(t); err != nil {
		return err
	}
	if b.cls.IsSubclass(randomClass) {
		return b.rewind(t)
	}
	return nil
}

func (b *buffered) tell(t *thread) (int64, error) {
	n, err := b.rawSeek(t, 0, 1)
	return n - int64(len(b.unread())) + int64(len(b.out)), err
}

func (b *buffered) seek(t *thread, off int64, whence int) (int64, error) {
	if err := b.flushOut(t); err != nil {
		return 0, err
	}
	if whence == 1 {
		off -= int64(len(b.unread()))
	}
	n, err := b.rawSeek(t, off, whence)
	if err == nil {
		b.in, b.inPos = b.in[:0], 0
	}
	return n, err
}

// Finalize implements object.Finalizer.
func (b *buffered) Finalize(t *thread) { drop(t, b, b.raw) }

// KeptToEnd implements object.Kept.
func (*buffered) KeptToEnd() {}

// Close closes the stream.
func (b *buffered) Close(t *thread) error {
	if !b.raw.Valid() || b.shut {
		return nil
	}
	shut, err := isClosed(t, b.raw)
	if err != nil || shut {
		return err
	}
	b.shut = true
	err = b.flushOut(t)
	if b.plain() {
		b.in, b.inPos = nil, 0
	}
	if _, e := call(t, b.raw, "close"); e != nil {
		if err == nil {
			err = e
		}
	}
	b.shut, b.out = false, nil
	if b.plain() {
		t.In.Life.Forget(b)
	}
	return err
}

// Next implements object.Iterator.
func (b *buffered) Next(t *thread) (value, error) {
	if !b.plain() {
		return overriddenNext(t, object.Obj(b))
	}
	if b.cls == writerClass {
		return value{}, unsupported("read")
	}
	if err := b.check(t, "readline of"); err != nil {
		return value{}, err
	}
	line, err := b.line(t, -1)
	if err != nil || len(line) == 0 {
		return value{}, err
	}
	return object.BytesValue(line), nil
}
