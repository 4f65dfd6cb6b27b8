package timemod

import (
	"fmt"
	"strings"
	"time"
)

var (
	days   = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// format is strftime in the C locale. Unknown directives stay as they are.
func (m moment) format(format string) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c != '%' || i+1 == len(format) {
			b.WriteByte(c)
			continue
		}
		begin := i
		i++
		pad := byte(0)
		if strings.IndexByte("-_0^#", format[i]) >= 0 && i+1 < len(format) { // the C library's flags
			pad = format[i]
			i++
		}
		if (format[i] == 'E' || format[i] == 'O') && i+1 < len(format) {
			i++
		}
		s, width, ok := m.directive(format[i])
		if !ok {
			b.WriteString(format[begin : i+1])
			continue
		}
		b.WriteString(padded(s, width, pad))
	}
	return b.String()
}

// padded applies a flag to a directive's text; width is that of a number, 0 for
// text and negative for a number filled with spaces.
func padded(s string, width int, flag byte) string {
	switch {
	case flag == '^':
		return strings.ToUpper(s)
	case flag == '#':
		return strings.ToUpper(s)
	case width == 0 || flag == '-':
		return s
	case flag == '_' || width < 0 && flag != '0':
		return strings.Repeat(" ", max(0, max(width, -width)-len(s))) + s
	}
	return strings.Repeat("0", max(0, max(width, -width)-len(s))) + s
}

// directive gives the text of one directive and how wide it is, see padded.
func (m moment) directive(c byte) (s string, width int, ok bool) {
	num := func(n, width int) (string, int, bool) { return fmt.Sprint(n), width, true }
	sub := func(f string) (string, int, bool) { return m.format(f), 0, true }
	hour := (m.hour+11)%12 + 1
	switch c {
	case 'a':
		return days[m.wday][:3], 0, true
	case 'A':
		return days[m.wday], 0, true
	case 'b', 'h':
		return months[m.mon-1][:3], 0, true
	case 'B':
		return months[m.mon-1], 0, true
	case 'c':
		return sub("%a %b %e %H:%M:%S %Y")
	case 'C':
		return num(floorDiv(m.year, 100), 2)
	case 'd':
		return num(m.day, 2)
	case 'D', 'x':
		return sub("%m/%d/%y")
	case 'e':
		return num(m.day, -2)
	case 'F':
		return sub("%Y-%m-%d")
	case 'g', 'G', 'V':
		year, week := m.isoWeek()
		switch c {
		case 'g':
			return num(year%100, 2)
		case 'G':
			return num(year, 1)
		}
		return num(week, 2)
	case 'H':
		return num(m.hour, 2)
	case 'I':
		return num(hour, 2)
	case 'j':
		return num(m.yday, 3)
	case 'k':
		return num(m.hour, -2)
	case 'l':
		return num(hour, -2)
	case 'm':
		return num(m.mon, 2)
	case 'M':
		return num(m.min, 2)
	case 'n':
		return "\n", 0, true
	case 'p':
		if m.hour >= 12 {
			return "PM", 0, true
		}
		return "AM", 0, true
	case 'P':
		if m.hour >= 12 {
			return "pm", 0, true
		}
		return "am", 0, true
	case 'r':
		return sub("%I:%M:%S %p")
	case 'R':
		return sub("%H:%M")
	case 's':
		return fmt.Sprint(time.Date(m.year, time.Month(m.mon), m.day, m.hour, m.min, m.sec, 0, time.Local).Unix()), 0, true
	case 'S':
		return num(m.sec, 2)
	case 't':
		return "\t", 0, true
	case 'T', 'X':
		return sub("%H:%M:%S")
	case 'u':
		return num(m.wday+1, 1)
	case 'U':
		return num((m.yday+6-(m.wday+1)%7)/7, 2)
	case 'w':
		return num((m.wday+1)%7, 1)
	case 'W':
		return num((m.yday+6-m.wday)/7, 2)
	case 'y':
		return num(((m.year%100)+100)%100, 2)
	case 'Y':
		return num(m.year, 1)
	case 'z', 'Z':
		zone, offset := m.zone, m.offset
		if !m.zoned {
			at := time.Date(m.year, time.Month(m.mon), m.day, m.hour, m.min, m.sec, 0, time.Local)
			zone, offset = at.Zone()
		}
		if c == 'Z' {
			return zone, 0, true
		}
		sign := '+'
		if offset < 0 {
			sign, offset = '-', -offset
		}
		return fmt.Sprintf("%c%02d%02d", sign, offset/3600, offset/60%60), 0, true
	case '%':
		return "%", 0, true
	}
	return "", 0, false
}

func (m moment) isoWeek() (year, week int) {
	return time.Date(m.year, 1, m.yday, 0, 0, 0, 0, time.UTC).ISOWeek()
}

func floorDiv(a, b int) int {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}
