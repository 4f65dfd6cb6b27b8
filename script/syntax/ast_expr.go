package syntax

// BoolOp is a run of operands joined by the same one of and, or.
//
//	disjunction: conjunction ('or' conjunction)*
//	conjunction: inversion ('and' inversion)*
type BoolOp struct {
	Span
	Op     BoolOperator
	Values []Expr // two or more
}

// NamedExpr binds a name inside an expression.
//
//	assignment_expression: NAME ':=' expression
type NamedExpr struct {
	Span
	Target *Name
	Value  Expr
}

// BinOp is a binary operation.
//
//	sum: sum '+' term, and likewise for every binary operator
type BinOp struct {
	Span
	Left  Expr
	Op    Operator
	Right Expr
}

// UnaryOp is a unary operation.
//
//	factor: ('+' | '-' | '~') factor
//	inversion: 'not' inversion
type UnaryOp struct {
	Span
	Op      UnaryOperator
	Operand Expr
}

// Lambda is an anonymous function.
//
//	lambdef: 'lambda' [lambda_params] ':' expression
type Lambda struct {
	Span
	Args *Arguments
	Body Expr
}

// IfExp is a conditional expression.
//
//	expression: disjunction 'if' disjunction 'else' expression
type IfExp struct {
	Span
	Test Expr
	Body Expr
	Else Expr
}

// Dict is a dict display.
//
//	dict: '{' [expression ':' expression | '**' bitwise_or]* '}'
type Dict struct {
	Span
	Keys   []Expr // nil where Values holds the operand of **
	Values []Expr
}

// Set is a set display.
//
//	set: '{' star_named_expressions '}'
type Set struct {
	Span
	Elts []Expr
}

// ListComp is a list comprehension.
//
//	listcomp: '[' named_expression for_if_clause+ ']'
type ListComp struct {
	Span
	Elt        Expr
	Generators []*Comprehension
}

// SetComp is a set comprehension.
//
//	setcomp: '{' named_expression for_if_clause+ '}'
type SetComp struct {
	Span
	Elt        Expr
	Generators []*Comprehension
}

// DictComp is a dict comprehension.
//
//	dictcomp: '{' expression ':' expression for_if_clause+ '}'
type DictComp struct {
	Span
	Key        Expr
	Value      Expr
	Generators []*Comprehension
}

// GeneratorExp is a generator expression.
//
//	genexp: '(' named_expression for_if_clause+ ')'
type GeneratorExp struct {
	Span
	Elt        Expr
	Generators []*Comprehension
}

// Await waits for an awaitable.
//
//	await_primary: 'await' primary
type Await struct {
	Span
	Value Expr
}

// Yield gives a value out of a generator.
//
//	yield_expr: 'yield' [star_expressions]
type Yield struct {
	Span
	Value Expr // nil without a value
}

// YieldFrom delegates to another iterator.
//
//	yield_expr: 'yield' 'from' expression
type YieldFrom struct {
	Span
	Value Expr
}

// Compare is a chain of comparisons.
//
//	comparison: bitwise_or (compare_op bitwise_or)*
type Compare struct {
	Span
	Left        Expr
	Ops         []CmpOperator
	Comparators []Expr // as many as Ops
}

// Call is a call.
//
//	primary: primary '(' [arguments] ')' | primary genexp
type Call struct {
	Span
	Func     Expr
	Args     []Expr // may hold *Starred
	Keywords []*Keyword
}

// JoinedStr is an f-string, or strings side by side of which one is an
// f-string. Its Values are *Constant (text) and *FormattedValue.
//
//	fstring: FSTRING_START fstring_middle* FSTRING_END
type JoinedStr struct {
	Span
	Values []Expr
}

// Conversion is what an f-string field applies before formatting.
type Conversion int8

const (
	// NoConversion formats the value itself.
	NoConversion Conversion = -1
	// ConvStr is !s.
	ConvStr Conversion = 's'
	// ConvRepr is !r.
	ConvRepr Conversion = 'r'
	// ConvASCII is !a.
	ConvASCII Conversion = 'a'
)

// FormattedValue is one replacement field of an f-string. A field with '='
// has its text in the Constant before it, as in CPython, and takes !r when it
// has neither conversion nor format.
//
//	fstring_replacement_field: '{' annotated_rhs ['='] ['!' NAME] [':' format] '}'
type FormattedValue struct {
	Span
	Value      Expr
	Conversion Conversion
	Format     *JoinedStr // nil without a format
}

// Bytes is the value of a bytes literal.
type Bytes string

// EllipsisValue is the value of the literal '...'.
type EllipsisValue struct{}

// Constant is a literal.
//
// Value is one of: nil (None), bool, EllipsisValue, int64, *big.Int (only for
// what an int64 cannot hold), float64, complex128, string, Bytes. A string is
// UTF-8; a lone surrogate, which Python's str may hold and UTF-8 may not, has
// the three bytes that UTF-8's rule would give it (known as WTF-8).
type Constant struct {
	Span
	Value any
	U     bool // the literal has the prefix u; ast calls it kind
}

// Attribute is an attribute reference.
//
//	primary: primary '.' NAME
type Attribute struct {
	Span
	Value Expr
	Attr  string
	Ctx   Context
}

// Subscript is a subscription or slicing.
//
//	primary: primary '[' slices ']'
type Subscript struct {
	Span
	Value Expr
	// Index is an expression, a *Slice, or a *Tuple of these and *Starred.
	Index Expr
	Ctx   Context
}

// Starred is an unpacking.
//
//	starred_expression: '*' expression
type Starred struct {
	Span
	Value Expr
	Ctx   Context
}

// Name is a variable. ID is in normal form NFKC.
type Name struct {
	Span
	ID  string
	Ctx Context
}

// List is a list display or a list of targets.
//
//	list: '[' [star_named_expressions] ']'
type List struct {
	Span
	Elts []Expr
	Ctx  Context
}

// Tuple is a tuple display or a tuple of targets, with or without parentheses.
//
//	tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
type Tuple struct {
	Span
	Elts []Expr
	Ctx  Context
}

// Slice is a slice, only inside a Subscript.
//
//	slice: [expression] ':' [expression] [':' [expression]]
type Slice struct {
	Span
	Lower, Upper, Step Expr // nil where left out
}

func (*BoolOp) expr()         {}
func (*NamedExpr) expr()      {}
func (*BinOp) expr()          {}
func (*UnaryOp) expr()        {}
func (*Lambda) expr()         {}
func (*IfExp) expr()          {}
func (*Dict) expr()           {}
func (*Set) expr()            {}
func (*ListComp) expr()       {}
func (*SetComp) expr()        {}
func (*DictComp) expr()       {}
func (*GeneratorExp) expr()   {}
func (*Await) expr()          {}
func (*Yield) expr()          {}
func (*YieldFrom) expr()      {}
func (*Compare) expr()        {}
func (*Call) expr()           {}
func (*JoinedStr) expr()      {}
func (*FormattedValue) expr() {}
func (*Constant) expr()       {}
func (*Attribute) expr()      {}
func (*Subscript) expr()      {}
func (*Starred) expr()        {}
func (*Name) expr()           {}
func (*List) expr()           {}
func (*Tuple) expr()          {}
func (*Slice) expr()          {}
