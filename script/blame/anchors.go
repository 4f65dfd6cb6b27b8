package blame

import (
	"strings"

	"asyncio/script/syntax"
	"asyncio/script/text"
)

// findAnchors says which part of an expression is the culprit: the operator of
// an operation, the brackets of a call or a subscript.
func findAnchors(segment []string, calls bool) (at [2]point, ok bool) {
	m, err := syntax.ParseString("(\n"+strings.Join(segment, "\n")+"\n)", syntax.Options{})
	if err != nil || len(m.Body) != 1 {
		return at, false
	}
	st, ok := m.Body[0].(*syntax.ExprStmt)
	if !ok {
		return at, false
	}
	s := scanner{lines: make([][]rune, len(segment)), text: segment}
	for i, l := range segment {
		s.lines[i] = []rune(l)
	}
	switch n := st.Value.(type) {
	case *syntax.BinOp:
		from, ok := s.find(s.end(n.Left), func(r rune) bool { return !text.IsSpaceRune(r) && r != ')' })
		if !ok {
			return at, false
		}
		to := point{from.row, from.col + 1}
		right := s.place(n.Right.At().Line, n.Right.At().Col)
		if l := s.lines[to.row]; to.col < len(l) && (right.row > to.row || to.col < right.col) {
			if r := l[to.col]; !text.IsSpaceRune(r) && r != '\\' && r != '#' {
				to.col++
			}
		}
		return [2]point{from, to}, true
	case *syntax.Subscript:
		from, ok := s.find(s.end(n.Value), func(r rune) bool { return r == '[' })
		return [2]point{from, s.end(n)}, ok
	case *syntax.Call:
		if !calls {
			return at, false
		}
		from, ok := s.find(s.end(n.Func), func(r rune) bool { return r == '(' })
		return [2]point{from, s.end(n)}, ok
	}
	return at, false
}

// scanner walks over the characters of an expression.
type scanner struct {
	lines [][]rune
	text  []string
}

// place turns a place in the parsed text, which has one row more in front.
func (s *scanner) place(line, col int32) point {
	row := int(line) - 2
	if row < 0 || row >= len(s.text) {
		return point{len(s.text), 0}
	}
	return point{row, chars(s.text[row], int(col))}
}

func (s *scanner) end(n syntax.Node) point { return s.place(n.At().EndLine, n.At().EndCol) }

// find gives the first place from p on whose character will do. Comments and
// joined lines are passed over.
func (s *scanner) find(p point, will func(rune) bool) (point, bool) {
	for p.row < len(s.lines) {
		if p.col >= len(s.lines[p.row]) {
			p = point{p.row + 1, 0}
			continue
		}
		switch r := s.lines[p.row][p.col]; {
		case r == '\\' || r == '#':
			p = point{p.row + 1, 0}
		case will(r):
			return p, true
		default:
			p.col++
		}
	}
	return p, false
}

// wholeCall reports that the range is the whole value of a plain
// "return f(...)" or "name = f(...)": carets would only say the obvious.
func (f *figure) wholeCall() bool {
	rows := make([]string, len(f.lines))
	for i, l := range f.lines {
		rows[i] = string(l)
	}
	m, err := syntax.ParseString(strings.Join(rows, "\n"), syntax.Options{})
	if err != nil {
		return false
	}
	if len(m.Body) == 0 {
		return true
	}
	var call *syntax.Call
	switch n := m.Body[0].(type) {
	case *syntax.Return:
		if c, ok := n.Value.(*syntax.Call); ok {
			if _, plain := c.Func.(*syntax.Name); plain {
				call = c
			}
		}
	case *syntax.Assign:
		if c, ok := n.Value.(*syntax.Call); ok && len(n.Targets) == 1 {
			if _, plain := n.Targets[0].(*syntax.Name); plain {
				call = c
			}
		}
	}
	if call == nil {
		return false
	}
	at := call.At()
	return at.Line == 1 && int(at.EndLine) == len(rows) && int(at.Col) == f.from.col && int(at.EndCol) == f.to.col
}
