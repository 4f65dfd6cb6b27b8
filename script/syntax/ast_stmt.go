package syntax

// FunctionDef is a function definition, async or not.
//
//	function_def: decorator* ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block
//
// The span begins at def or async, after the decorators, as in CPython.
type FunctionDef struct {
	Span
	Async      bool
	Name       string
	TypeParams []*TypeParam
	Args       *Arguments
	Returns    Expr // nil without an annotation
	Body       []Stmt
	Decorators []Expr
}

// ClassDef is a class definition.
//
//	class_def: decorator* 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
type ClassDef struct {
	Span
	Name       string
	TypeParams []*TypeParam
	Bases      []Expr // may hold *Starred
	Keywords   []*Keyword
	Body       []Stmt
	Decorators []Expr
}

// Return leaves the function.
//
//	return_stmt: 'return' [star_expressions]
type Return struct {
	Span
	Value Expr // nil without a value
}

// Delete unbinds targets.
//
//	del_stmt: 'del' del_target (',' del_target)* [',']
type Delete struct {
	Span
	Targets []Expr
}

// Assign binds one value to each of its targets, left to right.
//
//	assignment: (star_targets '=')+ (yield_expr | star_expressions)
type Assign struct {
	Span
	Targets []Expr
	Value   Expr
}

// AugAssign is an assignment with an operator.
//
//	assignment: single_target augassign (yield_expr | star_expressions)
type AugAssign struct {
	Span
	Target Expr // Name, Attribute or Subscript
	Op     Operator
	Value  Expr
}

// AnnAssign is an annotated target, with or without a value.
//
//	assignment: target ':' expression ['=' annotated_rhs]
type AnnAssign struct {
	Span
	Target     Expr // Name, Attribute or Subscript
	Annotation Expr
	Value      Expr // nil without one
	// Simple is true for a name without parentheses: only such a name makes an
	// entry in __annotations__.
	Simple bool
}

// TypeAlias is a type statement.
//
//	type_alias: "type" NAME [type_params] '=' expression
type TypeAlias struct {
	Span
	Name       *Name
	TypeParams []*TypeParam
	Value      Expr
}

// For is a for loop, async or not.
//
//	for_stmt: ['async'] 'for' star_targets 'in' star_expressions ':' block ['else' ':' block]
type For struct {
	Span
	Async  bool
	Target Expr
	Iter   Expr
	Body   []Stmt
	Else   []Stmt
}

// While is a while loop.
//
//	while_stmt: 'while' named_expression ':' block ['else' ':' block]
type While struct {
	Span
	Test Expr
	Body []Stmt
	Else []Stmt
}

// If is an if statement. An elif is an If alone in Else.
//
//	if_stmt: 'if' named_expression ':' block ('elif' named_expression ':' block)* ['else' ':' block]
type If struct {
	Span
	Test Expr
	Body []Stmt
	Else []Stmt
}

// With is a with statement, async or not.
//
//	with_stmt: ['async'] 'with' (with_items | '(' with_items [','] ')') ':' block
type With struct {
	Span
	Async bool
	Items []*WithItem
	Body  []Stmt
}

// Match is a match statement.
//
//	match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
type Match struct {
	Span
	Subject Expr
	Cases   []*MatchCase
}

// Raise raises an exception, or the current one again.
//
//	raise_stmt: 'raise' [expression ['from' expression]]
type Raise struct {
	Span
	Exc   Expr // nil to raise again
	Cause Expr // nil without from
}

// Try is a try statement; with Star its handlers are except* clauses.
//
//	try_stmt: 'try' ':' block except_block* ['else' ':' block] ['finally' ':' block]
type Try struct {
	Span
	Star     bool
	Body     []Stmt
	Handlers []*ExceptHandler
	Else     []Stmt
	Finally  []Stmt
}

// Assert is an assert statement.
//
//	assert_stmt: 'assert' expression [',' expression]
type Assert struct {
	Span
	Test Expr
	Msg  Expr // nil without one
}

// Import binds modules.
//
//	import_name: 'import' dotted_as_name (',' dotted_as_name)*
type Import struct {
	Span
	Names []*Alias
}

// ImportFrom binds names of a module.
//
//	import_from: 'from' '.'* [dotted_name] 'import' ('*' | names | '(' names [','] ')')
type ImportFrom struct {
	Span
	Module string // "" when only dots are given
	Names  []*Alias
	Level  int // number of dots
}

// Global declares names of the module.
//
//	global_stmt: 'global' NAME (',' NAME)*
type Global struct {
	Span
	Names []string
}

// Nonlocal declares names of an enclosing function.
//
//	nonlocal_stmt: 'nonlocal' NAME (',' NAME)*
type Nonlocal struct {
	Span
	Names []string
}

// ExprStmt is an expression used as a statement; CPython's ast calls it Expr.
//
//	star_expressions
type ExprStmt struct {
	Span
	Value Expr
}

// Pass does nothing.
type Pass struct{ Span }

// Break leaves the innermost loop.
type Break struct{ Span }

// Continue goes on with the innermost loop's next round.
type Continue struct{ Span }

func (*FunctionDef) stmt() {}
func (*ClassDef) stmt()    {}
func (*Return) stmt()      {}
func (*Delete) stmt()      {}
func (*Assign) stmt()      {}
func (*AugAssign) stmt()   {}
func (*AnnAssign) stmt()   {}
func (*TypeAlias) stmt()   {}
func (*For) stmt()         {}
func (*While) stmt()       {}
func (*If) stmt()          {}
func (*With) stmt()        {}
func (*Match) stmt()       {}
func (*Raise) stmt()       {}
func (*Try) stmt()         {}
func (*Assert) stmt()      {}
func (*Import) stmt()      {}
func (*ImportFrom) stmt()  {}
func (*Global) stmt()      {}
func (*Nonlocal) stmt()    {}
func (*ExprStmt) stmt()    {}
func (*Pass) stmt()        {}
func (*Break) stmt()       {}
func (*Continue) stmt()    {}
