// Package hashmod is the module _hashes: the digests below hashlib and hmac.
package hashmod

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding"
	"encoding/hex"
	"hash"

	"golang.org/x/crypto/blake2b"
	"golang.org/x/crypto/blake2s"

	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// algorithms are those of a fixed length.
var algorithms = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha224": sha256.New224, "sha256": sha256.New, "sha384": sha512.New384, "sha512": sha512.New,
	"sha512_224": sha512.New512_224, "sha512_256": sha512.New512_256,
	"sha3_224": func() hash.Hash { return sha3.New224() }, "sha3_256": func() hash.Hash { return sha3.New256() },
	"sha3_384": func() hash.Hash { return sha3.New384() }, "sha3_512": func() hash.Hash { return sha3.New512() },
}

// shakes give digests of any length.
var shakes = map[string]func() *sha3.SHAKE{"shake_128": sha3.NewSHAKE128, "shake_256": sha3.NewSHAKE256}

// digest is a hash object.
type digest struct {
	name  string
	h     hash.Hash
	shake *sha3.SHAKE
	// again makes a hash to copy the state into.
	again func() hash.Hash
}

var class, shakeClass = object.NewNativeClass("_hashlib", "HASH").Final(), object.NewNativeClass("_hashlib", "HASHXOF").Final()

func init() {
	class.Later(func(c *object.Class) { define(c, 1) })
	shakeClass.Later(func(c *object.Class) { define(c, 2) })
}

// Class implements object.Object.
func (d *digest) Class() *object.Class {
	if d.shake != nil {
		return shakeClass
	}
	return class
}

// Module makes the module _hashes: make(name, data) and blake2(name, data,
// size, key).
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_hashes")
	m.DefPlain("make", 2, 2, func(_ *thread, a []value) (value, error) {
		name, _ := object.StrOf(a[0])
		d := &digest{name: name}
		if mk := shakes[name]; mk != nil {
			d.shake = mk()
		} else if d.again = algorithms[name]; d.again != nil {
			d.h = d.again()
		} else {
			return value{}, object.ValueError("unsupported hash type %s", name)
		}
		return object.Obj(d), d.write(a[1])
	})
	m.DefPlain("blake2", 4, 4, blake2)
	return m, nil
}

func blake2(t *thread, a []value) (value, error) {
	name, _ := object.StrOf(a[0])
	size, err := object.Index(t, a[2])
	if err != nil {
		return value{}, err
	}
	key, err := bytesOf(a[3])
	if err != nil {
		return value{}, err
	}
	key = append([]byte(nil), key...)
	limit := 64
	if name == "blake2s" {
		limit = 32
	}
	if size < 1 || size > limit {
		return value{}, object.ValueError("digest_size for %s must be between 1 and %d bytes, here it is %d", name[:1]+"lake2"+name[6:], limit, size)
	}
	if len(key) > limit {
		return value{}, object.ValueError("maximum key length is %d bytes", limit)
	}
	d := &digest{name: name}
	if name == "blake2s" {
		if size != 32 { // the library makes only this length and, with a key, 16
			return value{}, object.Raise(object.NotImplementedErrorClass, "blake2s is there with digest_size=32 only")
		}
		d.again = func() hash.Hash { h, _ := blake2s.New256(key); return h }
	} else {
		d.again = func() hash.Hash { h, _ := blake2b.New(size, key); return h }
	}
	d.h = d.again()
	return object.Obj(d), d.write(a[1])
}

func bytesOf(v value) ([]byte, error) {
	if b, ok := v.Ref.(*object.Bytes); ok {
		return b.B, nil
	}
	if _, ok := object.StrOf(v); ok {
		return nil, object.TypeError("Strings must be encoded before hashing")
	}
	return nil, object.TypeError("object supporting the buffer API required")
}

func (d *digest) write(v value) error {
	b, err := bytesOf(v)
	if err != nil {
		return err
	}
	if d.shake != nil {
		_, _ = d.shake.Write(b)
	} else {
		_, _ = d.h.Write(b)
	}
	return nil
}

func (d *digest) copy() (*digest, error) {
	c := &digest{name: d.name, again: d.again}
	if d.shake != nil {
		state, err := d.shake.MarshalBinary()
		if err == nil {
			c.shake = shakes[d.name]()
			err = c.shake.UnmarshalBinary(state)
		}
		return c, err
	}
	state, err := d.h.(encoding.BinaryMarshaler).MarshalBinary()
	if err == nil {
		c.h = d.again()
		err = c.h.(encoding.BinaryUnmarshaler).UnmarshalBinary(state)
	}
	return c, err
}

// sum gives the digest so far; length counts for shakes.
func (d *digest) sum(t *thread, a []value) ([]byte, error) {
	if d.shake == nil {
		return d.h.Sum(nil), nil
	}
	n, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, object.ValueError("value must be positive")
	}
	c, err := d.copy()
	if err != nil {
		return nil, err
	}
	out := make([]byte, n)
	_, err = c.shake.Read(out)
	return out, err
}

// define gives the class its methods; args is what digest takes.
func define(c *object.Class, args int) {
	of := func(v value) *digest { return v.Ref.(*digest) }
	c.DefPlain("update", 2, 2, func(_ *thread, a []value) (value, error) { return object.None, of(a[0]).write(a[1]) })
	c.DefPlain("digest", args, args, func(t *thread, a []value) (value, error) {
		b, err := of(a[0]).sum(t, a)
		return object.BytesValue(b), err
	})
	c.DefPlain("hexdigest", args, args, func(t *thread, a []value) (value, error) {
		b, err := of(a[0]).sum(t, a)
		return object.String(hex.EncodeToString(b)), err
	})
	c.DefPlain("copy", 1, 1, func(_ *thread, a []value) (value, error) {
		d, err := of(a[0]).copy()
		return object.Obj(d), err
	})
	c.DefPlain("__repr__", 1, 1, func(t *thread, a []value) (value, error) {
		d := of(a[0])
		return object.String("<" + d.name + " " + d.Class().Name + " object @ " + t.Address(a[0]) + ">"), nil
	})
	c.DefProperty("name", func(_ *thread, v value) (value, error) { return object.String(of(v).name), nil })
	c.DefProperty("digest_size", func(_ *thread, v value) (value, error) {
		if d := of(v); d.shake == nil {
			return object.Int(int64(d.h.Size())), nil
		}
		return object.Int(0), nil
	})
	c.DefProperty("block_size", func(_ *thread, v value) (value, error) {
		d := of(v)
		if d.shake != nil {
			return object.Int(int64(d.shake.BlockSize())), nil
		}
		return object.Int(int64(d.h.BlockSize())), nil
	})
}
