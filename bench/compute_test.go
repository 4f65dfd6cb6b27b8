package bench

import (
	_ "embed"
	"fmt"
	"io"
	"testing"

	"asyncio/script"
)

//go:embed python/compute.py
var compute string

// runCompute runs one function of compute.py b.N times in the interpreter.
func runCompute(b *testing.B, function string) {
	p, err := script.Compile([]byte(fmt.Sprintf("%s\nfor _ in range(%d):\n    %s()\n", compute, b.N, function)), "compute.py")
	if err != nil {
		b.Fatal(err)
	}
	in := script.New(script.Options{Stdout: io.Discard})
	b.ReportAllocs()
	b.ResetTimer()
	if err := in.Run(p); err != nil {
		b.Fatal(err)
	}
	b.StopTimer()
	if err := in.Close(); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkFib(b *testing.B)         { runCompute(b, "fib") }
func BenchmarkNestedLoops(b *testing.B) { runCompute(b, "nested_loops") }
func BenchmarkNBody(b *testing.B)       { runCompute(b, "n_body") }
func BenchmarkWordCount(b *testing.B)   { runCompute(b, "word_count") }
func BenchmarkJoinSplit(b *testing.B)   { runCompute(b, "join_split") }
func BenchmarkFStrings(b *testing.B)    { runCompute(b, "f_strings") }
func BenchmarkStrMethods(b *testing.B)  { runCompute(b, "str_methods") }
func BenchmarkStrIndex(b *testing.B)    { runCompute(b, "str_index") }
func BenchmarkStrConcat(b *testing.B)   { runCompute(b, "str_concat") }
func BenchmarkListWork(b *testing.B)    { runCompute(b, "list_work") }
func BenchmarkListIndex(b *testing.B)   { runCompute(b, "list_index") }
func BenchmarkSorting(b *testing.B)     { runCompute(b, "sorting") }
func BenchmarkDictWork(b *testing.B)    { runCompute(b, "dict_work") }
func BenchmarkSetWork(b *testing.B)     { runCompute(b, "set_work") }
func BenchmarkMethodCalls(b *testing.B) { runCompute(b, "method_calls") }
func BenchmarkGenerators(b *testing.B)  { runCompute(b, "generators") }
func BenchmarkExceptions(b *testing.B)  { runCompute(b, "exceptions") }
func BenchmarkTupleUnpack(b *testing.B) { runCompute(b, "tuple_unpack") }
func BenchmarkPrimeSieve(b *testing.B)  { runCompute(b, "prime_sieve") }
