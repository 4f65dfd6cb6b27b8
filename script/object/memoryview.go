package object

import (
	"encoding/binary"
	"math"

	"asyncio/script/number"
)

// MemoryView shows the bytes of another object as items of a format.
type MemoryView struct {
	Base Value
	// data are the bytes of Base; the view has Len items of them, from Off on,
	// Stride bytes apart.
	data             []byte
	Off, Len, Stride int
	Format           string
	Size             int // bytes of an item
	ReadOnly         bool
	released         bool
}

// MemoryViewClass is memoryview.
var MemoryViewClass = builtinClass("memoryview").Final()

// Class implements Object.
func (*MemoryView) Class() *Class { return MemoryViewClass }

// Repr implements Reprer.
func (m *MemoryView) Repr(t *Thread) (string, error) {
	what := "memory"
	if m.released {
		what = "released memory"
	}
	return "<" + what + " at " + t.Address(Obj(m)) + ">", nil
}

// Traverse implements Traverser.
func (m *MemoryView) Traverse(visit func(Value)) {
	if m.Base.Valid() {
		visit(m.Base)
	}
}

// NewMemoryView makes a view of an object with a buffer.
func NewMemoryView(v Value) (*MemoryView, error) {
	switch o := v.Ref.(type) {
	case *MemoryView:
		if err := o.Check(); err != nil {
			return nil, err
		}
		c := *o
		return &c, nil
	case *Bytes:
		return &MemoryView{Base: v, data: o.B, Len: len(o.B), Stride: 1, Format: "B", Size: 1, ReadOnly: !o.Mutable}, nil
	}
	if b, ok := BufferOf(v); ok {
		return &MemoryView{Base: v, data: b, Len: len(b), Stride: 1, Format: "B", Size: 1}, nil
	}
	return nil, TypeError("memoryview: a bytes-like object is required, not '%s'", ClassOf(v).Name)
}

// Check fails when the view was released.
func (m *MemoryView) Check() error {
	if m.released {
		return ValueError("operation forbidden on released memoryview object")
	}
	return nil
}

// Release gives the object back.
func (m *MemoryView) Release() { m.released, m.Base, m.data = true, Value{}, nil }

// Contiguous reports whether the bytes of the items lie side by side.
func (m *MemoryView) Contiguous() bool { return m.Stride == m.Size || m.Len <= 1 }

// ReadableBytes implements Buffer.
func (m *MemoryView) ReadableBytes() ([]byte, bool) {
	if m.released {
		return nil, false
	}
	return m.Bytes(), true
}

// WritableBytes gives the bytes to be changed in place; ok is false when they
// may not be.
func (m *MemoryView) WritableBytes() (p []byte, ok bool) {
	if m.released || m.ReadOnly || !m.Contiguous() {
		return nil, false
	}
	return m.Bytes(), true
}

// Bytes gives the items' bytes, a copy when they do not lie side by side.
func (m *MemoryView) Bytes() []byte {
	if m.Contiguous() {
		return m.data[m.Off : m.Off+m.Len*m.Size : m.Off+m.Len*m.Size]
	}
	out := make([]byte, 0, m.Len*m.Size)
	for i := range m.Len {
		out = append(out, m.bytesAt(i)...)
	}
	return out
}

func (m *MemoryView) bytesAt(i int) []byte {
	at := m.Off + i*m.Stride
	return m.data[at : at+m.Size]
}

// formatSize is the size of a format's items in bytes.
func formatSize(format string) (size int, ok bool) {
	switch format {
	case "B", "b", "c", "?":
		return 1, true
	case "h", "H":
		return 2, true
	case "i", "I", "f":
		return 4, true
	case "l", "L", "q", "Q", "n", "N", "d":
		return 8, true
	}
	return 0, false
}

// Cast gives the view with items of another format.
func (m *MemoryView) Cast(format string) (*MemoryView, error) {
	size, ok := formatSize(format)
	if len(format) > 1 && format[0] == '@' {
		size, ok = formatSize(format[1:])
	}
	switch {
	case !ok:
		return nil, ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
	case !m.Contiguous():
		return nil, TypeError("memoryview: casts are restricted to C-contiguous views")
	case m.Size != 1 && size != 1:
		return nil, TypeError("memoryview: cannot cast between two non-byte formats")
	case m.Len*m.Size%size != 0:
		return nil, TypeError("memoryview: length is not a multiple of itemsize")
	}
	c := *m
	c.Len, c.Size, c.Stride, c.Format = m.Len*m.Size/size, size, size, format
	return &c, nil
}

// Item gives item i.
func (m *MemoryView) Item(i int) Value {
	b := m.bytesAt(i)
	switch m.Format[len(m.Format)-1] {
	case 'b':
		return Int(int64(int8(b[0])))
	case 'c':
		return BytesValue([]byte{b[0]})
	case '?':
		return Bool(b[0] != 0)
	case 'h':
		return Int(int64(int16(binary.LittleEndian.Uint16(b))))
	case 'H':
		return Int(int64(binary.LittleEndian.Uint16(b)))
	case 'i':
		return Int(int64(int32(binary.LittleEndian.Uint32(b))))
	case 'I':
		return Int(int64(binary.LittleEndian.Uint32(b)))
	case 'l', 'q', 'n':
		return Int(int64(binary.LittleEndian.Uint64(b)))
	case 'L', 'Q', 'N':
		return FromNumber(number.FromUint64(binary.LittleEndian.Uint64(b)))
	case 'f':
		return Float(float64(math.Float32frombits(binary.LittleEndian.Uint32(b))))
	case 'd':
		return Float(math.Float64frombits(binary.LittleEndian.Uint64(b)))
	}
	return Int(int64(b[0]))
}

// SetItem stores item i.
func (m *MemoryView) SetItem(t *Thread, i int, v Value) error {
	b := make([]byte, m.Size)
	if err := m.encode(t, b, v); err != nil {
		return err
	}
	if err := m.Check(); err != nil { // the value's methods may have released it
		return err
	}
	copy(m.bytesAt(i), b)
	return nil
}

// encode writes the value of an item to b.
func (m *MemoryView) encode(t *Thread, b []byte, v Value) error {
	code := m.Format[len(m.Format)-1]
	wrongType := func() error { return TypeError("memoryview: invalid type for format '%s'", m.Format) }
	switch code {
	case 'c':
		x, ok := v.Ref.(*Bytes)
		if !ok {
			return wrongType()
		}
		if len(x.B) != 1 {
			return ValueError("memoryview: invalid value for format '%s'", m.Format)
		}
		b[0] = x.B[0]
		return nil
	case '?':
		on, err := Truth(t, v)
		if err == nil {
			b[0] = byte(Bool(on).Bits)
		}
		return err
	case 'f', 'd':
		f, ok := FloatOf(v)
		if n, isInt := NumberOf(v); isInt {
			f, _ = n.Float()
		} else if !ok {
			return wrongType()
		}
		if code == 'f' {
			binary.LittleEndian.PutUint32(b, math.Float32bits(float32(math.Float64frombits(FloatBits(f)))))
		} else {
			binary.LittleEndian.PutUint64(b, FloatBits(f))
		}
		return nil
	}
	if mustIndex(v) != nil {
		return wrongType()
	}
	iv, err := ToIndex(t, v)
	if err != nil {
		return err
	}
	n, _ := NumberOf(iv)
	signed := code >= 'a'
	raw, err := n.ToBytes(int64(m.Size), "little", signed)
	if err != nil {
		return ValueError("memoryview: invalid value for format '%s'", m.Format)
	}
	copy(b, raw)
	return nil
}

// Slice gives the view of some items.
func (m *MemoryView) Slice(start, step, n int) *MemoryView {
	c := *m
	c.Off += start * m.Stride
	c.Stride *= step
	c.Len = n
	return &c
}
