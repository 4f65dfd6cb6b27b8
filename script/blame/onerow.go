package blame

import "strings"

// oneRow gives the first row of a range as the versions do that show no other:
// carets go to its end when the range goes on below, and are left out when the
// range is the whole row.
func oneRow(line string, at Range) []string {
	bare := strings.TrimSpace(line)
	if bare == "" {
		return nil
	}
	all := []rune(line)
	start := chars(line, at.Col)
	var end int
	var anchors [2]point
	anchored := false
	if at.EndLine == at.Line {
		end = chars(line, at.EndCol)
		if start <= end {
			anchors, anchored = findAnchors([]string{string(all[start:end])}, false)
		}
	} else {
		end = len([]rune(strings.TrimRight(line, " \t\r\n\f")))
	}
	if end-start >= len([]rune(bare)) && !(anchored && anchors[0].col < anchors[1].col) {
		return []string{bare}
	}
	indent := len(all) - len([]rune(strings.TrimLeft(line, " \t\f")))
	var marks strings.Builder
	for col := indent; col < end; col++ {
		mark := byte('^')
		switch {
		case col < start:
			mark = ' '
		case anchored && (col-start < anchors[0].col || col-start >= anchors[1].col):
			mark = '~'
		}
		for range columns(all[col]) {
			marks.WriteByte(mark)
		}
	}
	return []string{bare, marks.String()}
}
