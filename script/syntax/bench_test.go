package syntax

import (
	"strings"
	"testing"
)

func BenchmarkParse(b *testing.B) {
	texts, _ := snippets(b)
	text := strings.Repeat(strings.Join(texts, "\n"), 10)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseString(text, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
