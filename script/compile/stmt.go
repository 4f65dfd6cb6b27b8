package compile

import (
	"slices"
	"strings"

	"asyncio/script/object"
	"asyncio/script/resolve"
	"asyncio/script/syntax"
)

func (c *unit) stmt(s syntax.Stmt) {
	switch n := s.(type) {
	case *syntax.ExprStmt:
		if c.shows {
			c.emit(Display, c.safe(n.Value), 0, 0)
			return
		}
		if _, ok := n.Value.(*syntax.Constant); !ok {
			c.emit(Drop, c.safe(n.Value), 1, 0)
		}
	case *syntax.Assign:
		if slot, ok := c.plainLocal(n.Targets[0]); ok && len(n.Targets) == 1 && !c.inTry() && !c.replaces(slot, n.Value) {
			c.assigned[slot] = true
			c.expr(n.Value, slot)
			return
		}
		if t, ok := n.Targets[0].(*syntax.Tuple); ok && len(n.Targets) == 1 && c.assignTuple(t, n.Value) {
			return
		}
		r := c.safe(n.Value)
		for _, t := range n.Targets {
			c.assign(t, r)
		}
	case *syntax.AugAssign:
		c.augAssign(n)
	case *syntax.AnnAssign:
		c.annAssign(n)
	case *syntax.Return:
		c.returnStmt(n)
	case *syntax.If:
		no := c.condition(n.Test, false)
		c.body(n.Body)
		if len(n.Else) == 0 {
			c.patch(no...)
			return
		}
		end := c.emit(Jump, 0, 0, 0)
		c.patch(no...)
		c.body(n.Else)
		c.patch(end)
	case *syntax.While:
		c.while(n)
	case *syntax.For:
		c.forStmt(n)
	case *syntax.Break, *syntax.Continue:
		c.leaveLoop(s)
	case *syntax.FunctionDef:
		c.functionDef(n)
	case *syntax.ClassDef:
		c.classDef(n)
	case *syntax.Delete:
		for _, t := range n.Targets {
			c.delete(t)
		}
	case *syntax.Raise:
		switch {
		case n.Exc == nil:
			c.emit(Raise, 0, 0, 0)
		case n.Cause == nil:
			c.emitX(Raise, 1, c.safe(n.Exc), 0, 0)
		default:
			e := c.safe(n.Exc)
			c.emitX(Raise, 2, e, c.safe(n.Cause), 0)
		}
	case *syntax.Try:
		switch {
		case len(n.Finally) > 0:
			c.tryFinally(n)
		case n.Star:
			c.tryStar(n)
		default:
			c.tryExcept(n)
		}
	case *syntax.With:
		c.with(n, n.Items)
	case *syntax.Assert:
		c.checkAssert(n)
		ok := c.condition(n.Test, true)
		x, msg := uint8(0), int32(0)
		if n.Msg != nil {
			x, msg = 1, c.safe(n.Msg)
		}
		c.at = n.Test.At()
		c.before313(n.Span)
		c.emitX(AssertFail, x, msg, 0, 0)
		c.patch(ok...)
	case *syntax.Import:
		for _, a := range n.Names {
			c.importName(a)
		}
	case *syntax.ImportFrom:
		c.importFrom(n)
	case *syntax.Match:
		c.match(n)
	case *syntax.TypeAlias:
		c.typeAlias(n)
	}
}

// replaces tells whether binding a variable to the value of e may drop an
// object that it held. Variables for numbers hold none, as a rule.
func (c *unit) replaces(slot int32, e syntax.Expr) bool {
	switch e.(type) {
	case *syntax.BinOp, *syntax.UnaryOp, *syntax.Compare:
		return false
	}
	return c.assigned[slot]
}

// inTry tells whether a half-done assignment could be seen by a handler: then
// the value is computed aside first.
func (c *unit) inTry() bool { return len(c.blocks) > 0 || c.code.Flags&TopLevel != 0 }

// assignTuple is a, b = x, y without making the tuple.
func (c *unit) assignTuple(t *syntax.Tuple, v syntax.Expr) bool {
	src, ok := v.(*syntax.Tuple)
	if !ok || len(src.Elts) != len(t.Elts) {
		return false
	}
	for i := range src.Elts {
		if _, star := src.Elts[i].(*syntax.Starred); star {
			return false
		}
		if _, star := t.Elts[i].(*syntax.Starred); star {
			return false
		}
	}
	r := c.alloc(len(src.Elts))
	for i, e := range src.Elts {
		c.expr(e, r+int32(i))
	}
	for i, e := range t.Elts {
		c.assign(e, r+int32(i))
	}
	return true
}

// assign binds target t to slot r.
func (c *unit) assign(t syntax.Expr, r int32) {
	outer, top := c.at, c.top
	c.at = t.At()
	defer func() { c.at, c.top = outer, top }()
	switch n := t.(type) {
	case *syntax.Name:
		c.storeName(n.ID, r)
	case *syntax.Attribute:
		c.noteStatic(n)
		o := c.value(n.Value)
		c.emit(SetAttr, o, r, c.site(c.mangle(n.Attr)))
	case *syntax.Subscript:
		o, k := c.pair(n.Value, n.Index)
		c.emit(SetItem, o, k, r)
	case *syntax.Starred:
		c.assign(n.Value, r)
	case *syntax.List:
		c.unpack(n.Elts, r)
	case *syntax.Tuple:
		c.unpack(n.Elts, r)
	}
}

func (c *unit) unpack(elts []syntax.Expr, r int32) {
	base := c.alloc(len(elts))
	star := -1
	for i, e := range elts {
		if _, ok := e.(*syntax.Starred); ok {
			star = i
		}
	}
	if star < 0 {
		c.emit(Unpack, base, r, int32(len(elts)))
	} else {
		c.emitX(UnpackEx, uint8(len(elts)-star-1), base, r, int32(star))
	}
	for i, e := range elts {
		c.assign(e, base+int32(i))
	}
}

func (c *unit) delete(t syntax.Expr) {
	c.at = t.At()
	switch n := t.(type) {
	case *syntax.Name:
		c.deleteName(n.ID)
	case *syntax.Attribute:
		c.emit(DelAttr, c.value(n.Value), 0, c.site(c.mangle(n.Attr)))
	case *syntax.Subscript:
		o, k := c.pair(n.Value, n.Index)
		c.emit(DelItem, o, k, 0)
	case *syntax.Tuple:
		for _, e := range n.Elts {
			c.delete(e)
		}
	case *syntax.List:
		for _, e := range n.Elts {
			c.delete(e)
		}
	}
}

// kept is value for a slot that is still to be as it is now when later was
// evaluated.
func (c *unit) kept(e syntax.Expr, later ...syntax.Expr) int32 {
	if slices.ContainsFunc(later, rebinds) {
		return c.safe(e)
	}
	return c.value(e)
}

func (c *unit) augAssign(n *syntax.AugAssign) {
	op := object.Op(n.Op)
	switch t := n.Target.(type) {
	case *syntax.Name:
		if slot, ok := c.plainLocal(t); ok {
			c.binary(op, t, n.Value, slot, 128)
			return
		}
		r := c.alloc(1)
		c.expr(t, r)
		c.binaryRegs(op, r, r, c.value(n.Value), 128)
		c.at = t.Span
		c.storeName(t.ID, r)
	case *syntax.Attribute:
		o := c.kept(t.Value, n.Value)
		r := c.alloc(1)
		name := c.mangle(t.Attr)
		c.at = t.Span
		c.emit(GetAttr, r, o, c.site(name))
		c.at = n.Span
		c.binaryRegs(op, r, r, c.value(n.Value), 128)
		c.at = t.Span
		c.emit(SetAttr, o, r, c.site(name))
	case *syntax.Subscript:
		o := c.kept(t.Value, t.Index, n.Value)
		k := c.kept(t.Index, n.Value)
		r := c.alloc(1)
		c.at = t.Span
		c.emit(GetItem, r, o, k)
		c.at = n.Span
		c.binaryRegs(op, r, r, c.value(n.Value), 128)
		c.at = t.Span
		c.emit(SetItem, o, k, r)
	}
}

// setupAnnotations begins the body of a class or module that has annotations.
func (c *unit) setupAnnotations() {
	if c.frame.Annotated {
		c.emit(SetupAnnotations, 0, 0, 0)
	}
}

func (c *unit) annAssign(n *syntax.AnnAssign) {
	if n.Value != nil {
		c.assign(n.Target, c.safe(n.Value))
	} else if t, ok := n.Target.(*syntax.Attribute); ok {
		c.safe(t.Value)
	}
	if c.frame.Kind == resolve.Function {
		return
	}
	if name, ok := n.Target.(*syntax.Name); ok && n.Simple {
		r := c.annotation(n.Annotation)
		c.emit(Annotate, c.constIndex(c.mangle(name.ID)), r, 0)
	} else if !c.table.StringAnnotations {
		c.safe(n.Annotation)
	}
}

func (c *unit) functionDef(n *syntax.FunctionDef) {
	decs := c.decorators(n.Decorators)
	r := c.alloc(1)
	make := func(params int32) {
		c.typeParams = params
		c.makeFunction(n, n.Name, n.Args, n.Returns, n.Body, r, func(u *unit) {
			if doc, ok := docString(n.Body); ok {
				u.code.Doc = constValue(doc)
			}
			u.body(n.Body)
			u.returnNone()
		})
	}
	c.withTypeParams(n.TypeParams, n, make)
	c.decorate(n.Decorators, decs, r)
	c.storeName(n.Name, r)
}

func (c *unit) decorators(list []syntax.Expr) []int32 {
	var out []int32
	for _, d := range list {
		r := c.alloc(2) // the function and its argument
		c.expr(d, r)
		out = append(out, r)
	}
	return out
}

func (c *unit) decorate(list []syntax.Expr, decs []int32, r int32) {
	at := c.at
	for i := len(decs) - 1; i >= 0; i-- {
		c.at = list[i].At()
		c.emit(Move, decs[i]+1, r, 0)
		c.emit(Call, r, decs[i], 1)
	}
	c.at = at
}

// firstLine is the line that a definition begins on, decorators included.
func firstLine(at syntax.Span, decorators []syntax.Expr) int {
	if len(decorators) > 0 {
		return int(decorators[0].At().Line)
	}
	return int(at.Line)
}

// makeFunction compiles a function and emits the code that makes it.
func (c *unit) makeFunction(node any, name string, a *syntax.Arguments, returns syntax.Expr, _ []syntax.Stmt, dst int32, body func(u *unit)) {
	at := node.(syntax.Node).At()
	params := c.typeParams
	c.typeParams = 0
	base := c.alloc(3)
	x := uint8(0)
	if params != 0 {
		x |= 8
		c.emit(Move, c.alloc(1), params, 0)
	}
	if len(a.Defaults) > 0 {
		x |= 1
		c.sequence(a.Defaults, base, BuildTuple)
	}
	hasKw := false
	for _, d := range a.KwDefaults {
		hasKw = hasKw || d != nil
	}
	if hasKw {
		x |= 2
		c.emit(BuildDict, base+1, base, 0)
		for i, d := range a.KwDefaults {
			if d != nil {
				k := c.constant(c.mangle(a.KwOnly[i].Name))
				c.emit(DictSet, base+1, k, c.safe(d))
			}
		}
	}
	ann := false
	for _, p := range resolve.AllArgs(a) {
		ann = ann || p.Annotation != nil
	}
	if ann || returns != nil {
		x |= 4
		c.emit(BuildDict, base+2, base, 0)
		for _, p := range inOrder(a) {
			if p.Annotation != nil {
				k := c.constant(c.mangle(p.Name))
				c.emit(DictSet, base+2, k, c.annotation(p.Annotation))
			}
		}
		if returns != nil {
			k := c.constant("return")
			c.emit(DictSet, base+2, k, c.annotation(returns))
		}
	}
	code := c.function(node, name, a, at, body)
	if f, ok := node.(*syntax.FunctionDef); ok {
		code.FirstLine = firstLine(at, f.Decorators)
	}
	c.closure(code, dst, x, base)
}

func (c *unit) importName(a *syntax.Alias) {
	r := c.alloc(2)
	c.emit(LoadK, r+1, c.constIndex(nil), 0)
	c.emit(Import, r, r+1, c.site(a.Name))
	first, rest, dotted := strings.Cut(a.Name, ".")
	if a.AsName == "" {
		c.storeName(first, r)
		return
	}
	if dotted {
		for _, part := range strings.Split(rest, ".") {
			c.emit(ImportFrom, r, r, c.site(part))
		}
	}
	c.storeName(a.AsName, r)
}

func (c *unit) importFrom(n *syntax.ImportFrom) {
	r := c.alloc(3)
	names := make([]object.Value, len(n.Names))
	for i, a := range n.Names {
		names[i] = constValue(a.Name)
	}
	c.emit(LoadK, r+1, c.addConst(object.TupleValue(names...)), 0)
	c.emitX(Import, uint8(n.Level), r, r+1, c.site(n.Module))
	for _, a := range n.Names {
		if a.Name == "*" {
			c.emit(ImportStar, 0, r, 0)
			return
		}
		c.emit(ImportFrom, r+2, r, c.site(a.Name))
		name := a.AsName
		if name == "" {
			name = a.Name
		}
		c.storeName(name, r+2)
	}
}
