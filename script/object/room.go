package object

// mostBytes is what one object may have where there is no other limit: the
// memory that CPython would fail to get for more.
const mostBytes = 1 << 33

// Room asks whether an object of so many bytes may be made: MemoryError when it
// could never be, the interpreter's own error when that has a limit.
func (t *Thread) Room(bytes float64) error {
	if bytes < 1<<16 {
		return nil
	}
	if t.In != nil && t.In.Room != nil {
		if err := t.In.Room(bytes); err != nil {
			return err
		}
	}
	if bytes > mostBytes {
		return NewException(MemoryErrorClass)
	}
	return nil
}

// Growing is the room that something takes whose size is not known beforehand.
type Growing struct {
	t    *Thread
	next int
}

// Growing begins with nothing.
func (t *Thread) Growing() Growing { return Growing{t, 1 << 16} }

// Check asks, each time the size has doubled, whether there is room for so many
// bytes.
func (g *Growing) Check(bytes int) error {
	if bytes < g.next {
		return nil
	}
	g.next = 2 * bytes
	return g.t.Room(float64(bytes))
}

// itemBytes is what one item of a list or tuple takes.
const itemBytes = 24

func (t *Thread) roomForItems(n int) error { return t.Room(float64(n) * itemBytes) }

// RoomForItems asks for a list or tuple of n items.
func (t *Thread) RoomForItems(n int) error { return t.roomForItems(n) }

// roomForInt asks for the result of an operation on ints that can be much
// larger than its operands.
func roomForInt(t *Thread, op Op, a, b Value) error {
	if t == nil || op != OpPow && op != OpLsh && op != OpMul {
		return nil
	}
	m, _ := NumberOf(a)
	n, _ := NumberOf(b)
	x := float64(m.BitLength())
	switch y, small := n.Int64(); {
	case op == OpMul:
		x += float64(n.BitLength())
	case !small || y < 0 || x <= 1 && op == OpPow:
		return nil // an error, or as small
	case op == OpPow:
		x *= float64(y)
	default:
		x += float64(y)
	}
	if t.In == nil || t.In.Room == nil || x < 1<<19 {
		return nil // number's own bound serves
	}
	return t.In.Room(x / 8)
}

// RoomForSpec asks for what a format specification's width or precision makes.
func (t *Thread) RoomForSpec(spec string) error {
	n, most := 0.0, 0.0
	for i := range len(spec) {
		if c := spec[i]; c >= '0' && c <= '9' {
			if n = n*10 + float64(c-'0'); n >= 1<<63 {
				return nil // the specification is refused
			}
			most = max(most, n)
		} else {
			n = 0
		}
	}
	return t.Room(most)
}
