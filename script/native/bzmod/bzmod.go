// Package bzmod is the module _bz2: what bzip2 compressed, read, and streams of its
// kind, written (no well-kept library in Go writes them).
package bzmod

import (
	"bytes"
	"compress/bzip2"
	"io"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
)

// Module makes the module _bz2. Its stream_end(data, start) gives where the first
// stream of data ends as far as it is there, or -1, looking from start on;
// expand(stream) gives what one whole stream stands for, and compress(data, level)
// makes one.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_bz2")
	m.DefPlain("stream_end", 2, 2, func(t *object.Thread, a []object.Value) (object.Value, error) {
		p, err := builtins.BytesLike(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		start, err := object.Index(t, a[1])
		return object.Int(int64(streamEnd(p, max(start, 0)))), err
	})
	m.DefPlain("expand", 1, 1, func(t *object.Thread, a []object.Value) (object.Value, error) {
		p, err := builtins.BytesLike(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		out, err := expand(t, p)
		return object.BytesValue(out), err
	})
	m.DefPlain("compress", 2, 2, func(t *object.Thread, a []object.Value) (object.Value, error) {
		p, err := builtins.BytesLike(t, a[0])
		if err != nil {
			return object.Value{}, err
		}
		level, err := object.Index(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		if err := t.Room(float64(len(p))); err != nil {
			return object.Value{}, err
		}
		return object.BytesValue(compress(p, min(max(level, 1), 9))), nil
	})
	return m, nil
}

// footer is the mark, of 48 bits, that stands before a stream's checksum.
const footer = 0x177245385090

// streamEnd finds the end of a stream by the mark of its last part, which is at
// any bit and, by its length, in no block's data; -1 when it is not there.
func streamEnd(p []byte, start int) int {
	var window uint64
	for i := start; i < len(p); i++ {
		window = window<<8 | uint64(p[i])
		if i < start+5 {
			continue
		}
		for shift := range 8 {
			if i < start+6 && shift > 0 {
				break
			}
			if window>>shift&(1<<48-1) == footer {
				if end := i + 1 + (32-shift+7)/8; end <= len(p) {
					return end
				}
				return -1
			}
		}
	}
	return -1
}

// expand reads one stream.
func expand(t *object.Thread, p []byte) ([]byte, error) {
	r := bzip2.NewReader(bytes.NewReader(p))
	room := t.Growing()
	var out bytes.Buffer
	for {
		n, err := io.CopyN(&out, r, 1<<20)
		if err == io.EOF || err == nil && n == 0 {
			return out.Bytes(), nil
		}
		if err != nil {
			return nil, object.NewException(object.OSErrorClass, object.String("Invalid data stream"))
		}
		if err := room.Check(out.Len()); err != nil {
			return nil, err
		}
	}
}
