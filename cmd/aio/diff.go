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

	"github.com/alecthomas/kong"

	"asyncio/compare"
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
	File string   `arg:"" help:"The Python program. What standard input holds, if it is no terminal, each run gets."`
	Args []string `arg:"" optional:"" help:"Its arguments; put -- before those that begin with a dash."`

	Against []string         `placeholder:"python3.13" sep:"none" help:"A CPython to compare with: a name, a version, a path or a command. Repeatable; all that are found if there is none."`
	Left    string           `placeholder:"CMD" help:"Compare this CPython, or this command with the flags of aio run, in place of aio run."`
	Python  string           `enum:",${versions}" default:"" help:"CPython version that aio run follows; that of the other side if not given."`
	Virtual bool             `help:"Run both sides in virtual time."`
	Signal  []compare.Signal `placeholder:"NAME@TIME" help:"A signal that comes at that time after the program's first statement, such as SIGINT@2s. Repeatable."`
	Epoch   float64          `default:"1000000" help:"With --virtual: where the clocks start, in Unix seconds."`
	Seed    *int64           `placeholder:"N" help:"With --virtual: begin as if by random.seed(N)."`
	Timeout time.Duration    `default:"30s" help:"How long a run may last."`
	Sort    []string         `placeholder:"REGEXP" sep:"none" help:"Sort each run of neighbouring output lines that match. Repeatable."`
	Exact   bool             `help:"Do not set process ids and addresses aside."`
	Width   int              `placeholder:"N" help:"Width of the report in columns; that of the terminal if not given."`
	U       bool             `short:"u" name:"unbuffered" help:"Run both sides with unbuffered output."`
}

// Run implements the command.
func (c *diffCommand) Run(k *kong.Kong) error {
	status, err := c.run(context.Background(), k)
	if err != nil {
		return err // main ends with status 2
	}
	os.Exit(status)
	return nil
}

func (c *diffCommand) run(ctx context.Context, k *kong.Kong) (status int, err error) {
	options, err := c.options()
	if err != nil {
		return 0, err
	}
	if _, err := os.Stat(c.File); err != nil {
		return 0, err
	}
	program := compare.Program{File: c.File, Args: c.Args}
	if program.Stdin, err = input(); err != nil {
		return 0, err
	}
	pairs, err := c.pairs(ctx, k)
	if err != nil {
		return 0, err
	}
	width := c.Width
	if width == 0 {
		width = terminalWidth()
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

// options turns the flags into those of the runs.
func (c *diffCommand) options() (compare.Options, error) {
	if c.Seed != nil && !c.Virtual {
		return compare.Options{}, errors.New("--seed needs --virtual")
	}
	o := compare.Options{
		Virtual: c.Virtual, Epoch: c.Epoch, Seed: c.Seed, Signals: c.Signal,
		Unbuffered: c.U, Timeout: c.Timeout,
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
func (c *diffCommand) pairs(ctx context.Context, k *kong.Kong) ([]compare.Pair, error) {
	left, err := c.left(ctx, k)
	if err != nil {
		return nil, err
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
		version := c.Python
		if version == "" {
			version = right.Version
		}
		pairs = append(pairs, compare.Pair{Left: left(version), Right: right})
	}
	return pairs, nil
}

// left gives the left side for a version of Python.
func (c *diffCommand) left(ctx context.Context, k *kong.Kong) (func(version string) compare.Side, error) {
	command := strings.Fields(c.Left)
	if len(command) == 0 {
		return ours(k)
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
func ours(k *kong.Kong) (func(version string) compare.Side, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return func(version string) compare.Side {
		side := compare.AioSide(version, self, "run")
		if !slices.ContainsFunc(k.Model.Children, func(n *kong.Node) bool { return n.Name == "run" }) {
			side.Err = errors.New("no such command: aio run")
		}
		return side
	}, nil
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
