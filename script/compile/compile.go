package compile

import (
	"math/big"
	"slices"

	"asyncio/script/object"
	"asyncio/script/resolve"
	"asyncio/script/syntax"
)

// Program compiles a parsed text. Errors are of type *resolve.Error.
func Program(m *syntax.Module, o resolve.Options) (*Code, error) {
	table, err := resolve.Program(m, o)
	if err != nil {
		return nil, err
	}
	c := newUnit(nil, table, table.Top, "<module>", m.Source)
	c.code.FirstLine = 1
	c.code.Flags |= TopLevel
	if o.Dynamic {
		c.code.Flags |= DynamicNames
	}
	if table.Top.Async {
		c.code.Flags |= Async
	}
	c.at = syntax.Span{Line: 1}
	switch {
	case m.Mode == syntax.Eval:
		r := c.value(m.Body[0].(*syntax.ExprStmt).Value)
		c.emit(Return, 0, r, 0)
	default:
		if doc, ok := docString(m.Body); ok && m.Mode != syntax.Single {
			c.storeName("__doc__", c.constant(doc))
		}
		c.shows = m.Mode == syntax.Single
		c.setupAnnotations()
		c.body(m.Body)
		c.returnNone()
	}
	return c.finish(), nil
}

type unit struct {
	parent *unit
	table  *resolve.Table
	scope  *resolve.Scope
	frame  *resolve.Scope
	code   *Code
	at     syntax.Span
	top    int32
	consts map[any]int32
	blocks []*block
	qual   string
	// typeParams is the slot of the type parameters of the function to be made
	// next, 0 for none.
	typeParams int32
	// assigned are the variables that may be bound already.
	assigned map[int32]bool
	// looping counts the loops around what is compiled.
	looping int
	// shows is set where the value of each expression that is a statement is displayed.
	shows bool
	// captures are the names that the pattern being compiled binds.
	captures []capture
}

func newUnit(parent *unit, table *resolve.Table, s *resolve.Scope, name string, src *syntax.Source) *unit {
	c := &unit{parent: parent, table: table, scope: s, frame: s, consts: map[any]int32{}, assigned: map[int32]bool{}}
	c.code = &Code{Name: name, Qualname: name, File: src.File, Source: src, ClassCell: -1, Doc: object.None}
	for i, v := range s.Vars {
		v.Slot = int32(i)
		if v.Param {
			c.assigned[v.Slot] = true
		}
		c.code.Vars = append(c.code.Vars, v.Name)
		c.code.Inner = append(c.code.Inner, v.Owner != s)
	}
	for _, v := range s.Free {
		c.code.Free = append(c.code.Free, v.Name)
		if parent != nil {
			if v.Owner.Frame == parent.frame {
				c.code.From = append(c.code.From, FreeRef{true, v.Slot})
			} else {
				c.code.From = append(c.code.From, FreeRef{false, int32(freeIndex(parent.frame, v))})
			}
		}
	}
	c.code.Nested = parent != nil && (parent.code.Nested || parent.frame.Kind == resolve.Function)
	c.code.StringAnnotations = table.StringAnnotations
	c.top = int32(len(s.Vars))
	c.code.NReg = int(c.top)
	return c
}

func freeIndex(s *resolve.Scope, v *resolve.Var) int {
	for i, f := range s.Free {
		if f == v {
			return i
		}
	}
	return -1
}

// heldBase is where held constants are numbered from until it is known how many
// slots there are before theirs; no operand of another kind is as large.
const heldBase = 1 << 29

// maxHeld bounds what a frame holds besides its variables and temporaries.
const maxHeld = 8

// held gives a slot that has a constant in it from the frame's beginning, so
// that a loop need not load it each time round.
func (c *unit) held(v any) (int32, bool) {
	if c.looping == 0 {
		return 0, false
	}
	k := c.constIndex(v)
	i := slices.Index(c.code.Held, k)
	if i < 0 {
		if i = len(c.code.Held); i == maxHeld {
			return 0, false
		}
		c.code.Held = append(c.code.Held, k)
	}
	return heldBase + int32(i), true
}

// finish numbers the slots of held constants.
func (c *unit) finish() *Code {
	code := c.code
	if len(code.Held) == 0 {
		return code
	}
	shift := int32(code.NReg) - heldBase
	code.NReg += len(code.Held)
	for i := range code.Ins {
		in := &code.Ins[i]
		for _, operand := range []*int32{&in.A, &in.B, &in.C} {
			if *operand >= heldBase {
				*operand += shift
			}
		}
	}
	return code
}

func (c *unit) emit(op Opcode, a, b, k int32) int { return c.emitX(op, 0, a, b, k) }

func (c *unit) emitX(op Opcode, x uint8, a, b, k int32) int {
	c.code.Ins = append(c.code.Ins, Instr{op, x, a, b, k})
	c.code.Spans = append(c.code.Spans, c.at)
	return len(c.code.Ins) - 1
}

func (c *unit) here() int { return len(c.code.Ins) }

// patch points the jump at to the next instruction.
func (c *unit) patch(at ...int) {
	for _, i := range at {
		c.code.Ins[i].C = int32(c.here())
	}
}

func (c *unit) alloc(n int) int32 {
	r := c.top
	c.top += int32(n)
	if int(c.top) > c.code.NReg {
		c.code.NReg = int(c.top)
	}
	return r
}

func (c *unit) site(name string) int32 {
	c.code.Sites = append(c.code.Sites, name)
	return int32(len(c.code.Sites) - 1)
}

func (c *unit) mangle(name string) string { return resolve.Mangle(c.scope.Private, name) }

type constKey struct {
	kind byte
	text string
}

func (c *unit) constIndex(v any) int32 {
	key := v
	switch x := v.(type) {
	case *big.Int:
		key = constKey{'b', x.String()}
	case syntax.Bytes:
		key = constKey{'y', string(x)}
	case float64:
		key = constKey{'f', floatKey(x)}
	}
	if i, ok := c.consts[key]; ok {
		return i
	}
	i := int32(len(c.code.Consts))
	c.code.Consts = append(c.code.Consts, constValue(v))
	c.consts[key] = i
	return i
}

func constValue(v any) object.Value {
	switch x := v.(type) {
	case nil:
		return object.None
	case bool:
		return object.Bool(x)
	case int64:
		return object.Int(x)
	case *big.Int:
		return object.BigValue(new(big.Int).Set(x))
	case float64:
		return object.Float(x)
	case complex128:
		return object.ComplexValue(x)
	case string:
		s := object.String(x)
		s.Ref.(*object.Str).Hash() // constants are shared: compute lazily kept parts now
		s.Ref.(*object.Str).Len()
		return s
	case syntax.Bytes:
		return object.BytesValue([]byte(x))
	case syntax.EllipsisValue:
		return object.Ellipsis
	case object.Value:
		return x
	}
	return object.None
}

func (c *unit) addConst(v object.Value) int32 {
	c.code.Consts = append(c.code.Consts, v)
	return int32(len(c.code.Consts) - 1)
}

// constant loads a constant into a new temporary.
func (c *unit) constant(v any) int32 {
	r := c.alloc(1)
	c.emit(LoadK, r, c.constIndex(v), 0)
	return r
}

func (c *unit) returnNone() {
	r := c.constant(nil)
	c.emit(Return, 0, r, 0)
}

// docString gives the docstring that a body begins with.
func docString(body []syntax.Stmt) (string, bool) {
	if len(body) == 0 {
		return "", false
	}
	if e, ok := body[0].(*syntax.ExprStmt); ok {
		if k, ok := e.Value.(*syntax.Constant); ok {
			s, ok := k.Value.(string)
			return cleanDoc(s), ok
		}
	}
	return "", false
}

// loadName loads a variable into dst.
func (c *unit) loadName(name string, dst int32) {
	name = c.mangle(name)
	ref := c.scope.Resolve(name)
	switch ref.Kind {
	case resolve.Local:
		if ref.Var.Cell {
			c.emit(LoadC, dst, ref.Var.Slot, 0)
		} else {
			c.emit(LoadL, dst, ref.Var.Slot, 0)
		}
	case resolve.Free:
		c.emit(LoadF, dst, int32(ref.Index), 0)
	case resolve.Global:
		c.emit(LoadG, dst, 0, c.site(name))
	case resolve.Name:
		c.emit(LoadN, dst, 0, c.site(name))
	case resolve.NameOrFree:
		c.emit(LoadNF, dst, int32(ref.Index), c.site(name))
	}
}

func (c *unit) storeName(name string, r int32) {
	name = c.mangle(name)
	ref := c.scope.Resolve(name)
	switch ref.Kind {
	case resolve.Local:
		if ref.Var.Cell {
			c.emit(StoreC, ref.Var.Slot, r, 0)
		} else if ref.Var.Slot != r {
			c.emit(Bind, ref.Var.Slot, r, 0)
			c.assigned[ref.Var.Slot] = true
		}
	case resolve.Free:
		c.emit(StoreF, int32(ref.Index), r, 0)
	case resolve.Global:
		c.emit(StoreG, 0, r, c.site(name))
	default:
		c.emit(StoreN, 0, r, c.site(name))
	}
}

func (c *unit) deleteName(name string) {
	name = c.mangle(name)
	ref := c.scope.Resolve(name)
	switch ref.Kind {
	case resolve.Local:
		if ref.Var.Cell {
			c.emit(DelC, ref.Var.Slot, 0, 0)
		} else {
			c.emit(DelL, ref.Var.Slot, 0, 0)
		}
	case resolve.Free:
		c.emit(DelF, int32(ref.Index), 0, 0)
	case resolve.Global:
		c.emit(DelG, 0, 0, c.site(name))
	default:
		c.emit(DelN, 0, 0, c.site(name))
	}
}

// plainLocal gives the slot of a name that lives in a slot of this frame.
func (c *unit) plainLocal(e syntax.Expr) (int32, bool) {
	n, ok := e.(*syntax.Name)
	if !ok {
		return 0, false
	}
	ref := c.scope.Resolve(c.mangle(n.ID))
	if ref.Kind == resolve.Local && !ref.Var.Cell {
		return ref.Var.Slot, true
	}
	return 0, false
}

// value evaluates e into some slot: a local's own when it is one. The slot may
// be unbound then; instructions with a slow path check for that.
func (c *unit) value(e syntax.Expr) int32 {
	if s, ok := c.plainLocal(e); ok {
		c.use(s, e)
		return s
	}
	if k, ok := e.(*syntax.Constant); ok {
		if s, ok := c.held(k.Value); ok {
			return s
		}
	}
	r := c.alloc(1)
	c.expr(e, r)
	return r
}

// use notes that the next instruction reads variable e in its own slot.
func (c *unit) use(slot int32, e syntax.Expr) {
	c.code.Uses = append(c.code.Uses, Use{int32(c.here()), slot, e.At()})
}

// before313 says where the next instruction was for versions up to 3.12.
func (c *unit) before313(at syntax.Span) {
	c.code.Uses = append(c.code.Uses, Use{int32(c.here()), -1, at})
}

// safe is value for instructions that take any slot as it is.
func (c *unit) safe(e syntax.Expr) int32 {
	r := c.alloc(1)
	c.expr(e, r)
	return r
}

// pair evaluates two operands in order.
func (c *unit) pair(a, b syntax.Expr) (int32, int32) {
	var x int32
	if rebinds(b) {
		x = c.safe(a)
	} else {
		x = c.value(a)
	}
	return x, c.value(b)
}

// rebinds reports whether evaluating e may assign to a local.
func rebinds(e syntax.Expr) bool {
	switch n := e.(type) {
	case *syntax.Name, *syntax.Constant, nil:
		return false
	case *syntax.Slice:
		return rebinds(n.Lower) || rebinds(n.Upper) || rebinds(n.Step)
	case *syntax.BinOp:
		return rebinds(n.Left) || rebinds(n.Right)
	case *syntax.Attribute:
		return rebinds(n.Value)
	case *syntax.Subscript:
		return rebinds(n.Value) || rebinds(n.Index)
	case *syntax.UnaryOp:
		return rebinds(n.Operand)
	case *syntax.Call:
		for _, a := range n.Args {
			if rebinds(a) {
				return true
			}
		}
		for _, k := range n.Keywords {
			if rebinds(k.Value) {
				return true
			}
		}
		return rebinds(n.Func)
	}
	return true
}

// function compiles a nested function's code.
func (c *unit) function(node any, name string, a *syntax.Arguments, at syntax.Span, body func(u *unit)) *Code {
	s := c.table.Scopes[node]
	u := newUnit(c, c.table, s, name, c.code.Source)
	u.at = at
	u.code.FirstLine = int(at.Line)
	u.qual = c.qualPrefix(name)
	u.code.Qualname = u.qual
	u.code.NPosOnly = len(a.PosOnly)
	u.code.NArgs = len(a.PosOnly) + len(a.Args)
	u.code.NKwOnly = len(a.KwOnly)
	if a.VarArg != nil {
		u.code.Flags |= HasVarArg
	}
	if a.KwArg != nil {
		u.code.Flags |= HasKwArg
	}
	if s.Generator {
		u.code.Flags |= Generator
	}
	if s.Async {
		u.code.Flags |= Async
	}
	u.makeCells()
	body(u)
	return u.finish()
}

// makeCells turns the variables that inner functions share into cells.
func (c *unit) makeCells() {
	for _, v := range c.frame.Vars {
		if v.Cell {
			c.code.Cells = append(c.code.Cells, v.Name)
		}
		if v.Cell && v.Owner == c.frame {
			if v.Param {
				c.emit(MakeCell, v.Slot, 0, 0)
			} else {
				c.emit(NewCell, v.Slot, 0, 0)
			}
		}
	}
}

func (c *unit) qualPrefix(name string) string {
	if c.parent == nil && c.frame.Kind != resolve.Class {
		return name
	}
	if c.scope.Resolve(name).Kind == resolve.Global && c.frame.Kind == resolve.Function && name[0] != '<' {
		return name
	}
	if c.frame.Kind == resolve.Function {
		return c.code.Qualname + ".<locals>." + name
	}
	return c.code.Qualname + "." + name
}

// inline enters a scope without a frame; call the result to leave it.
func (c *unit) inline(node any) func() {
	outer := c.scope
	c.scope = c.table.Scopes[node]
	for _, v := range c.frame.Vars {
		if v.Owner == c.scope && v.Cell {
			c.emit(NewCell, v.Slot, 0, 0)
		}
	}
	return func() { c.scope = outer }
}

func (c *unit) body(list []syntax.Stmt) {
	for _, s := range list {
		top := c.top
		c.at = s.At()
		c.stmt(s)
		c.top = top
	}
}
