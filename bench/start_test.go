package bench

import (
	"io"
	"os/exec"
	"path/filepath"
	"testing"

	"asyncio/script"
)

// hi is the program that bench.py starts too.
const hi = `import asyncio
async def main():
    print('hi')
asyncio.run(main())
`

// BenchmarkProcessStart is a process that runs a program of one line.
func BenchmarkProcessStart(b *testing.B) {
	aio := filepath.Join(b.TempDir(), "aio.exe")
	if out, err := exec.Command("go", "build", "-o", aio, "asyncio/cmd/aio").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for b.Loop() {
		if out, err := exec.Command(aio, "run", "-c", hi).Output(); err != nil || string(out) != "hi\n" {
			b.Fatalf("%q, %v", out, err)
		}
	}
}

// BenchmarkInterpreterStart is the same program in an interpreter of its own,
// in one process.
func BenchmarkInterpreterStart(b *testing.B) {
	p, err := script.Compile([]byte(hi), "hi.py")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		in := script.New(script.Options{Stdout: io.Discard})
		if err := in.Run(p); err != nil {
			b.Fatal(err)
		}
		if err := in.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
