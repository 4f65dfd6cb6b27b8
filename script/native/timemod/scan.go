package timemod

import (
	"strconv"
	"strings"
	"time"

	"asyncio/script/object"
	"asyncio/script/text"
)

// scanned is what strptime found.
type scanned struct {
	moment
	micro                     int
	pm, twelve                bool
	hasYear, hasDay, hasMonth bool
	hasWeekday, hasYearDay    bool
	week                      int // of %U or %W, -1 for none
	monday                    bool
	isoYear, isoWeek          int
	hasISOYear, hasISOWeek    bool
}

// widths are the most digits that a directive reads.
var widths = map[byte][3]int{'d': {2, 1, 31}, 'H': {2, 0, 23}, 'I': {2, 1, 12}, 'j': {3, 1, 366}, 'm': {2, 1, 12}, 'M': {2, 0, 59},
	'S': {2, 0, 61}, 'U': {2, 0, 53}, 'W': {2, 0, 53}, 'V': {2, 1, 53}, 'w': {1, 0, 6}, 'u': {1, 1, 7}, 'y': {2, 0, 99}}

// scan is strptime in the C locale.
func scan(data, format string) (*scanned, error) {
	full := strings.NewReplacer("%c", "%a %b %d %H:%M:%S %Y", "%x", "%m/%d/%y", "%X", "%H:%M:%S").Replace(format)
	if err := checkFormat(full, format); err != nil {
		return nil, err
	}
	p := &scanned{week: -1}
	p.year, p.mon, p.day, p.dst = 1900, 1, 1, -1
	rest, ok := p.match(data, full)
	if !ok {
		return nil, object.ValueError("time data %s does not match format %s", text.Repr(data), text.Repr(format))
	}
	if rest != "" {
		return nil, object.ValueError("unconverted data remains: %s", rest)
	}
	return p, p.finish()
}

func checkFormat(full, format string) error {
	for i := 0; i < len(full); i++ {
		if full[i] != '%' {
			continue
		}
		if i++; i == len(full) {
			return object.ValueError("stray %% in format %s", text.Repr(format))
		}
		if strings.IndexByte("aAbBdfHIjmMpSuUVwWyYGzZ%", full[i]) < 0 {
			return object.ValueError("%s is a bad directive in format %s", text.Repr(full[i:i+1]), text.Repr(format))
		}
	}
	return nil
}

// match reads data by the format; rest is what is left of data. A number may
// be read shorter when the rest fits only then.
func (p *scanned) match(data, format string) (rest string, ok bool) {
	for format != "" {
		c := format[0]
		if isSpace(c) {
			format = strings.TrimLeft(format, " \t\n\r\f\v")
			trimmed := strings.TrimLeft(data, " \t\n\r\f\v")
			if len(trimmed) == len(data) {
				return "", false
			}
			data = trimmed
			continue
		}
		if c != '%' {
			if data == "" || !strings.EqualFold(data[:1], format[:1]) {
				return "", false
			}
			data, format = data[1:], format[1:]
			continue
		}
		d := format[1]
		format = format[2:]
		if limit, isNumber := widths[d]; isNumber {
			for n := min(limit[0], digits(data)); n > 0; n-- {
				v, _ := strconv.Atoi(data[:n])
				if v < limit[1] || v > limit[2] {
					continue
				}
				try := *p
				try.set(d, v)
				if rest, ok := try.match(data[n:], format); ok {
					*p = try
					return rest, true
				}
			}
			return "", false
		}
		n := p.other(d, data)
		if n < 0 {
			return "", false
		}
		data = data[n:]
	}
	return data, true
}

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func (p *scanned) set(d byte, v int) {
	switch d {
	case 'd':
		p.day, p.hasDay = v, true
	case 'H':
		p.hour = v
	case 'I':
		p.hour, p.twelve = v, true
	case 'j':
		p.yday, p.hasYearDay = v, true
	case 'm':
		p.mon, p.hasMonth = v, true
	case 'M':
		p.min = v
	case 'S':
		p.sec = v
	case 'U', 'W':
		p.week, p.monday = v, d == 'W'
	case 'V':
		p.isoWeek, p.hasISOWeek = v, true
	case 'w':
		p.wday, p.hasWeekday = (v+6)%7, true
	case 'u':
		p.wday, p.hasWeekday = v-1, true
	case 'y':
		if v <= 68 {
			v += 100
		}
		p.year, p.hasYear = 1900+v, true
	}
}

// other reads a directive that is no short number and gives how many bytes, -1
// when data does not fit.
func (p *scanned) other(d byte, data string) int {
	name := func(names []string, short bool) (int, int) {
		for i, n := range names {
			if short {
				n = n[:3]
			}
			if len(data) >= len(n) && strings.EqualFold(data[:len(n)], n) {
				return i, len(n)
			}
		}
		return 0, -1
	}
	n := -1
	switch d {
	case '%':
		if strings.HasPrefix(data, "%") {
			n = 1
		}
	case 'a', 'A':
		var i int
		if i, n = name(days, d == 'a'); n > 0 {
			p.wday, p.hasWeekday = i, true
		}
	case 'b', 'B':
		var i int
		if i, n = name(months, d == 'b'); n > 0 {
			p.mon, p.hasMonth = i+1, true
		}
	case 'p':
		if len(data) >= 2 && (strings.EqualFold(data[:2], "am") || strings.EqualFold(data[:2], "pm")) {
			p.pm, n = data[0]|0x20 == 'p', 2
		}
	case 'Y', 'G':
		if digits(data) >= 4 {
			n = 4
			v, _ := strconv.Atoi(data[:4])
			if d == 'Y' {
				p.year, p.hasYear = v, true
			} else {
				p.isoYear, p.hasISOYear = v, true
			}
		}
	case 'f':
		if k := min(digits(data), 6); k > 0 {
			p.micro, _ = strconv.Atoi((data[:k] + "000000")[:6])
			n = k
		}
	case 'z':
		n = p.zoneOffset(data)
	case 'Z':
		for _, z := range []string{"utc", "gmt", strings.ToLower(localZone(1)), strings.ToLower(localZone(7))} {
			if len(data) >= len(z) && strings.EqualFold(data[:len(z)], z) {
				p.zone, p.dst, n = data[:len(z)], 0, len(z)
				break
			}
		}
	}
	return n
}

func localZone(month time.Month) string {
	name, _ := time.Date(time.Now().Year(), month, 1, 0, 0, 0, 0, time.Local).Zone()
	return name
}

// zoneOffset reads Z, +hhmm, +hh:mm or with seconds.
func (p *scanned) zoneOffset(data string) int {
	if strings.HasPrefix(data, "Z") {
		p.offset, p.zoned = 0, true
		return 1
	}
	if len(data) < 5 || data[0] != '+' && data[0] != '-' {
		return -1
	}
	at, total := 1, 0
	for i, scale := range []int{3600, 60, 1} {
		from := at
		if i > 0 && strings.HasPrefix(data[from:], ":") {
			from++
		}
		if digits(data[from:]) < 2 {
			if i < 2 {
				return -1
			}
			break
		}
		v, _ := strconv.Atoi(data[from : from+2])
		total += v * scale
		at = from + 2
	}
	if data[0] == '-' {
		total = -total
	}
	p.offset, p.zoned = total, true
	return at
}

// finish works out what follows from what was found.
func (p *scanned) finish() error {
	if p.twelve {
		p.hour %= 12
		if p.pm {
			p.hour += 12
		}
	}
	switch {
	case p.hasISOWeek && !p.hasISOYear:
		return object.ValueError("ISO week directive '%%V' must be used with the ISO year directive '%%G' and a weekday directive ('%%A', '%%a', '%%w', or '%%u').")
	case p.hasISOYear && (!p.hasISOWeek || !p.hasWeekday):
		return object.ValueError("ISO year directive '%%G' must be used with the ISO week directive '%%V' and a weekday directive ('%%A', '%%a', '%%w', or '%%u').")
	}
	leap := false
	if !p.hasYear && p.mon == 2 && p.day == 29 {
		p.year, leap = 1904, true
	}
	date := time.Date(p.year, time.Month(p.mon), p.day, 0, 0, 0, 0, time.UTC)
	switch {
	case p.hasISOYear:
		fourth := time.Date(p.isoYear, 1, 4, 0, 0, 0, 0, time.UTC)
		monday := fourth.AddDate(0, 0, -((int(fourth.Weekday()) + 6) % 7))
		date = monday.AddDate(0, 0, (p.isoWeek-1)*7+p.wday)
	case p.hasYearDay:
		date = time.Date(p.year, 1, p.yday, 0, 0, 0, 0, time.UTC)
	case p.week >= 0 && p.hasWeekday && p.hasYear:
		first := (int(time.Date(p.year, 1, 1, 0, 0, 0, 0, time.UTC).Weekday()) + 6) % 7
		wday := p.wday
		if !p.monday {
			first, wday = (first+1)%7, (wday+1)%7
		}
		day := 1 + (7-first)%7 + (p.week-1)*7 + wday
		if first == 0 {
			day = 1 + (p.week-1)*7 + wday
		}
		date = time.Date(p.year, 1, day, 0, 0, 0, 0, time.UTC)
	case date.Day() != p.day:
		return object.ValueError("day is out of range for month")
	}
	p.year, p.mon, p.day, p.yday = date.Year(), int(date.Month()), date.Day(), date.YearDay()
	if !p.hasWeekday {
		p.wday = (int(date.Weekday()) + 6) % 7
	}
	if leap {
		p.year = 1900
	}
	return nil
}
