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
	return &DictIter{D: d, used: d.used, left: d.used, kind: kind, cls: cls}
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
	return &DictIter{D: d, used: d.used, left: d.used, kind: kind, cls: cls, back: true, pos: len(d.entries) - 1}
}

// Next implements Iterator.
func (it *DictIter) Next(*Thread) (Value, error) {
	e, err := it.step()
	if e == nil {
		return Value{}, err
	}
	switch it.kind {
	case 'k':
		return e.key, nil
	case 'v':
		return e.val, nil
	}
	return Pair(e.key, e.val), nil
}

// Pairs implements Pairer.
func (it *DictIter) Pairs() bool { return it.kind == 'i' }

// NextPair implements Pairer.
func (it *DictIter) NextPair(*Thread) (a, b Value, err error) {
	e, err := it.step()
	if e == nil {
		return Value{}, Value{}, err
	}
	return e.key, e.val, nil
}

func (it *DictIter) step() (*entry, error) {
	d := it.D
	if d == nil {
		return nil, nil
	}
	if it.used != d.used {
		it.used = -1
		what := "dictionary"
		if it.cls == SetIterClass {
			what = "Set"
		}
		return nil, RuntimeError("%s changed size during iteration", what)
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
		return nil, nil
	}
	if it.left--; it.left < 0 {
		it.D = nil
		return nil, RuntimeError("dictionary keys changed during iteration")
	}
	e := &d.entries[it.pos]
	if it.back {
		it.pos--
	} else {
		it.pos++
	}
	return e, nil
}

// Hint implements Hinter.
func (it *DictIter) Hint() int {
	if it.D == nil || it.used != it.D.used {
		return 0
	}
	return it.left
}

// CopyIter implements Copier.
func (it *DictIter) CopyIter() Iterator { c := *it; return &c }
