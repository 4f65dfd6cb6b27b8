package syntax

// kind tells what a token is. Every operator and keyword is a kind of its own.
type kind uint8

const (
	endMarker kind = iota
	newline
	indent
	dedent
	name
	number
	stringTok
	fstringStart
	fstringMiddle
	fstringEnd
	errorTok

	// Delimiters and operators.
	lpar
	rpar
	lsqb
	rsqb
	lbrace
	rbrace
	colon
	comma
	semi
	dot
	ellipsis
	arrow
	exclamation
	assign
	colonEqual
	plus
	minus
	star
	doubleStar
	slash
	doubleSlash
	percent
	at
	vbar
	amper
	circumflex
	tilde
	leftShift
	rightShift
	eqEqual
	notEqual
	diamond // <>, which no rule takes
	less
	lessEqual
	greater
	greaterEqual
	plusEqual
	minusEqual
	starEqual
	slashEqual
	doubleSlashEqual
	percentEqual
	atEqual
	amperEqual
	vbarEqual
	circumflexEqual
	leftShiftEqual
	rightShiftEqual
	doubleStarEqual

	// Keywords.
	kwFalse
	kwNone
	kwTrue
	kwAnd
	kwAs
	kwAssert
	kwAsync
	kwAwait
	kwBreak
	kwClass
	kwContinue
	kwDef
	kwDel
	kwElif
	kwElse
	kwExcept
	kwFinally
	kwFor
	kwFrom
	kwGlobal
	kwIf
	kwImport
	kwIn
	kwIs
	kwLambda
	kwNonlocal
	kwNot
	kwOr
	kwPass
	kwRaise
	kwReturn
	kwTry
	kwWhile
	kwWith
	kwYield
)

// token is one token. A token without text of its own (INDENT, DEDENT) has
// col -1, as CPython's has.
type token struct {
	kind         kind
	level        uint8 // depth of open brackets after the token
	line, col    int32
	endLine      int32
	endCol       int32
	start, end   int32 // offsets of the text
	fstringDepth uint8
}

func (t *token) span() Span {
	return Span{Line: t.line, Col: t.col, EndLine: t.endLine, EndCol: t.endCol}
}

// keyword returns the kind of a name: a keyword's own, or name.
func keyword(s string) kind {
	if len(s) < 2 || len(s) > 8 {
		return name
	}
	switch s {
	case "False":
		return kwFalse
	case "None":
		return kwNone
	case "True":
		return kwTrue
	case "and":
		return kwAnd
	case "as":
		return kwAs
	case "assert":
		return kwAssert
	case "async":
		return kwAsync
	case "await":
		return kwAwait
	case "break":
		return kwBreak
	case "class":
		return kwClass
	case "continue":
		return kwContinue
	case "def":
		return kwDef
	case "del":
		return kwDel
	case "elif":
		return kwElif
	case "else":
		return kwElse
	case "except":
		return kwExcept
	case "finally":
		return kwFinally
	case "for":
		return kwFor
	case "from":
		return kwFrom
	case "global":
		return kwGlobal
	case "if":
		return kwIf
	case "import":
		return kwImport
	case "in":
		return kwIn
	case "is":
		return kwIs
	case "lambda":
		return kwLambda
	case "nonlocal":
		return kwNonlocal
	case "not":
		return kwNot
	case "or":
		return kwOr
	case "pass":
		return kwPass
	case "raise":
		return kwRaise
	case "return":
		return kwReturn
	case "try":
		return kwTry
	case "while":
		return kwWhile
	case "with":
		return kwWith
	case "yield":
		return kwYield
	}
	return name
}

// IsKeyword reports whether s is a reserved word, as keyword.iskeyword does.
func IsKeyword(s string) bool { return keyword(s) != name }

// oneChar, twoChars and threeChars give the operator that the characters make,
// or errorTok.

func oneChar(c byte) kind {
	switch c {
	case '(':
		return lpar
	case ')':
		return rpar
	case '[':
		return lsqb
	case ']':
		return rsqb
	case '{':
		return lbrace
	case '}':
		return rbrace
	case ':':
		return colon
	case ',':
		return comma
	case ';':
		return semi
	case '.':
		return dot
	case '!':
		return exclamation
	case '=':
		return assign
	case '+':
		return plus
	case '-':
		return minus
	case '*':
		return star
	case '/':
		return slash
	case '%':
		return percent
	case '@':
		return at
	case '|':
		return vbar
	case '&':
		return amper
	case '^':
		return circumflex
	case '~':
		return tilde
	case '<':
		return less
	case '>':
		return greater
	}
	return errorTok
}

func twoChars(a, b byte) kind {
	if b == '=' {
		switch a {
		case '!':
			return notEqual
		case '%':
			return percentEqual
		case '&':
			return amperEqual
		case '*':
			return starEqual
		case '+':
			return plusEqual
		case '-':
			return minusEqual
		case '/':
			return slashEqual
		case ':':
			return colonEqual
		case '<':
			return lessEqual
		case '=':
			return eqEqual
		case '>':
			return greaterEqual
		case '@':
			return atEqual
		case '^':
			return circumflexEqual
		case '|':
			return vbarEqual
		}
		return errorTok
	}
	switch {
	case a == '*' && b == '*':
		return doubleStar
	case a == '/' && b == '/':
		return doubleSlash
	case a == '-' && b == '>':
		return arrow
	case a == '<' && b == '<':
		return leftShift
	case a == '>' && b == '>':
		return rightShift
	case a == '<' && b == '>':
		// The operator of Python 2 is still one token, and refused whole.
		return diamond
	}
	return errorTok
}

func threeChars(a, b, c byte) kind {
	switch {
	case a == '.' && b == '.' && c == '.':
		return ellipsis
	case c != '=':
		return errorTok
	case a == '*' && b == '*':
		return doubleStarEqual
	case a == '/' && b == '/':
		return doubleSlashEqual
	case a == '<' && b == '<':
		return leftShiftEqual
	case a == '>' && b == '>':
		return rightShiftEqual
	}
	return errorTok
}
