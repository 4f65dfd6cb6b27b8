package syntax

// MatchValue matches by ==: a number, string or dotted name.
//
//	literal_pattern | value_pattern
type MatchValue struct {
	Span
	Value Expr
}

// MatchSingleton matches by is.
//
//	literal_pattern: 'None' | 'True' | 'False'
type MatchSingleton struct {
	Span
	Value any // nil, true or false
}

// MatchSequence matches a sequence item by item.
//
//	sequence_pattern: '[' [patterns] ']' | '(' [patterns] ')'
type MatchSequence struct {
	Span
	Patterns []Pattern // at most one *MatchStar
}

// MatchMapping matches a mapping by some of its keys.
//
//	mapping_pattern: '{' [key ':' pattern]* ['**' NAME] '}'
type MatchMapping struct {
	Span
	Keys     []Expr
	Patterns []Pattern
	Rest     string // "" without **
}

// MatchClass matches by isinstance and attributes.
//
//	class_pattern: name_or_attr '(' [pattern]* [NAME '=' pattern]* ')'
type MatchClass struct {
	Span
	Class       Expr
	Patterns    []Pattern
	KwdAttrs    []string
	KwdPatterns []Pattern
}

// MatchStar takes the rest of a sequence.
//
//	star_pattern: '*' NAME | '*' "_"
type MatchStar struct {
	Span
	Name string // "" for _
}

// MatchAs binds a name, or is the wildcard.
//
//	as_pattern: or_pattern 'as' NAME
//	capture_pattern: NAME
//	wildcard_pattern: "_"
type MatchAs struct {
	Span
	Pattern Pattern // nil for a capture and for the wildcard
	Name    string  // "" for the wildcard
}

// MatchOr matches when one alternative does.
//
//	or_pattern: closed_pattern ('|' closed_pattern)*
type MatchOr struct {
	Span
	Patterns []Pattern
}

func (*MatchValue) pattern()     {}
func (*MatchSingleton) pattern() {}
func (*MatchSequence) pattern()  {}
func (*MatchMapping) pattern()   {}
func (*MatchClass) pattern()     {}
func (*MatchStar) pattern()      {}
func (*MatchAs) pattern()        {}
func (*MatchOr) pattern()        {}
