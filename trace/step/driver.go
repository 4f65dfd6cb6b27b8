package step

import (
	"slices"
	"unicode"

	"asyncio/trace/text"
)

// driver turns keys into commands. It knows of no terminal.
type driver struct {
	model   *model
	quit    bool
	helping bool
	asking  bool   // for a tick's number
	typed   string // so far
	message string
	ends    stop // where the step ends that is under way, nil for none
	name    string
}

func newDriver(m *model) *driver { return &driver{model: m} }

// pursuing reports whether a step is under way that the recording was too short
// for so far.
func (d *driver) pursuing() bool { return d.ends != nil }

// goOn goes on with the step that is under way, as far as it is recorded. It
// reports true when the step has ended, or the program has.
func (d *driver) goOn(ended bool) bool {
	switch {
	case d.model.forward(d.ends):
	case ended:
		if d.name != "end" {
			d.message = "the program has ended"
		}
	default:
		return false
	}
	d.ends = nil
	return true
}

// key takes a key: a character, or a name such as "left".
func (d *driver) key(k string) {
	d.message = ""
	switch {
	case d.ends != nil:
		d.ends, d.message = nil, "held"
		if k == "ctrl-c" || k == "q" {
			d.quit = true
		}
		return
	case d.helping:
		d.helping = false
		return
	case d.asking:
		d.ask(k)
		return
	}
	if len(k) == 1 && unicode.IsDigit(rune(k[0])) {
		d.asking, d.typed = true, k
		return
	}
	all := commands()
	i := slices.IndexFunc(all, func(c command) bool { return slices.Contains(c.keys, k) })
	if i < 0 {
		return
	}
	d.do(all[i], "")
}

func (d *driver) do(c command, arg string) {
	switch {
	case c.name == "quit":
		d.quit = true
	case c.name == "help":
		d.helping = true
	case c.name == "to" && arg == "":
		d.asking, d.typed = true, ""
	default:
		ends, err := d.model.step(c, arg)
		if err != nil {
			d.message = err.Error()
		}
		d.ends, d.name = ends, c.name
	}
}

// ask takes the number of a tick.
func (d *driver) ask(k string) {
	switch {
	case k == "enter":
		d.asking = false
		if c, arg, ok := find("to " + d.typed); ok && arg != "" {
			d.do(c, arg)
		}
	case k == "backspace" && d.typed != "":
		d.typed = d.typed[:len(d.typed)-1]
	case len(k) == 1 && unicode.IsDigit(rune(k[0])):
		d.typed += k
	default:
		d.asking = false
	}
}

// screen draws what the user sees.
func (d *driver) screen(width, high int) []row {
	status := dimRow(" ←→ event  ↑↓ callback  t/T tick  tab task  x/X its events  : to tick  g/G  ? q")
	switch {
	case d.asking:
		status = row{{text.Bold, " to tick: " + d.typed + "_"}}
	case d.ends != nil:
		status = row{{text.Yellow, " the program runs; any key holds it"}}
	case d.message != "":
		status = row{{text.Yellow, " " + d.message}}
	}
	rows := d.model.screen(width, high, status)
	if d.helping {
		over := []row{nil, {{text.Bold, "  Stepping through the recording"}}, nil}
		for _, line := range help(true) {
			over = append(over, plainRow("  "+line))
		}
		over = append(over, nil, dimRow("  Any key goes back. Lines with · are where tasks stand, ► is what runs."))
		for i := 2; i < len(rows)-1; i++ {
			rows[i] = nil
			if i-2 < len(over) {
				rows[i] = over[i-2].fit(max(width, leastWidth))
			}
		}
	}
	return rows
}
