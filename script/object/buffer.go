package object

// Buffer is implemented by objects that show their bytes, as the buffer
// protocol does.
type Buffer interface {
	// ReadableBytes gives the bytes; ok is false when there are none any more.
	ReadableBytes() (b []byte, ok bool)
}

// BufferOf gives the bytes of an object with a buffer. They are not a copy.
func BufferOf(v Value) ([]byte, bool) {
	switch o := v.Ref.(type) {
	case *Bytes:
		return o.B, true
	case Buffer:
		return o.ReadableBytes()
	}
	return nil, false
}

// Bytes is a bytes object, or a bytearray when Mutable.
type Bytes struct {
	Head
	B       []byte
	Mutable bool
}

// Class implements Object.
func (b *Bytes) Class() *Class {
	if b.cls != nil {
		return b.cls
	}
	if b.Mutable {
		return BytearrayClass
	}
	return BytesClass
}

// BytesValue makes a bytes object, taking b over.
func BytesValue(b []byte) Value { return Value{Ref: &Bytes{B: b}} }

// setItem is bytearray[key] = x.
func (b *Bytes) setItem(t *Thread, key, x Value) error {
	s, ok := key.Ref.(*Slice)
	if !ok {
		n, err := ByteOf(t, x) // first: it may run code that changes the array
		if err != nil {
			return err
		}
		i, err := checkIndex(t, key, len(b.B), "bytearray")
		if err == nil && i < len(b.B) {
			b.B[i] = n
		}
		return err
	}
	data, ok := BufferOf(x)
	if !ok {
		if _, isStr := StrOf(x); isStr {
			return TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
		}
		if err := Each(t, x, func(v Value) error {
			n, err := ByteOf(t, v)
			data = append(data, n)
			return err
		}); err != nil {
			return err
		}
	}
	start, stop, step, n, err := s.Indices(t, len(b.B))
	if err != nil {
		return err
	}
	if step == 1 {
		b.splice(start, max(start, stop), data)
		return nil
	}
	if len(data) != n && len(data) > 0 {
		return ValueError("attempt to assign bytes of size %d to extended slice of size %d", len(data), n)
	}
	if len(data) == 0 {
		b.dropEvery(start, step, n)
		return nil
	}
	for i, c := range append([]byte(nil), data...) {
		b.B[start+i*step] = c
	}
	return nil
}

// delItem is del bytearray[key].
func (b *Bytes) delItem(t *Thread, key Value) error {
	s, ok := key.Ref.(*Slice)
	if !ok {
		i, err := checkIndex(t, key, len(b.B), "bytearray")
		if err != nil {
			return err
		}
		b.splice(i, i+1, nil)
		return nil
	}
	start, stop, step, n, err := s.Indices(t, len(b.B))
	if err != nil || n == 0 {
		return err
	}
	if step == 1 {
		b.splice(start, stop, nil)
	} else {
		b.dropEvery(start, step, n)
	}
	return nil
}

func (b *Bytes) splice(lo, hi int, data []byte) {
	out := make([]byte, 0, len(b.B)-(hi-lo)+len(data))
	out = append(append(append(out, b.B[:lo]...), data...), b.B[hi:]...)
	b.B = out
}

func (b *Bytes) dropEvery(start, step, n int) {
	drop := make(map[int]bool, n)
	for i := range n {
		drop[start+i*step] = true
	}
	var out []byte
	for i, c := range b.B {
		if !drop[i] {
			out = append(out, c)
		}
	}
	b.B = out
}
