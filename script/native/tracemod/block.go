package tracemod

import (
	"asyncio/script/object"
	"asyncio/script/syntax"
)

// block gives the last line of the definition, or else of the statement, that
// begins on a line of a module's text: block(text, lineno). None when there is
// no such line or the text is no program.
func block(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
	text, isText := object.StrOf(a[0])
	line, isInt := object.IntOf(a[1])
	if !isText || !isInt {
		return object.Value{}, object.TypeError("block() needs a str and an int")
	}
	m, err := syntax.ParseString(text, syntax.Options{File: "<source>"})
	if err != nil {
		return object.None, nil
	}
	end := blockEnd(m.Body, int32(line))
	if end == 0 {
		return object.None, nil
	}
	return object.Int(int64(end)), nil
}

// blockEnd looks for the line among statements, the inner ones first.
func blockEnd(list []syntax.Stmt, line int32) int32 {
	for _, s := range list {
		at := s.At()
		first := at.Line
		var decorators []syntax.Expr
		definition := true
		switch n := s.(type) {
		case *syntax.FunctionDef:
			decorators = n.Decorators
		case *syntax.ClassDef:
			decorators = n.Decorators
		default:
			definition = false
		}
		for _, d := range decorators {
			first = min(first, d.At().Line)
		}
		if line < first || line > at.EndLine {
			continue
		}
		if definition && (line == first || line == at.Line) {
			return at.EndLine
		}
		for _, body := range bodies(s) {
			if end := blockEnd(body, line); end != 0 {
				return end
			}
		}
		return at.EndLine
	}
	return 0
}

// bodies gives the blocks of a compound statement.
func bodies(s syntax.Stmt) [][]syntax.Stmt {
	switch n := s.(type) {
	case *syntax.FunctionDef:
		return [][]syntax.Stmt{n.Body}
	case *syntax.ClassDef:
		return [][]syntax.Stmt{n.Body}
	case *syntax.For:
		return [][]syntax.Stmt{n.Body, n.Else}
	case *syntax.While:
		return [][]syntax.Stmt{n.Body, n.Else}
	case *syntax.If:
		return [][]syntax.Stmt{n.Body, n.Else}
	case *syntax.With:
		return [][]syntax.Stmt{n.Body}
	case *syntax.Match:
		var out [][]syntax.Stmt
		for _, c := range n.Cases {
			out = append(out, c.Body)
		}
		return out
	case *syntax.Try:
		out := [][]syntax.Stmt{n.Body, n.Else, n.Finally}
		for _, h := range n.Handlers {
			out = append(out, h.Body)
		}
		return out
	}
	return nil
}
