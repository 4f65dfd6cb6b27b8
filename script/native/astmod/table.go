// Package astmod is the module _ast_nodes, which the module ast stands on:
// syntax trees as Python objects, made of the parser's tree and read back into
// one.
package astmod

import (
	"reflect"
	"strings"
	"sync"

	"asyncio/script/syntax"
)

// rows are the node classes of Python's ast, a kind of node a paragraph: its
// name and base classes' attributes first, then each class with its fields.
// A type is followed by ? when None may stand for it and by * when a list of
// such is meant.
const rows = `
mod
	Module body:stmt* type_ignores:type_ignore*
	Interactive body:stmt*
	Expression body:expr
	FunctionType argtypes:expr* returns:expr
stmt located
	FunctionDef name:identifier args:arguments body:stmt* decorator_list:expr* returns:expr? type_comment:string? type_params:type_param*
	AsyncFunctionDef name:identifier args:arguments body:stmt* decorator_list:expr* returns:expr? type_comment:string? type_params:type_param*
	ClassDef name:identifier bases:expr* keywords:keyword* body:stmt* decorator_list:expr* type_params:type_param*
	Return value:expr?
	Delete targets:expr*
	Assign targets:expr* value:expr type_comment:string?
	TypeAlias name:expr type_params:type_param* value:expr
	AugAssign target:expr op:operator value:expr
	AnnAssign target:expr annotation:expr value:expr? simple:int
	For target:expr iter:expr body:stmt* orelse:stmt* type_comment:string?
	AsyncFor target:expr iter:expr body:stmt* orelse:stmt* type_comment:string?
	While test:expr body:stmt* orelse:stmt*
	If test:expr body:stmt* orelse:stmt*
	With items:withitem* body:stmt* type_comment:string?
	AsyncWith items:withitem* body:stmt* type_comment:string?
	Match subject:expr cases:match_case*
	Raise exc:expr? cause:expr?
	Try body:stmt* handlers:excepthandler* orelse:stmt* finalbody:stmt*
	TryStar body:stmt* handlers:excepthandler* orelse:stmt* finalbody:stmt*
	Assert test:expr msg:expr?
	Import names:alias*
	ImportFrom module:identifier? names:alias* level:int?
	Global names:identifier*
	Nonlocal names:identifier*
	Expr value:expr
	Pass
	Break
	Continue
expr located
	BoolOp op:boolop values:expr*
	NamedExpr target:expr value:expr
	BinOp left:expr op:operator right:expr
	UnaryOp op:unaryop operand:expr
	Lambda args:arguments body:expr
	IfExp test:expr body:expr orelse:expr
	Dict keys:expr?* values:expr*
	Set elts:expr*
	ListComp elt:expr generators:comprehension*
	SetComp elt:expr generators:comprehension*
	DictComp key:expr value:expr generators:comprehension*
	GeneratorExp elt:expr generators:comprehension*
	Await value:expr
	Yield value:expr?
	YieldFrom value:expr
	Compare left:expr ops:cmpop* comparators:expr*
	Call func:expr args:expr* keywords:keyword*
	FormattedValue value:expr conversion:int format_spec:expr?
	JoinedStr values:expr*
	Constant value:constant kind:string?
	Attribute value:expr attr:identifier ctx:expr_context
	Subscript value:expr slice:expr ctx:expr_context
	Starred value:expr ctx:expr_context
	Name id:identifier ctx:expr_context
	List elts:expr* ctx:expr_context
	Tuple elts:expr* ctx:expr_context
	Slice lower:expr? upper:expr? step:expr?
expr_context
	Load
	Store
	Del
boolop
	And
	Or
operator
	Add
	Sub
	Mult
	MatMult
	Div
	Mod
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
unaryop
	Invert
	Not
	UAdd
	USub
cmpop
	Eq
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
comprehension = target:expr iter:expr ifs:expr* is_async:int
excepthandler located
	ExceptHandler type:expr? name:identifier? body:stmt*
arguments = posonlyargs:arg* args:arg* vararg:arg? kwonlyargs:arg* kw_defaults:expr?* kwarg:arg? defaults:expr*
arg located = arg:identifier annotation:expr? type_comment:string?
keyword located = arg:identifier? value:expr
alias located = name:identifier asname:identifier?
withitem = context_expr:expr optional_vars:expr?
match_case = pattern:pattern guard:expr? body:stmt*
pattern required
	MatchValue value:expr
	MatchSingleton value:constant
	MatchSequence patterns:pattern*
	MatchMapping keys:expr* patterns:pattern* rest:identifier?
	MatchClass cls:expr patterns:pattern* kwd_attrs:identifier* kwd_patterns:pattern*
	MatchStar name:identifier?
	MatchAs pattern:pattern? name:identifier?
	MatchOr patterns:pattern*
type_ignore
	TypeIgnore lineno:int tag:string
type_param required
	TypeVar name:identifier bound:expr? default_value:expr?
	ParamSpec name:identifier default_value:expr?
	TypeVarTuple name:identifier default_value:expr?
`

// field is one field of a node class.
type field struct {
	name, kind string
	// optional fields may be None; of a list that is many, the items.
	optional, many bool
	// at is the field of the Go struct, -1 where that has none.
	at int
}

// class is one node class.
type class struct {
	name string
	// kind is the class it is a kind of, or itself.
	kind   *class
	fields []field
	// located nodes have a place, of which the end may be missing unless it is
	// required.
	located, required bool
	members           []*class // of a kind
	index             int      // among the members of its kind

	typ  reflect.Type // nil where the tree has a number or nothing
	flag int          // the struct's field that tells classes of one struct apart, or -1
	set  int64        // and its value
}

// enum tells whether the kind's nodes have no fields and no place: operators.
func (c *class) enum() bool {
	return len(c.members) > 0 && !c.located && len(c.members[0].fields) == 0
}

// variants are the classes that are one struct in the tree: the struct, its
// field and that field's value.
var variants = map[string]struct {
	typ  reflect.Type
	flag string
	set  int64
}{
	"FunctionDef":      {reflect.TypeFor[syntax.FunctionDef](), "Async", 0},
	"AsyncFunctionDef": {reflect.TypeFor[syntax.FunctionDef](), "Async", 1},
	"For":              {reflect.TypeFor[syntax.For](), "Async", 0},
	"AsyncFor":         {reflect.TypeFor[syntax.For](), "Async", 1},
	"With":             {reflect.TypeFor[syntax.With](), "Async", 0},
	"AsyncWith":        {reflect.TypeFor[syntax.With](), "Async", 1},
	"Try":              {reflect.TypeFor[syntax.Try](), "Star", 0},
	"TryStar":          {reflect.TypeFor[syntax.Try](), "Star", 1},
	"TypeVar":          {reflect.TypeFor[syntax.TypeParam](), "Kind", int64(syntax.TypeVar)},
	"ParamSpec":        {reflect.TypeFor[syntax.TypeParam](), "Kind", int64(syntax.ParamSpec)},
	"TypeVarTuple":     {reflect.TypeFor[syntax.TypeParam](), "Kind", int64(syntax.TypeVarTuple)},
}

// plain are the structs that are one class.
var plain = []any{
	syntax.ClassDef{}, syntax.Return{}, syntax.Delete{}, syntax.Assign{}, syntax.TypeAlias{}, syntax.AugAssign{}, syntax.AnnAssign{},
	syntax.While{}, syntax.If{}, syntax.Match{}, syntax.Raise{}, syntax.Assert{}, syntax.Import{}, syntax.ImportFrom{}, syntax.Global{},
	syntax.Nonlocal{}, syntax.ExprStmt{}, syntax.Pass{}, syntax.Break{}, syntax.Continue{}, syntax.BoolOp{}, syntax.NamedExpr{},
	syntax.BinOp{}, syntax.UnaryOp{}, syntax.Lambda{}, syntax.IfExp{}, syntax.Dict{}, syntax.Set{}, syntax.ListComp{}, syntax.SetComp{},
	syntax.DictComp{}, syntax.GeneratorExp{}, syntax.Await{}, syntax.Yield{}, syntax.YieldFrom{}, syntax.Compare{}, syntax.Call{},
	syntax.FormattedValue{}, syntax.JoinedStr{}, syntax.Constant{}, syntax.Attribute{}, syntax.Subscript{}, syntax.Starred{}, syntax.Name{},
	syntax.List{}, syntax.Tuple{}, syntax.Slice{}, syntax.Comprehension{}, syntax.ExceptHandler{}, syntax.Arguments{}, syntax.Arg{},
	syntax.Keyword{}, syntax.Alias{}, syntax.WithItem{}, syntax.MatchCase{}, syntax.MatchValue{}, syntax.MatchSingleton{},
	syntax.MatchSequence{}, syntax.MatchMapping{}, syntax.MatchClass{}, syntax.MatchStar{}, syntax.MatchAs{}, syntax.MatchOr{},
}

// goNames are the fields and classes whose Go names differ in more than case.
var goNames = map[string]string{
	"Expr": "ExprStmt", "orelse": "Else", "finalbody": "Finally", "decorator_list": "Decorators", "posonlyargs": "PosOnly",
	"kwonlyargs": "KwOnly", "format_spec": "Format", "default_value": "Default", "is_async": "Async", "cls": "Class",
	"Subscript.slice": "Index", "Constant.kind": "U", "arg.arg": "Name", "keyword.arg": "Name",
}

// goName gives the Go name of a class or of a class's field, in small letters.
func goName(class, field string) string {
	name := class
	if field != "" {
		name = field
		if other, ok := goNames[class+"."+field]; ok {
			name = other
		}
	}
	if other, ok := goNames[name]; ok {
		name = other
	}
	return strings.ToLower(strings.ReplaceAll(name, "_", ""))
}

// table has every class by its name, in order.
type table struct {
	order  []*class
	byName map[string]*class
	byType map[reflect.Type][]*class
}

var classes = sync.OnceValue(func() *table {
	types := map[string]reflect.Type{}
	for _, x := range plain {
		typ := reflect.TypeOf(x)
		types[strings.ToLower(typ.Name())] = typ
	}
	tab := &table{byName: map[string]*class{}, byType: map[reflect.Type][]*class{}}
	var kind *class
	for line := range strings.Lines(rows) {
		member := strings.HasPrefix(line, "\t")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		c := &class{name: words[0], flag: -1}
		words = words[1:]
		if member {
			c.kind, c.located, c.required, c.index = kind, kind.located, kind.required, len(kind.members)
			kind.members = append(kind.members, c)
		} else {
			c.kind, kind = c, c
			for len(words) > 0 && !strings.Contains(words[0], ":") {
				c.located = c.located || words[0] != "="
				c.required = c.required || words[0] == "required"
				words = words[1:]
			}
		}
		if v, ok := variants[c.name]; ok {
			f, _ := v.typ.FieldByName(v.flag)
			c.typ, c.flag, c.set = v.typ, f.Index[0], v.set
		} else if member || len(words) > 0 {
			c.typ = types[goName(c.name, "")]
		}
		for _, w := range words {
			c.fields = append(c.fields, readField(c, w))
		}
		tab.order = append(tab.order, c)
		tab.byName[c.name] = c
		if c.typ != nil {
			tab.byType[c.typ] = append(tab.byType[c.typ], c)
		}
	}
	return tab
})

func readField(c *class, text string) field {
	name, kind, _ := strings.Cut(text, ":")
	f := field{name: name, at: -1}
	kind, f.many = strings.CutSuffix(kind, "*")
	f.kind, f.optional = strings.CutSuffix(kind, "?")
	if c.typ != nil {
		want := goName(c.name, name)
		for i := range c.typ.NumField() {
			if strings.ToLower(c.typ.Field(i).Name) == want {
				f.at = i
			}
		}
	}
	return f
}
