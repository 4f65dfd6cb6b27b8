package datetimemod

import "asyncio/script/object"

const (
	maxOrdinal = 3652059
	epoch      = 719163 // the ordinal of 1970-01-01
	dayUS      = 86400e6
)

var daysBefore = [...]int{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func monthDays(y, m int) int {
	switch m {
	case 2:
		if leap(y) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// yearDays counts the days before a year.
func yearDays(y int) int { y--; return y*365 + y/4 - y/100 + y/400 }

func ordinal(y, m, d int) int {
	n := yearDays(y) + daysBefore[m] + d
	if m > 2 && leap(y) {
		n++
	}
	return n
}

func fromOrdinal(n int) (y, m, d int) {
	// Counted from March on, a year's leap day comes last.
	n += 305
	era := n / 146097
	doe := n % 146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	if m = mp + 3; m > 12 {
		m -= 12
	}
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

// weeksBegin is the Monday of the ISO year's first week.
func weeksBegin(y int) int {
	first := ordinal(y, 1, 1)
	weekday := (first + 6) % 7
	if weekday > 3 {
		return first - weekday + 7
	}
	return first - weekday
}

// isoCalendar gives the ISO year, week and weekday of a day.
func isoCalendar(y, n int) (year, week, day int) {
	monday := weeksBegin(y)
	if n < monday {
		y--
		monday = weeksBegin(y)
	} else if n >= weeksBegin(y+1) {
		y++
		monday = weeksBegin(y)
	}
	return y, (n-monday)/7 + 1, (n-monday)%7 + 1
}

// fromISO finds the day of an ISO year, week and weekday.
func fromISO(t *thread, a []value) (y, m, d int, err error) {
	var year, week, day int
	for i, p := range []struct {
		at   *int
		text string
	}{{&year, "Year is out of range: %d"}, {&week, "Invalid week: %d"}, {&day, "Invalid day: %d (range is [1, 7])"}} {
		n, err := object.Index(t, a[i])
		if err != nil {
			return 0, 0, 0, err
		}
		if n != int(int32(n)) {
			return 0, 0, 0, object.ValueError(p.text, n)
		}
		*p.at = n
	}
	if year < 1 || year > 9999 {
		return 0, 0, 0, object.ValueError("Year is out of range: %d", year)
	}
	if week <= 0 || week >= 53 {
		first := ordinal(year, 1, 1) % 7
		if week != 53 || first != 4 && (first != 3 || !leap(year)) {
			return 0, 0, 0, object.ValueError("Invalid week: %d", week)
		}
	}
	if day < 1 || day > 7 {
		return 0, 0, 0, object.ValueError("Invalid day: %d (range is [1, 7])", day)
	}
	n := weeksBegin(year) + (week-1)*7 + day - 1
	if n < 1 || n > maxOrdinal {
		y, _, _ := fromOrdinal(n)
		return 0, 0, 0, object.ValueError("year %d is out of range", y)
	}
	y, m, d = fromOrdinal(n)
	return y, m, d, nil
}

func checkDate(y, m, d int) error {
	switch {
	case y < 1 || y > 9999:
		return object.ValueError("year %d is out of range", y)
	case m < 1 || m > 12:
		return object.ValueError("month must be in 1..12")
	case d < 1 || d > monthDays(y, m):
		return object.ValueError("day is out of range for month")
	}
	return nil
}

func checkTime(h, m, s, us, fold int) error {
	switch {
	case h < 0 || h > 23:
		return object.ValueError("hour must be in 0..23")
	case m < 0 || m > 59:
		return object.ValueError("minute must be in 0..59")
	case s < 0 || s > 59:
		return object.ValueError("second must be in 0..59")
	case us < 0 || us > 999999:
		return object.ValueError("microsecond must be in 0..999999")
	case fold != 0 && fold != 1:
		return object.ValueError("fold must be either 0 or 1")
	}
	return nil
}

// divmod divides as Python does.
func divmod(a, b int64) (q, r int64) {
	q, r = a/b, a%b
	if r < 0 {
		q--
		r += b
	}
	return q, r
}
