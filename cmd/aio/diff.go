package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"asyncio/compare"
	"asyncio/profile"
)

const (
	// differs is the exit status of diff when an outcome differs.
	differs = 1
	// cannotCompare is its exit status when a side could not be run, as
	// diff(1) has it.
	cannotCompare = 2

	// plainWidth is the width of reports that go to no terminal, in columns.
	plainWidth = 100
)

// diffCommand is `aio diff FILE`.
type diffCommand struct {
	Against    []string
	Left       string
	Python     []string
	Virtual    bool
	Ticks      bool
	Real       bool
	Signal     []compare.Signal
	Epoch      float64
	Seed       *int64
	Timeout    time.Duration
	Sort       []string
	Exact      bool
	Width      int
	Unbuffered bool
}

func (c *diffCommand) define(f *flags) {
	f.Func("against", "A `CPYTHON` to compare with: a name, a version, a path or a command. Repeatable; all that are found if there is none.", many(&c.Against, asText))
	f.StringVar(&c.Left, "left", "", "Compare this CPython, or this `COMMAND` with the flags of aio run, in place of aio run.")
	f.Func("python", "The CPython `VERSION` that aio run follows, that of the other side if not given: "+strings.Join(profile.Names(), ", ")+". Given twice, aio run is compared with itself.", many(&c.Python, asVersion))
	f.BoolVar(&c.Virtual, "virtual", false, "Run both sides in virtual time.")
	f.BoolVar(&c.Ticks, "ticks", false, "Compare what the loops do, iteration by iteration, in virtual time.")
	f.BoolVar(&c.Real, "real", false, "With --ticks: compare in real time, where all that follows from one timer, signal or other cause counts as one iteration.")
	f.Func("signal", "A signal that comes at that time after the program's first statement, such as SIGINT@2s, as `NAME@TIME`. Repeatable.", many(&c.Signal, compare.ParseSignal))
	f.Float64Var(&c.Epoch, "epoch", 1000000, "With --virtual: where the clocks start, in Unix `SECONDS`.")
	f.Func("seed", "With --virtual: begin as if by random.seed(`N`).", optional(&c.Seed, asInt))
	f.DurationVar(&c.Timeout, "timeout", 30*time.Second, "How much `TIME` a run may last, 30s if not given.")
	f.Func("sort", "Sort each run of neighbouring output lines that match a `REGEXP`. Repeatable.", many(&c.Sort, asText))
	f.BoolVar(&c.Exact, "exact", false, "Do not set process ids and addresses aside.")
	f.IntVar(&c.Width, "width", 0, "Width of the report in `COLUMNS`; that of the terminal if not given.")
	f.BoolVar(&c.Unbuffered, "unbuffered", false, "Run both sides with unbuffered output.")
	f.also("u", "unbuffered")
}

// run implements runner. What standard input holds, if it is no terminal, each
// side gets.
func (c *diffCommand) run(args []string) error {
	if len(args) == 0 {
		return errors.New("diff: name a program")
	}
	status, err := c.compare(context.Background(), args[0], args[1:])
	if err != nil {
		return err // main ends with status 2
	}
	os.Exit(status)
	return nil
}

func (c *diffCommand) compare(ctx context.Context, file string, args []string) (status int, err error) {
	options, err := c.options()
	if err != nil {
		return 0, err
	}
	if _, err := os.Stat(file); err != nil {
		return 0, err
	}
	program := compare.Program{File: file, Args: args}
	if program.Stdin, err = input(); err != nil {
		return 0, err
	}
	pairs, err := c.pairs(ctx)
	if err != nil {
		return 0, err
	}
	width := c.Width
	if width == 0 {
		width = terminalWidth()
	}
	if c.Ticks {
		return c.compareTicks(ctx, program, options, pairs, width)
	}
	for _, comparison := range compare.Grouped(compare.Compare(ctx, program, options, pairs)) {
		if err := compare.Report(os.Stdout, comparison, width); err != nil {
			return 0, err
		}
		switch {
		case comparison.Err() != nil:
			status = cannotCompare
		case len(comparison.Differences) > 0:
			status = max(status, differs)
		}
	}
	return status, nil
}

// compareTicks is compare for --ticks.
func (c *diffCommand) compareTicks(ctx context.Context, program compare.Program, options compare.Options, pairs []compare.Pair, width int) (status int, err error) {
	for _, comparison := range compare.CompareTicks(ctx, program, options, pairs) {
		if err := compare.ReportTicks(os.Stdout, comparison, width); err != nil {
			return 0, err
		}
		switch {
		case comparison.Err() != nil:
			status = cannotCompare
		case comparison.Verdict.Divergence != nil:
			status = max(status, differs)
		}
	}
	return status, nil
}

// options turns the flags into those of the runs.
func (c *diffCommand) options() (compare.Options, error) {
	switch {
	case c.Real && !c.Ticks:
		return compare.Options{}, errors.New("--real goes with --ticks")
	case c.Real && c.Virtual:
		return compare.Options{}, errors.New("--real and --virtual exclude each other")
	}
	c.Virtual = c.Virtual || c.Ticks && !c.Real
	if c.Seed != nil && !c.Virtual {
		return compare.Options{}, errors.New("--seed needs --virtual")
	}
	o := compare.Options{
		Virtual: c.Virtual, Epoch: c.Epoch, Seed: c.Seed, Signals: c.Signal,
		Unbuffered: c.Unbuffered, Timeout: c.Timeout,
	}
	if !c.Exact {
		o.Normalisers = append(o.Normalisers, compare.PIDs, compare.Addresses)
	}
	for _, text := range c.Sort {
		lines, err := regexp.Compile(text)
		if err != nil {
			return o, fmt.Errorf("--sort: %w", err)
		}
		o.Normalisers = append(o.Normalisers, compare.SortRuns(lines))
	}
	return o, nil
}

// pairs finds the interpreters.
func (c *diffCommand) pairs(ctx context.Context) ([]compare.Pair, error) {
	left, err := c.left(ctx)
	if err != nil {
		return nil, err
	}
	if len(c.Python) > 1 {
		return c.versions(left)
	}
	var against []compare.Side
	for _, name := range c.Against {
		side, err := compare.Interpreter(ctx, name)
		if err != nil {
			return nil, fmt.Errorf("--against: %w", err)
		}
		against = append(against, side)
	}
	if len(c.Against) == 0 {
		if against = compare.Interpreters(ctx); len(against) == 0 {
			return nil, errors.New("no CPython found; name one with --against")
		}
	}
	var pairs []compare.Pair
	for _, right := range against {
		version := right.Version
		if !slices.Contains(profile.Names(), version) {
			version = "" // newer than any that aio run follows
		}
		if len(c.Python) > 0 {
			version = c.Python[0]
		}
		pairs = append(pairs, compare.Pair{Left: left(version), Right: right})
	}
	return pairs, nil
}

// versions pairs aio run with itself: the first version with each other one.
func (c *diffCommand) versions(left func(version string) compare.Side) ([]compare.Pair, error) {
	if len(c.Against) > 0 {
		return nil, errors.New("several --python compare aio run with itself: --against has no place there")
	}
	var pairs []compare.Pair
	for _, version := range c.Python[1:] {
		pairs = append(pairs, compare.Pair{Left: left(c.Python[0]), Right: left(version)})
	}
	return pairs, nil
}

// left gives the left side for a version of Python.
func (c *diffCommand) left(ctx context.Context) (func(version string) compare.Side, error) {
	command := strings.Fields(c.Left)
	if len(command) == 0 {
		return ours()
	}
	side, err := compare.Interpreter(ctx, c.Left)
	if err == nil {
		return func(string) compare.Side { return side }, nil
	}
	if base := filepath.Base(command[0]); strings.HasPrefix(base, "python") || strings.HasPrefix(base, "3.") {
		return nil, fmt.Errorf("--left: %w", err)
	}
	return func(version string) compare.Side { return compare.AioSide(version, command...) }, nil
}

// ours is `aio run` of this very program.
func ours() (func(version string) compare.Side, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return func(version string) compare.Side { return compare.AioSide(version, self, "run") }, nil
}

// input is what all sides read: standard input, unless it is a terminal.
func input() ([]byte, error) {
	if isTerminal(os.Stdin) {
		return nil, nil
	}
	return io.ReadAll(os.Stdin)
}

// terminalWidth is that of standard output, in columns.
func terminalWidth() int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if n := columnsOf(os.Stdout); n > 0 {
		return n
	}
	return plainWidth
}
