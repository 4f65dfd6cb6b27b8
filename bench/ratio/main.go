// Command ratio measures our event loop beside its minimal twin and beside
// CPython, and prints how they compare:
//
//	go run ./bench/ratio
//
// It has to run inside the module, since it builds the benchmarks. See
// bench/README.md for how to read what it prints.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"runtime"
	"time"

	"github.com/alecthomas/kong"
)

// cli is the command line.
type cli struct {
	Rounds    int           `default:"3" help:"How often everything is measured; the best round counts."`
	Bench     string        `placeholder:"REGEXP" help:"Measure only what matches, by the name without Benchmark and Bare."`
	Benchtime time.Duration `default:"1s" help:"How long one Go benchmark runs in one round."`
	Python    []string      `placeholder:"PATH" sep:"none" help:"Measure this interpreter; repeat it for more. Without it, those on the machine are searched for."`
	NoPython  bool          `help:"Measure Go only."`
	JSON      bool          `name:"json" help:"Print JSON instead of a table."`
}

// Validate refuses what no run could satisfy; kong calls it.
func (c *cli) Validate() error {
	if c.Rounds < 1 {
		return fmt.Errorf("--rounds is %d, must be at least 1", c.Rounds)
	}
	if c.Benchtime <= 0 {
		return fmt.Errorf("--benchtime is %v, must be more than 0", c.Benchtime)
	}
	if c.NoPython && len(c.Python) > 0 {
		return errors.New("--no-python and --python exclude each other")
	}
	_, err := regexp.Compile(c.Bench)
	return err
}

func main() {
	var flags cli
	kong.Parse(&flags,
		kong.Name("ratio"),
		kong.Description("Measure our event loop beside its minimal twin and beside CPython."))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, &flags, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "ratio:", err)
		os.Exit(1)
	}
}

// run does what the command line asks. The report goes to out; progress and
// failures of single measurements go to log.
func run(ctx context.Context, flags *cli, out, log io.Writer) error {
	dir, err := os.MkdirTemp("", "ratio")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	suite, err := buildSuite(ctx, dir, flags.Benchtime)
	if err != nil {
		return err
	}
	contenders, err := suite.contenders(ctx)
	if err != nil {
		return err
	}
	pythons, err := choosePythons(ctx, flags)
	if err != nil {
		return err
	}
	if len(pythons) == 0 && !flags.NoPython {
		fmt.Fprintln(log, "ratio: no CPython 3.8 or later found, measuring Go only")
	}
	for _, p := range pythons {
		more, err := p.contenders(ctx, suite.script)
		if err != nil {
			return err
		}
		contenders = append(contenders, more...)
	}

	results, failed := measure(ctx, contenders, regexp.MustCompile(flags.Bench), flags.Rounds, log)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	report := newReport(contenders, results)
	report.Machine = machine{
		Time:   time.Now().UTC().Truncate(time.Second),
		Go:     runtime.Version(),
		OS:     runtime.GOOS,
		Arch:   runtime.GOARCH,
		CPUs:   runtime.NumCPU(),
		Rounds: flags.Rounds,
	}
	if flags.JSON {
		err = report.writeJSON(out)
	} else {
		err = report.writeTable(out)
	}
	return errors.Join(append(failed, err)...)
}

// choosePythons gives the interpreters to measure, oldest version first. One
// that was asked for by name has to work; one that was found may not.
func choosePythons(ctx context.Context, flags *cli) ([]python, error) {
	if flags.NoPython {
		return nil, nil
	}
	if len(flags.Python) == 0 {
		return probeAll(ctx, candidates(os.Getenv("PYENV_ROOT"), os.Getenv("HOME"))), nil
	}
	var chosen []python
	for _, path := range flags.Python {
		p, err := probe(ctx, path)
		if err != nil {
			return nil, err
		}
		chosen = append(chosen, p)
	}
	return distinct(chosen), nil
}
