// Package bench holds the benchmarks of the event loop.
//
// Every measurement exists up to three times: BenchmarkX drives our loop,
// BenchmarkXBare drives the minimal loop of package bare, and python/bench.py
// has a measurement X for CPython's asyncio and for uvloop. One op means the
// same work in all three. The program in ratio runs them side by side.
package bench
