package blame

import "unicode"

const (
	maxNames  = 750 // candidates
	maxLength = 40  // characters of a name
	moveCost  = 2
	caseCost  = 1
)

// Suggest gives the candidate that wrong is most likely a typing error for;
// empty when none is near enough.
func Suggest(wrong string, candidates []string) string {
	w := []rune(wrong)
	if len(candidates) > maxNames || len(w) > maxLength {
		return ""
	}
	best, found := len(w)+maxLength*moveCost, ""
	for _, name := range candidates {
		if name == wrong {
			continue
		}
		n := []rune(name)
		limit := min((len(n)+len(w)+3)*moveCost/6, best-1)
		if d := distance(w, n, limit); d <= limit && (found == "" || d < best) {
			found, best = name, d
		}
	}
	return found
}

// distance is the cost of turning a into b by single insertions, deletions and
// substitutions; something above limit when it is more than that.
func distance(a, b []rune, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return moveCost * (len(a) + len(b))
	}
	if len(a) > maxLength || len(b) > maxLength {
		return limit + 1
	}
	row := make([]int, len(a)+1)
	for i := range row {
		row[i] = i * moveCost
	}
	for _, y := range b {
		diagonal := row[0]
		row[0] += moveCost
		for i, x := range a {
			d := min(diagonal+substitution(x, y), min(row[i], row[i+1])+moveCost)
			diagonal, row[i+1] = row[i+1], d
		}
	}
	return row[len(a)]
}

func substitution(x, y rune) int {
	switch {
	case x == y:
		return 0
	case unicode.ToLower(x) == unicode.ToLower(y):
		return caseCost
	}
	return moveCost
}
