package object

// DictIter iterates over a dict or set, and complains when its size changes.
type DictIter struct {
	D    *Dict
	pos  int
	used int
	left int // as many keys are still to come, unless some were replaced
	kind byte
	back bool
	cls  *Class
}

// Class implements Object.
func (it *DictIter) Class() *Class { return it.cls }

// NewDictIter iterates over keys 'k', values 'v' or items 'i'.
func NewDictIter(d *Dict, kind byte) *DictIter {
	cls := DictIterClass
	switch kind {
	case 'v':
		cls = ValueIterClass
	case 'i':
		cls = ItemIterClass
	}
	return &DictIter{D: d, used: int(d.used), left: int(d.used), kind: kind, cls: cls}
}

// NewDictReverse is NewDictIter from the end.
func NewDictReverse(d *Dict, kind byte) *DictIter {
	cls := DictReverseClass
	switch kind {
	case 'v':
		cls = ValueReverseClass
	case 'i':
		cls = ItemReverseClass
	}
	return &DictIter{D: d, used: int(d.used), left: int(d.used), kind: kind, cls: cls, back: true, pos: len(d.entries) - 1}
}

// Next implements Iterator.
func (it *DictIter) Next(*Thread) (Value, error) {
	d := it.D
	n, err := it.step()
	if n < 0 {
		return Value{}, err
	}
	switch it.kind {
	case 'k':
		return d.entries[n].key, nil
	case 'v':
		return d.vals[n], nil
	}
	return Pair(d.entries[n].key, d.vals[n]), nil
}

// Pairs implements Pairer.
func (it *DictIter) Pairs() bool { return it.kind == 'i' }

// NextPair implements Pairer.
func (it *DictIter) NextPair(*Thread) (a, b Value, err error) {
	d := it.D
	n, err := it.step()
	if n < 0 {
		return Value{}, Value{}, err
	}
	return d.entries[n].key, d.vals[n], nil
}

// step gives the number of the next entry, -1 at the end.
func (it *DictIter) step() (int, error) {
	d := it.D
	if d == nil {
		return -1, nil
	}
	if it.used != int(d.used) {
		it.used = -1
		what := "dictionary"
		if it.cls == SetIterClass {
			what = "Set"
		}
		return -1, RuntimeError("%s changed size during iteration", what)
	}
	if it.back {
		for it.pos >= 0 && (it.pos >= len(d.entries) || !d.entries[it.pos].key.Valid()) {
			it.pos--
		}
	} else {
		for it.pos < len(d.entries) && !d.entries[it.pos].key.Valid() {
			it.pos++
		}
	}
	if it.pos < 0 || it.pos >= len(d.entries) {
		it.D = nil
		return -1, nil
	}
	if it.left--; it.left < 0 {
		it.D = nil
		return -1, RuntimeError("dictionary keys changed during iteration")
	}
	n := it.pos
	if it.back {
		it.pos--
	} else {
		it.pos++
	}
	return n, nil
}

// Hint implements Hinter.
func (it *DictIter) Hint() int {
	if it.D == nil || it.used != int(it.D.used) {
		return 0
	}
	return it.left
}

// CopyIter implements Copier.
func (it *DictIter) CopyIter() Iterator { c := *it; return &c }
