package bzmod

import (
	"bytes"
	"compress/bzip2"
	"io"
	"testing"
)

// FuzzCompress reads back what it wrote.
func FuzzCompress(f *testing.F) {
	for _, s := range []string{"", "a", "aaaa", "abababab", "banana", string(bytes.Repeat([]byte{0}, 1000)), "\x00\xff\x00\xff"} {
		f.Add([]byte(s), 9)
	}
	f.Add(bytes.Repeat([]byte("the quick brown fox\n"), 6000), 1)
	f.Fuzz(func(t *testing.T, p []byte, level int) {
		stream := compress(p, min(max(level, 1), 9))
		if end := streamEnd(append(stream, "tail"...), 0); end != len(stream) {
			t.Fatalf("the stream of %d bytes ends at %d", len(stream), end)
		}
		back, err := io.ReadAll(bzip2.NewReader(bytes.NewReader(stream)))
		if err != nil || !bytes.Equal(back, p) {
			t.Fatalf("%d bytes came back as %d: %v", len(p), len(back), err)
		}
	})
}
