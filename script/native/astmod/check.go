package astmod

import (
	"reflect"

	"asyncio/script/object"
	"asyncio/script/syntax"
)

// check refuses a tree that no text has. What the compiler refuses of a text
// is not its business.
func check(m *syntax.Module) error { return checkBelow(reflect.ValueOf(m.Body), syntax.Load) }

var contexts = [...]string{syntax.Load: "Load", syntax.Store: "Store", syntax.Del: "Del"}

// checkBelow checks the nodes in a value; ctx is what expressions are for.
func checkBelow(v reflect.Value, ctx syntax.Context) error {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		if v.Kind() == reflect.Interface {
			return checkBelow(v.Elem(), ctx)
		}
		if v.Elem().Kind() != reflect.Struct {
			return nil
		}
		if err := checkNode(v.Interface(), ctx); err != nil {
			return err
		}
		if _, leaf := v.Interface().(*syntax.Constant); leaf {
			return nil
		}
		node := v.Elem()
		for i := range node.NumField() {
			if err := checkBelow(node.Field(i), contextOf(v.Interface(), node.Type().Field(i).Name, ctx)); err != nil {
				return err
			}
		}
	case reflect.Slice:
		if k := v.Type().Elem().Kind(); k != reflect.Interface && k != reflect.Pointer {
			return nil
		}
		for i := range v.Len() {
			if err := checkBelow(v.Index(i), ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// contextOf gives what the expressions of a node's field are for; own is what
// the node itself is for.
func contextOf(node any, field string, own syntax.Context) syntax.Context {
	switch node.(type) {
	case *syntax.Delete:
		return syntax.Del
	case *syntax.Assign, *syntax.AugAssign, *syntax.AnnAssign, *syntax.For, *syntax.Comprehension, *syntax.NamedExpr:
		if field == "Target" || field == "Targets" {
			return syntax.Store
		}
	case *syntax.TypeAlias:
		if field == "Name" {
			return syntax.Store
		}
	case *syntax.WithItem:
		if field == "OptionalVars" {
			return syntax.Store
		}
	case *syntax.Tuple, *syntax.List, *syntax.Starred:
		return own
	}
	return syntax.Load
}

// checkNode checks one node by itself.
func checkNode(node any, ctx syntax.Context) error {
	has := syntax.Load
	switch n := node.(type) {
	case *syntax.Attribute:
		has = n.Ctx
	case *syntax.Subscript:
		has = n.Ctx
	case *syntax.Starred:
		has = n.Ctx
	case *syntax.Name:
		has = n.Ctx
	case *syntax.List:
		has = n.Ctx
	case *syntax.Tuple:
		has = n.Ctx
	case syntax.Expr:
		if ctx != syntax.Load {
			return object.ValueError("expression which can't be assigned to in %s context", contexts[ctx])
		}
	default:
		return checkParts(node)
	}
	if has != ctx {
		return object.ValueError("expression must have %s context but has %s instead", contexts[ctx], contexts[has])
	}
	return checkParts(node)
}

// checkParts checks that what must not be empty is not, and that lists that
// belong together have one length.
func checkParts(node any) error {
	filled := func(n int, list, of string) error {
		if n == 0 {
			return object.ValueError("empty %s on %s", list, of)
		}
		return nil
	}
	clauses := func(n int) error {
		if n == 0 {
			return object.ValueError("comprehension with no generators")
		}
		return nil
	}
	switch n := node.(type) {
	case *syntax.FunctionDef:
		return filled(len(n.Body), "body", either(n.Async, "AsyncFunctionDef", "FunctionDef"))
	case *syntax.ClassDef:
		return filled(len(n.Body), "body", "ClassDef")
	case *syntax.Delete:
		return filled(len(n.Targets), "targets", "Delete")
	case *syntax.Assign:
		return filled(len(n.Targets), "targets", "Assign")
	case *syntax.AnnAssign:
		if _, name := n.Target.(*syntax.Name); n.Simple && !name {
			return object.TypeError("AnnAssign with simple non-Name target")
		}
	case *syntax.For:
		return filled(len(n.Body), "body", either(n.Async, "AsyncFor", "For"))
	case *syntax.While:
		return filled(len(n.Body), "body", "While")
	case *syntax.If:
		return filled(len(n.Body), "body", "If")
	case *syntax.With:
		if err := filled(len(n.Items), "items", either(n.Async, "AsyncWith", "With")); err != nil {
			return err
		}
		return filled(len(n.Body), "body", either(n.Async, "AsyncWith", "With"))
	case *syntax.Match:
		return filled(len(n.Cases), "cases", "Match")
	case *syntax.MatchCase:
		return filled(len(n.Body), "body", "match_case")
	case *syntax.Raise:
		if n.Exc == nil && n.Cause != nil {
			return object.ValueError("Raise with cause but no exception")
		}
	case *syntax.Try:
		return checkTry(n, either(n.Star, "TryStar", "Try"), filled)
	case *syntax.ExceptHandler:
		return filled(len(n.Body), "body", "ExceptHandler")
	case *syntax.Import:
		return filled(len(n.Names), "names", "Import")
	case *syntax.ImportFrom:
		if n.Level < 0 {
			return object.ValueError("Negative ImportFrom level")
		}
		return filled(len(n.Names), "names", "ImportFrom")
	case *syntax.Global:
		return filled(len(n.Names), "names", "Global")
	case *syntax.Nonlocal:
		return filled(len(n.Names), "names", "Nonlocal")
	case *syntax.BoolOp:
		if len(n.Values) < 2 {
			return object.ValueError("BoolOp with less than 2 values")
		}
	case *syntax.Dict:
		if len(n.Keys) != len(n.Values) {
			return object.ValueError("Dict doesn't have the same number of keys as values")
		}
	case *syntax.ListComp:
		return clauses(len(n.Generators))
	case *syntax.SetComp:
		return clauses(len(n.Generators))
	case *syntax.DictComp:
		return clauses(len(n.Generators))
	case *syntax.GeneratorExp:
		return clauses(len(n.Generators))
	case *syntax.Compare:
		switch {
		case len(n.Comparators) == 0:
			return object.ValueError("Compare with no comparators")
		case len(n.Comparators) != len(n.Ops):
			return object.ValueError("Compare has a different number of comparators and operands")
		}
	case *syntax.Arguments:
		switch {
		case len(n.Defaults) > len(n.PosOnly)+len(n.Args):
			return object.ValueError("more positional defaults than args on arguments")
		case len(n.KwDefaults) != len(n.KwOnly):
			return object.ValueError("length of kwonlyargs is not the same as kw_defaults on arguments")
		}
	default:
		return checkPattern(node)
	}
	return nil
}

func checkTry(n *syntax.Try, name string, filled func(n int, list, of string) error) error {
	if err := filled(len(n.Body), "body", name); err != nil {
		return err
	}
	switch {
	case len(n.Handlers) == 0 && len(n.Finally) == 0:
		return object.ValueError("%s has neither except handlers nor finalbody", name)
	case len(n.Handlers) == 0 && len(n.Else) > 0:
		return object.ValueError("%s has orelse but no except handlers", name)
	}
	return nil
}

func checkPattern(node any) error {
	switch n := node.(type) {
	case *syntax.MatchSingleton:
		if _, ok := n.Value.(bool); !ok && n.Value != nil {
			return object.ValueError("MatchSingleton can only contain True, False and None")
		}
	case *syntax.MatchMapping:
		if len(n.Keys) != len(n.Patterns) {
			return object.ValueError("MatchMapping doesn't have the same number of keys as patterns")
		}
	case *syntax.MatchClass:
		if len(n.KwdAttrs) != len(n.KwdPatterns) {
			return object.ValueError("MatchClass doesn't have the same number of keyword attributes as patterns")
		}
	case *syntax.MatchAs:
		switch {
		case n.Name == "_":
			return object.ValueError("can't capture name '_' in patterns")
		case n.Name == "" && n.Pattern != nil:
			return object.ValueError("MatchAs must specify a target name if a pattern is given")
		}
	case *syntax.MatchOr:
		if len(n.Patterns) < 2 {
			return object.ValueError("MatchOr requires at least 2 patterns")
		}
	}
	return nil
}

func either(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}
