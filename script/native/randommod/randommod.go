// Package randommod is the module _random: the generator below random.Random.
package randommod

import (
	crand "crypto/rand"
	"encoding/binary"
	"math/big"

	"asyncio/script/host"
	"asyncio/script/number"
	"asyncio/script/object"
	"asyncio/script/random"
)

type (
	value  = object.Value
	thread = object.Thread
)

// generator is a _random.Random.
type generator struct {
	object.Head
	g   *random.Generator
	cls *object.Class
}

// Class implements object.Object.
func (g *generator) Class() *object.Class { return g.cls }

var class = makeClass()

// Module makes the module _random.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_random")
	m.Dict.SetStr("Random", object.Obj(class))
	return m, nil
}

func of(v value) *random.Generator { return v.Ref.(*generator).g }

func makeClass() *object.Class {
	c := object.NewNativeClass("_random", "Random")
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		g := &generator{g: &random.Generator{}, cls: cls}
		g.SetClass(cls)
		var with value
		if len(a) > 0 {
			with = a[0]
		}
		return object.Obj(g), seed(t, g.g, with)
	}
	c.DefPlain("seed", 1, 2, func(t *thread, a []value) (value, error) {
		var with value
		if len(a) > 1 {
			with = a[1]
		}
		return object.None, seed(t, of(a[0]), with)
	})
	c.DefPlain("random", 1, 1, func(_ *thread, a []value) (value, error) { return object.Float(of(a[0]).Random()), nil })
	c.DefPlain("getrandbits", 2, 2, func(t *thread, a []value) (value, error) {
		k, err := object.Index(t, a[1])
		if err != nil {
			return value{}, err
		}
		if err := t.Room(float64(k) / 8); err != nil {
			return value{}, err
		}
		n, err := of(a[0]).GetRandBits(int64(k))
		return object.FromNumber(n), object.FromError(err)
	})
	// _below draws from range(n) as Random._randbelow does with getrandbits.
	c.DefPlain("_below", 2, 2, func(t *thread, a []value) (value, error) {
		n, ok := object.NumberOf(a[1])
		if !ok || n.Sign() <= 0 {
			return value{}, object.ValueError("an upper bound above 0 is needed")
		}
		return object.FromNumber(of(a[0]).RandBelow(n)), nil
	})
	c.DefPlain("getstate", 1, 1, func(_ *thread, a []value) (value, error) {
		s := of(a[0]).State()
		items := make([]value, 0, len(s.Words)+1)
		for _, w := range s.Words {
			items = append(items, object.Int(int64(w)))
		}
		return object.TupleValue(append(items, object.Int(int64(s.Index)))...), nil
	})
	c.DefPlain("setstate", 2, 2, setState)
	return c
}

func setState(_ *thread, a []value) (value, error) {
	tuple, ok := a[1].Ref.(*object.Tuple)
	if !ok {
		return value{}, object.TypeError("state vector must be a tuple")
	}
	var s random.State
	if len(tuple.Items) != len(s.Words)+1 {
		return value{}, object.ValueError("state vector is the wrong size")
	}
	for i, item := range tuple.Items {
		n, ok := object.IntOf(item)
		switch {
		case !ok:
			return value{}, object.TypeError("'%s' object cannot be interpreted as an integer", object.ClassOf(item).Name)
		case i < len(s.Words):
			s.Words[i] = uint32(n)
		default:
			s.Index = int(n)
		}
	}
	if err := of(a[0]).SetState(s); err != nil {
		return value{}, object.ValueError("invalid state")
	}
	return object.None, nil
}

// seed begins the sequence that belongs to a number or to an object's hash;
// without one, a sequence that nobody can tell beforehand.
func seed(t *thread, g *random.Generator, v value) error {
	if !v.Valid() || v.IsNone() {
		var b [32]byte
		if _, err := crand.Read(b[:]); err != nil {
			return object.Raise(object.OSErrorClass, "%v", err)
		}
		g.Seed(number.FromBig(new(big.Int).SetBytes(b[:])))
		return nil
	}
	if n, ok := object.NumberOf(v); ok {
		g.Seed(n)
		return nil
	}
	h, err := object.HashInt(t, v)
	if err != nil {
		return err
	}
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(h))
	g.Seed(number.FromBig(new(big.Int).SetBytes(b[:])))
	return nil
}
