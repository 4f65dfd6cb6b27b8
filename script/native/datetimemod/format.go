package datetimemod

import (
	"fmt"
	"strconv"
	"strings"

	"asyncio/script/object"
)

var (
	monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	dayNames   = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	// compound are directives that stand for formats.
	compound = map[byte]string{'c': "%a %b %e %H:%M:%S %Y", 'x': "%m/%d/%y", 'X': "%H:%M:%S", 'D': "%m/%d/%y", 'T': "%H:%M:%S", 'R': "%H:%M",
		'F': "%Y-%m-%d", 'r': "%I:%M:%S %p", 'h': "%b"}
)

// filler writes what strftime gives, in the C locale.
type filler struct {
	t    *thread
	self value // what is asked for its zone, none for no zone
	d    *day
	c    *clockTime
	out  strings.Builder
}

func ctime(d *day, c *clockTime) value {
	return object.String(fmt.Sprintf("%s %s %2d %02d:%02d:%02d %04d", dayNames[d.weekday()][:3], monthNames[d.month-1][:3], d.day, c.hour, c.minute, c.second, d.year))
}

func strftime(t *thread, self, format value) (value, error) {
	text, ok := object.StrOf(format)
	if !ok {
		return value{}, object.TypeError("strftime() argument 1 must be str, not %s", typeName(format))
	}
	f := &filler{t: t, self: self, d: &day{year: 1900, month: 1, day: 1}, c: &clockTime{}}
	switch o := self.Ref.(type) {
	case *day:
		f.d = o
	case *stamp:
		f.d, f.c = &o.day, &o.clockTime
	case *clock:
		f.c = &o.clockTime
	}
	err := f.fill(text)
	return object.String(f.out.String()), err
}

func (f *filler) fill(format string) error {
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 >= len(format) {
			f.out.WriteByte(format[i])
			continue
		}
		i++
		pad := byte(0)
		if strings.IndexByte("-_0^#", format[i]) >= 0 && i+1 < len(format) {
			pad = format[i]
			i++
		}
		width := -1
		for ; i+1 < len(format) && format[i] >= '0' && format[i] <= '9'; i++ {
			width = max(width, 0)*10 + int(format[i]-'0')
			if width > 1<<16 {
				break
			}
		}
		if format[i] == ':' && strings.HasPrefix(format[i:], ":z") {
			i++
			if err := f.zone(":"); err != nil {
				return err
			}
			continue
		}
		if c, ok := compound[format[i]]; ok {
			if err := f.fill(c); err != nil {
				return err
			}
			continue
		}
		if err := f.one(format[i], pad, width); err != nil {
			return err
		}
	}
	return nil
}

// one writes a directive.
func (f *filler) one(c, pad byte, wide int) error {
	if n, width, blank, ok := f.number(c); ok {
		text := strconv.Itoa(n)
		switch pad {
		case '-':
			width = 0
		case '_':
			blank = " "
		case '0':
			blank = "0"
		}
		if wide > 0 {
			width = wide
		}
		if gap := width - len(text); gap > 0 {
			f.out.WriteString(strings.Repeat(blank, gap))
		}
		f.out.WriteString(text)
		return nil
	}
	switch c {
	case 'z':
		return f.zone("")
	case 'Z':
		return f.name()
	}
	text := f.text(c, pad)
	if pad == '^' {
		text = strings.ToUpper(text)
	}
	f.out.WriteString(text)
	return nil
}

// number gives a directive that is a number, its width and what fills it up.
func (f *filler) number(c byte) (n, width int, blank string, ok bool) {
	d, t := f.d, f.c
	switch c {
	case 'Y':
		return d.year, 1, "0", true
	case 'm':
		return d.month, 2, "0", true
	case 'd':
		return d.day, 2, "0", true
	case 'H':
		return t.hour, 2, "0", true
	case 'M':
		return t.minute, 2, "0", true
	case 'S':
		return t.second, 2, "0", true
	case 'f':
		return t.us, 6, "0", true
	case 'y':
		return d.year % 100, 2, "0", true
	case 'C':
		return d.year / 100, 1, "0", true
	case 'I':
		return (t.hour+11)%12 + 1, 2, "0", true
	case 'e':
		return d.day, 2, " ", true
	case 'k':
		return t.hour, 2, " ", true
	case 'l':
		return (t.hour+11)%12 + 1, 2, " ", true
	}
	if strings.IndexByte("jUWVGguw", c) < 0 {
		return 0, 0, "", false
	}
	at := d.ordinal()
	yday, weekday := at-yearDays(d.year), (at+6)%7
	year, week, _ := isoCalendar(d.year, at)
	switch c {
	case 'j':
		return yday, 3, "0", true
	case 'U':
		return (yday + 6 - (weekday+1)%7) / 7, 2, "0", true
	case 'W':
		return (yday + 6 - weekday) / 7, 2, "0", true
	case 'V':
		return week, 2, "0", true
	case 'G':
		return year, 1, "0", true
	case 'g':
		return year % 100, 2, "0", true
	case 'u':
		return weekday + 1, 1, "0", true
	}
	return (weekday + 1) % 7, 1, "0", true
}

// text gives a directive that is none.
func (f *filler) text(c, pad byte) string {
	switch c {
	case 'a':
		return dayNames[f.d.weekday()][:3]
	case 'A':
		return dayNames[f.d.weekday()]
	case 'b':
		return monthNames[f.d.month-1][:3]
	case 'B':
		return monthNames[f.d.month-1]
	case 'p':
		return half(f.c.hour, pad != '#')
	case 'P':
		return half(f.c.hour, false)
	case 's':
		s := stamp{day: *f.d, clockTime: *f.c}
		return strconv.FormatInt((s.total()-epoch*dayUS)/1e6, 10)
	case 'n':
		return "\n"
	case 't':
		return "\t"
	case '%':
		return "%"
	}
	if pad != 0 {
		return "%" + string([]byte{pad, c})
	}
	return "%" + string([]byte{c})
}

func half(hour int, upper bool) string {
	switch {
	case hour < 12 && upper:
		return "AM"
	case hour < 12:
		return "am"
	case upper:
		return "PM"
	}
	return "pm"
}

func (f *filler) zone(sep string) error {
	if f.self.Valid() {
		if _, plain := f.self.Ref.(*day); !plain {
			v, err := call(f.t, f.self, "utcoffset")
			if err != nil {
				return err
			}
			if d, ok := deltaOf(v); ok {
				f.out.WriteString(offsetText(d, sep))
			}
		}
	}
	return nil
}

func (f *filler) name() error {
	if f.self.Valid() {
		if _, plain := f.self.Ref.(*day); !plain {
			v, err := call(f.t, f.self, "tzname")
			if err != nil {
				return err
			}
			if s, ok := object.StrOf(v); ok {
				f.out.WriteString(s)
			}
		}
	}
	return nil
}
