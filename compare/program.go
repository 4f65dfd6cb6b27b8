package compare

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"asyncio/signalsafe"
)

// Epoch is where virtual clocks start unless Options say otherwise, in Unix
// seconds.
const Epoch = 1_000_000

// Program is a Python program and what it is given.
type Program struct {
	// File is the program's path, as it shall stand in sys.argv[0] and in
	// tracebacks. A relative one is taken from Dir.
	File string
	// Args are the program's own arguments.
	Args []string
	// Stdin is what the program reads; nil is an empty input.
	Stdin []byte
	// Dir is the folder it runs in; empty is the caller's.
	Dir string
}

// Options say how a program is run and how outcomes are compared. The zero
// value is real time, no signals and no normalisers.
type Options struct {
	// Virtual has both sides run in virtual time.
	Virtual bool
	// Epoch is where the virtual clocks start, in Unix seconds; 0 stands for
	// the constant Epoch.
	Epoch float64
	// Seed, if there is one, has the program begin as if by random.seed(*Seed).
	// A CPython can do so in virtual time only.
	Seed *int64
	// Signals come at their moments, counted from the program's first
	// statement. A program that has ended by then gets none.
	Signals []Signal
	// Unbuffered is python's -u.
	Unbuffered bool
	// Timeout is how long a run may last, in the machine's time; 0 is for ever.
	Timeout time.Duration
	// Normalisers are applied, in order, to standard output and to the last
	// line of standard error before they are compared.
	Normalisers []Normaliser
	// Parallel is how many programs run at a time; 0 is one for each processor.
	Parallel int
}

func (o Options) epoch() float64 {
	if o.Epoch == 0 {
		return Epoch
	}
	return o.Epoch
}

// Signal is a signal and when it comes.
type Signal struct {
	Signal signalsafe.Signal
	After  time.Duration
}

// ParseSignal reads NAME@TIME, such as SIGINT@2s.
func ParseSignal(text string) (s Signal, err error) {
	err = s.UnmarshalText([]byte(text))
	return s, err
}

// UnmarshalText implements encoding.TextUnmarshaler for NAME@TIME.
func (s *Signal) UnmarshalText(text []byte) (err error) {
	name, at, ok := strings.Cut(string(text), "@")
	if !ok {
		return fmt.Errorf("%q is not of the form NAME@TIME, such as SIGINT@2s", text)
	}
	if s.Signal, err = signalsafe.Parse(name); err != nil {
		return err
	}
	if s.After, err = time.ParseDuration(at); err != nil {
		return err
	}
	if s.After < 0 {
		return fmt.Errorf("%v lies before the start", s.After)
	}
	return nil
}

// MarshalText implements encoding.TextMarshaler.
func (s Signal) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// String is NAME@TIME.
func (s Signal) String() string { return s.Signal.String() + "@" + s.After.String() }

// seconds writes a time as Python reads it.
func seconds(s float64) string { return strconv.FormatFloat(s, 'f', -1, 64) }
