package unicodemod

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed" // the tables
	"sort"
	"strconv"
	"strings"
	"sync"

	"asyncio/script/object"
)

//go:embed tables.txt.gz
var packed []byte

// table is what tables.py wrote.
type table struct {
	decompositions map[rune]string
	numbers        map[rune]float64
	mirrored       [][2]rune
}

// properties unpacks the table when somebody asks.
var properties = sync.OnceValue(func() *table {
	t := &table{decompositions: map[rune]string{}, numbers: map[rune]float64{}}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return t
	}
	for lines := bufio.NewScanner(r); lines.Scan(); {
		line := lines.Text()
		code, rest, _ := strings.Cut(line[1:], " ")
		c, _ := strconv.ParseInt(code, 16, 32)
		switch line[0] {
		case 'd':
			t.decompositions[rune(c)] = rest
		case 'n':
			over, under, isFraction := strings.Cut(rest, "/")
			n, _ := strconv.ParseFloat(over, 64)
			if isFraction {
				d, _ := strconv.ParseFloat(under, 64)
				n /= d
			}
			t.numbers[rune(c)] = n
		case 'm':
			last, _ := strconv.ParseInt(rest, 16, 32)
			t.mirrored = append(t.mirrored, [2]rune{rune(c), rune(last)})
		}
	}
	return t
})

// numberOf gives the numeric value of a character.
func numberOf(r rune) (float64, bool) {
	if category(r) == "Nd" {
		return float64(digit(r)), true
	}
	n, ok := properties().numbers[r]
	return n, ok
}

// isMirrored reports whether a character is turned about in text from right to left.
func isMirrored(r rune) bool {
	ranges := properties().mirrored
	i := sort.Search(len(ranges), func(i int) bool { return ranges[i][1] >= r })
	return i < len(ranges) && ranges[i][0] <= r
}

// tableFunctions adds what is asked of the tables.
func tableFunctions(m *object.Module) {
	m.DefPlain("numeric", 1, 2, func(_ *thread, a []value) (value, error) {
		r, err := character("numeric", "argument 1", a[0])
		if err != nil {
			return value{}, err
		}
		if n, ok := numberOf(r); ok {
			return object.Float(n), nil
		}
		return orDefault(a, "not a numeric character")
	})
	m.DefPlain("decomposition", 1, 1, func(_ *thread, a []value) (value, error) {
		r, err := character("decomposition", "argument", a[0])
		if err != nil {
			return value{}, err
		}
		return object.String(properties().decompositions[r]), nil
	})
	m.DefPlain("mirrored", 1, 1, func(_ *thread, a []value) (value, error) {
		r, err := character("mirrored", "argument", a[0])
		if err != nil {
			return value{}, err
		}
		n := int64(0)
		if isMirrored(r) {
			n = 1
		}
		return object.Int(n), nil
	})
}
