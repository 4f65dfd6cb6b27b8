// Package syntax reads Python 3.13: it turns source text into tokens, tokens
// into a typed tree, and mistakes into the SyntaxError that CPython 3.13 shows.
//
// The tree has the node names and fields of CPython's ast module, in Go form,
// so that anybody who knows the one can read the other. The doc comment of a
// node gives the form it stands for, in the notation of the language
// reference: [x] is optional, x* repeats, 'x' is a literal.
//
// The package decides what is grammar and nothing else. What CPython's
// compiler refuses later ('return' outside a function, 'nonlocal' at module
// level) parses here and is the resolver's to refuse.
package syntax

// Span says where a node stands in the source. Lines count from 1. Columns
// count from 0, in bytes of the UTF-8 text, as CPython's ast counts them;
// Source.CharCol gives the column in characters. The end is exclusive.
type Span struct {
	Line, Col       int32
	EndLine, EndCol int32
}

// At returns the span itself. Nodes embed a Span and so have the method.
func (s Span) At() Span { return s }

// Node is anything with a place in the source.
type Node interface {
	// At returns the node's place.
	At() Span
}

// Stmt is a statement.
type Stmt interface {
	Node
	stmt()
}

// Expr is an expression.
type Expr interface {
	Node
	expr()
}

// Pattern is a pattern of a match statement's case.
type Pattern interface {
	Node
	pattern()
}

// Mode says what kind of text is parsed.
type Mode uint8

const (
	// Exec is a whole file: statement*.
	Exec Mode = iota
	// Eval is one expression, as eval takes it. The tree's body is one ExprStmt.
	Eval
	// Single is one interactive statement, as the prompt takes it.
	Single
)

// Module is a whole parsed text.
//
//	file: statement*
type Module struct {
	Mode   Mode
	Body   []Stmt
	Source *Source
}

// Context says what an expression in target position is for.
type Context uint8

const (
	// Load reads the value.
	Load Context = iota
	// Store binds it.
	Store
	// Del unbinds it.
	Del
)

// Operator is a binary operator.
type Operator uint8

// The binary operators, by their names in CPython's ast.
const (
	Add      Operator = iota // +
	Sub                      // -
	Mult                     // *
	MatMult                  // @
	Div                      // /
	Mod                      // %
	Pow                      // **
	LShift                   // <<
	RShift                   // >>
	BitOr                    // |
	BitXor                   // ^
	BitAnd                   // &
	FloorDiv                 // //
)

// UnaryOperator is an operator before its one operand.
type UnaryOperator uint8

// The unary operators, by their names in CPython's ast.
const (
	Invert UnaryOperator = iota // ~
	Not                         // not
	UAdd                        // +
	USub                        // -
)

// BoolOperator joins the operands of a BoolOp.
type BoolOperator uint8

// The boolean operators.
const (
	And BoolOperator = iota
	Or
)

// CmpOperator is a comparison.
type CmpOperator uint8

// The comparisons, by their names in CPython's ast.
const (
	Eq    CmpOperator = iota // ==
	NotEq                    // !=
	Lt                       // <
	LtE                      // <=
	Gt                       // >
	GtE                      // >=
	Is                       // is
	IsNot                    // is not
	In                       // in
	NotIn                    // not in
)

// Arguments are the parameters of a function or lambda.
//
//	parameters: [posonly ',' '/'] [arg ['=' default]]* ['*' [arg]] [kwonly ['=' default]]* ['**' arg]
type Arguments struct {
	PosOnly []*Arg
	Args    []*Arg
	VarArg  *Arg // nil when there is no *args
	KwOnly  []*Arg
	// KwDefaults has one entry for each KwOnly; nil where there is no default.
	KwDefaults []Expr
	KwArg      *Arg // nil when there is no **kwargs
	// Defaults belong to the last len(Defaults) of PosOnly followed by Args.
	Defaults []Expr
}

// Arg is one parameter.
//
//	arg: NAME [':' expression]
//
// The annotation of *args may be starred (PEP 646).
type Arg struct {
	Span
	Name       string
	Annotation Expr // nil without one
}

// Keyword is a named argument of a call or class statement.
//
//	keyword: NAME '=' expression | '**' expression
type Keyword struct {
	Span
	Name  string // "" for **
	Value Expr
}

// Alias is one imported name.
//
//	alias: dotted_name ['as' NAME] | '*'
type Alias struct {
	Span
	Name   string
	AsName string // "" without as
}

// WithItem is one context manager of a with statement.
//
//	with_item: expression ['as' star_target]
type WithItem struct {
	ContextExpr  Expr
	OptionalVars Expr // nil without as
}

// MatchCase is one case of a match statement.
//
//	case_block: 'case' patterns ['if' named_expression] ':' block
type MatchCase struct {
	Pattern Pattern
	Guard   Expr // nil without one
	Body    []Stmt
}

// ExceptHandler is one except or except* clause.
//
//	except_block: 'except' ['*'] [expression ['as' NAME]] ':' block
type ExceptHandler struct {
	Span
	Type Expr   // nil for a bare except
	Name string // "" without as
	Body []Stmt
}

// Comprehension is one for clause of a comprehension.
//
//	for_if_clause: ['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*
type Comprehension struct {
	Target Expr
	Iter   Expr
	Ifs    []Expr
	Async  bool
}

// TypeParamKind tells the three kinds of type parameters apart.
type TypeParamKind uint8

const (
	// TypeVar is a plain name.
	TypeVar TypeParamKind = iota
	// ParamSpec is a name after two stars.
	ParamSpec
	// TypeVarTuple is a name after one star.
	TypeVarTuple
)

// String gives the name of the kind's class.
func (k TypeParamKind) String() string {
	return [...]string{"TypeVar", "ParamSpec", "TypeVarTuple"}[k]
}

// TypeParam is one parameter in the brackets of a generic function, class or
// type alias (PEP 695, PEP 696).
//
//	type_param: NAME [':' expression] ['=' expression]
//	    | '*' NAME ['=' star_expression] | '**' NAME ['=' expression]
type TypeParam struct {
	Span
	Kind    TypeParamKind
	Name    string
	Bound   Expr // TypeVar only; nil without one
	Default Expr // nil without one
}
