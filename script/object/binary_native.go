package object

// NativeBinary is the operator for builtin storage alone; NotImplemented when
// the types do not know each other.
func NativeBinary(t *Thread, op Op, a, b Value) (Value, error) { return nativeBinary(t, op, a, b) }

func nativeBinary(t *Thread, op Op, a, b Value) (Value, error) {
	if ia, ok := Integer(a); ok {
		if ib, ok := Integer(b); ok {
			if a.IsBool() && b.IsBool() {
				switch op {
				case OpAnd:
					return Bool(a.Bits&b.Bits != 0), nil
				case OpOr:
					return Bool(a.Bits|b.Bits != 0), nil
				case OpXor:
					return Bool(a.Bits != b.Bits), nil
				}
			}
			if err := roomForInt(t, op, ia, ib); err != nil {
				return Value{}, err
			}
			return intBinary(op, ia, ib)
		}
		if fb, ok := FloatOf(b); ok {
			n, _ := NumberOf(ia)
			fa, err := n.Float()
			if err != nil {
				return Value{}, FromError(err)
			}
			return floatBinary(op, fa, fb)
		}
		if op == OpMul {
			switch b.Ref.(type) {
			case *Str, *List, *Tuple, *Bytes:
				return repeat(t, b, ia)
			}
		}
		if _, ok := b.Ref.(*Complex); ok {
			return complexBinary(op, a, b)
		}
		return NotImplemented, nil
	}
	if fa, ok := FloatOf(a); ok {
		fb, ok := FloatOf(b)
		if !ok {
			n, isInt := NumberOf(b)
			if !isInt {
				if _, ok := b.Ref.(*Complex); ok {
					return complexBinary(op, a, b)
				}
				return NotImplemented, nil
			}
			var err error
			if fb, err = n.Float(); err != nil {
				return Value{}, FromError(err)
			}
		}
		return floatBinary(op, fa, fb)
	}
	switch x := a.Ref.(type) {
	case *Complex:
		return complexBinary(op, a, b)
	case *Str:
		switch op {
		case OpAdd:
			if y, ok := b.Ref.(*Str); ok {
				if err := t.Room(float64(len(x.S)) + float64(len(y.S))); err != nil {
					return Value{}, err
				}
				return concat(x, y), nil
			}
			return Value{}, TypeError("can only concatenate str (not \"%s\") to str", ClassOf(b).Name)
		case OpMod:
			if t.In == nil {
				return NotImplemented, nil
			}
			if t.In.Percent != nil {
				return t.In.Percent(t, a, b)
			}
		case OpMul:
			return repeat(t, a, b)
		}
	case *List:
		switch op {
		case OpAdd:
			if y, ok := b.Ref.(*List); ok {
				if err := t.roomForItems(len(x.Items) + len(y.Items)); err != nil {
					return Value{}, err
				}
				out := make([]Value, 0, len(x.Items)+len(y.Items))
				return Obj(NewList(append(append(out, x.Items...), y.Items...))), nil
			}
			return Value{}, TypeError("can only concatenate list (not \"%s\") to list", ClassOf(b).Name)
		case OpMul:
			return repeat(t, a, b)
		}
	case *Tuple:
		switch op {
		case OpAdd:
			if y, ok := b.Ref.(*Tuple); ok {
				if err := t.roomForItems(len(x.Items) + len(y.Items)); err != nil {
					return Value{}, err
				}
				out := make([]Value, 0, len(x.Items)+len(y.Items))
				return TupleValue(append(append(out, x.Items...), y.Items...)...), nil
			}
			return Value{}, TypeError("can only concatenate tuple (not \"%s\") to tuple", ClassOf(b).Name)
		case OpMul:
			return repeat(t, a, b)
		}
	case *Bytes:
		switch op {
		case OpAdd:
			if y, ok := BufferOf(b); ok {
				if err := t.Room(float64(len(x.B)) + float64(len(y))); err != nil {
					return Value{}, err
				}
				return Obj(&Bytes{B: append(append([]byte(nil), x.B...), y...), Mutable: x.Mutable}), nil
			}
			return Value{}, TypeError("can't concat %s to %s", ClassOf(b).Name, x.Class().Name)
		case OpMul:
			return repeat(t, a, b)
		}
	case *Dict:
		if y, ok := b.Ref.(*Dict); ok && op == OpOr {
			d := x.Copy()
			return Obj(d), d.Update(t, y)
		}
	case *Set, *DictView:
		return setBinary(t, op, a, b)
	case *Class, *Union:
		if op == OpOr {
			return UnionOf(t, a, b)
		}
	case *GenericAlias:
		if op == OpOr {
			return UnionOf(t, a, b)
		}
	case *Singleton:
		if op == OpOr && a.IsNone() {
			switch b.Ref.(type) {
			case *Class, *Union, *GenericAlias:
				return UnionOf(t, a, b)
			}
		}
	}
	if isSetView(b) {
		return setBinary(t, op, a, b)
	}
	return NotImplemented, nil
}

// InplaceRepeat is *= of a list or bytearray.
func InplaceRepeat(t *Thread, l, times Value) (Value, error) {
	r, err := repeat(t, l, times)
	if err != nil {
		return Value{}, err
	}
	switch o := l.Ref.(type) {
	case *List:
		o.Items = r.Ref.(*List).Items
	case *Bytes:
		o.B = r.Ref.(*Bytes).B
	}
	return l, nil
}

func repeat(t *Thread, seq, times Value) (Value, error) {
	if _, ok := Integer(times); !ok {
		if _, found := ClassOf(times).Lookup("__index__"); !found {
			return Value{}, TypeError("can't multiply sequence by non-int of type '%s'", ClassOf(times).Name)
		}
	}
	n, err := Index(t, times)
	if err != nil {
		return Value{}, err
	}
	n = max(n, 0)
	if n == 1 {
		switch o := seq.Ref.(type) { // what cannot change needs no copy
		case *Tuple:
			if o.cls == nil {
				return seq, nil
			}
		case *Str:
			if o.Exact() {
				return seq, nil
			}
		case *Bytes:
			if o.cls == nil && !o.Mutable {
				return seq, nil
			}
		}
	}
	size := 1
	switch o := seq.Ref.(type) {
	case *Str:
		size = len(o.S)
	case *List:
		size = len(o.Items) * 24
	case *Tuple:
		size = len(o.Items) * 24
	case *Bytes:
		size = len(o.B)
	}
	if err := t.Room(float64(n) * float64(size)); err != nil {
		return Value{}, err
	}
	many := func(items []Value) []Value {
		out := make([]Value, len(items)*n)
		if len(items) == 1 {
			for i := range out {
				out[i] = items[0]
			}
			return out
		}
		for done := copy(out, items); done < len(out); {
			done += copy(out[done:], out[:done])
		}
		return out
	}
	switch o := seq.Ref.(type) {
	case *Str:
		b := make([]byte, 0, size*n)
		for range n {
			b = append(b, o.S...)
		}
		return String(string(b)), nil
	case *List:
		return Obj(NewList(many(o.Items))), nil
	case *Tuple:
		return TupleValue(many(o.Items)...), nil
	case *Bytes:
		b := make([]byte, 0, size*n)
		for range n {
			b = append(b, o.B...)
		}
		return Obj(&Bytes{B: b, Mutable: o.Mutable}), nil
	}
	return NotImplemented, nil
}
