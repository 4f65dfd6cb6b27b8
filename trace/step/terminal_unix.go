//go:build unix

package step

import (
	"os"
	"strings"
	"time"

	"golang.org/x/sys/unix"
	"golang.org/x/term"

	"asyncio/trace"
	"asyncio/trace/text"
)

// Terminal drives a model by keys and fills the screen. Where in or out is no
// terminal it is Plain.
func Terminal(in, out *os.File, r *trace.Growing, s *text.Sources, color bool) error {
	if !term.IsTerminal(int(in.Fd())) || !term.IsTerminal(int(out.Fd())) {
		return Plain(in, out, r, s)
	}
	before, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return err
	}
	defer term.Restore(int(in.Fd()), before)
	t := &terminal{in: in, out: out, color: color, recording: r, driver: newDriver(newModel(r, s))}
	// The other screen, without a cursor.
	if _, err := out.WriteString("\x1b[?1049h\x1b[?25l"); err != nil {
		return err
	}
	defer out.WriteString("\x1b[?25h\x1b[?1049l")
	return t.run()
}

type terminal struct {
	in, out       *os.File
	color         bool
	recording     *trace.Growing
	driver        *driver
	width, height int
	drawn         string
	keys          decoder
}

// glance is how often the size of the terminal is looked at, and how long the
// program may run before it is shown how far it got.
const glance = 100 * time.Millisecond

// run handles keys until the user quits. While the program runs, keys are
// looked for in between, so that any of them holds it.
func (t *terminal) run() error {
	for !t.driver.quit {
		if err := t.draw(); err != nil {
			return err
		}
		if t.driver.pursuing() {
			t.chase()
		}
		wait := glance
		if t.driver.pursuing() {
			wait = 0
		}
		keys, err := t.read(wait)
		if err != nil {
			return err
		}
		for _, k := range keys {
			t.driver.key(k)
		}
	}
	return nil
}

// chase has the program run for a glance.
func (t *terminal) chase() {
	for end := time.Now().Add(glance); t.driver.pursuing() && time.Now().Before(end); {
		ended := t.recording.Ended()
		if t.driver.goOn(ended) {
			return
		}
		t.recording.More(ahead)
		select {
		case <-t.recording.Held():
		case <-time.After(glance):
			return
		}
	}
}

// read gives the keys that were pressed, after waiting for one.
func (t *terminal) read(wait time.Duration) ([]string, error) {
	fds := []unix.PollFd{{Fd: int32(t.in.Fd()), Events: unix.POLLIN}}
	n, err := unix.Poll(fds, int(wait/time.Millisecond))
	if err == unix.EINTR || err == nil && n == 0 {
		return t.keys.timeout(), nil
	}
	if err != nil {
		return nil, err
	}
	var b [256]byte
	n, err = t.in.Read(b[:])
	if err != nil {
		return nil, err
	}
	return t.keys.decode(b[:n]), nil
}

// draw fills the screen if anything on it has changed.
func (t *terminal) draw() error {
	if w, h, err := term.GetSize(int(t.out.Fd())); err == nil && (w != t.width || h != t.height) {
		t.width, t.height, t.drawn = w, h, ""
	}
	rows := t.driver.screen(t.width, t.height)
	var b strings.Builder
	b.WriteString("\x1b[?2026h\x1b[H")
	for i, r := range rows[:min(len(rows), max(t.height, 1))] {
		if i > 0 {
			b.WriteString("\r\n")
		}
		if t.color {
			b.WriteString(r.painted())
		} else {
			b.WriteString(r.marked())
		}
		b.WriteString("\x1b[K")
	}
	b.WriteString("\x1b[J\x1b[?2026l")
	if b.String() == t.drawn {
		return nil
	}
	t.drawn = b.String()
	_, err := t.out.WriteString(t.drawn)
	return err
}
