// Package compile turns a resolved syntax tree into register code.
//
// A frame is a row of slots: parameters, variables, then temporaries.
// Instructions name slots by number, so most expressions need no moves.
// Handlers say where an exception goes that is raised within a range of code.
package compile

import (
	"asyncio/script/object"
	"asyncio/script/syntax"
)

// Opcode says what an instruction does.
type Opcode uint8

// The instructions. a, b and c are the operands, x the small one; r[n] is slot n.
const (
	Nop              Opcode = iota
	LoadK                   // r[a] = constant b
	Move                    // r[a] = r[b]
	LoadL                   // r[a] = r[b], which must be bound
	DelL                    // unbind r[a]; x 1: bound or not
	LoadG                   // r[a] = global of site c
	StoreG                  // global of site c = r[b]
	DelG                    // unbind the global of site c
	LoadN                   // r[a] = name of site c in the namespace, else global
	LoadNF                  // r[a] = name of site c in the namespace, else free b
	StoreN                  // namespace[site c] = r[b]
	DelN                    // unbind the name of site c
	MakeCell                // r[a] = cell holding r[a]
	NewCell                 // r[a] = empty cell
	LoadC                   // r[a] = contents of cell r[b]
	StoreC                  // contents of cell r[a] = r[b]
	DelC                    // unbind the contents of cell r[a]
	LoadF                   // r[a] = free variable b
	StoreF                  // free variable a = r[b]
	DelF                    // unbind free variable a
	Add                     // r[a] = r[b] + r[c]
	Sub                     // r[a] = r[b] - r[c]
	Mul                     // r[a] = r[b] * r[c]
	Div                     // r[a] = r[b] / r[c]
	AddK                    // r[a] = r[b] + constant c, a small int; x: in place
	SubK                    // r[a] = r[b] - constant c
	ModK                    // r[a] = r[b] % constant c, an int above 0
	Binary                  // r[a] = r[b] op r[c]; x is the operator, +128 in place
	Unary                   // r[a] = x r[b]
	Not                     // r[a] = not r[b]
	Compare                 // r[a] = r[b] cmp r[c]; x is the comparison
	Is                      // r[a] = r[b] is r[c]; x 1: is not
	In                      // r[a] = r[b] in r[c]; x 1: not in
	Jump                    // go to c
	Again                   // go to c, where a ForIter is
	JumpT                   // go to c if r[b]
	JumpF                   // go to c unless r[b]
	JumpCmp                 // go to c unless r[a] cmp r[b]; x is the comparison
	JumpCmpK                // the same with constant b
	JumpNone                // go to c if r[b] is None; x 1: is not None
	BuildList               // r[a] = [r[b] ... c items]; x 1: none yet, as many as r[b] has are to come; x ConstantItems
	BuildTuple              // likewise
	BuildSet                // likewise; x ConstantItems
	BuildDict               // r[a] = dict of c pairs from r[b]
	BuildStr                // r[a] = join of c strings from r[b]
	BuildSlice              // r[a] = slice(r[b], r[b+1], r[b+2])
	Append                  // r[a].append(r[b])
	SetAdd                  // r[a].add(r[b])
	DictSet                 // r[a][r[b]] = r[c]
	Extend                  // r[a].extend(r[b]); x StarAlone: r[a] = a tuple or list of r[b], for the call of r[c]
	SetUpdate               // r[a].update(r[b])
	DictUpdate              // r[a].update(r[b])
	DictMerge               // the same for the ** of a call to r[c]
	ListTuple               // r[a] = tuple(r[b]), a list of ours
	Format                  // r[a] = format(r[b], r[c]); c -1: no spec; x conversion
	GetAttr                 // r[a] = r[b].site c
	SetAttr                 // r[a].site c = r[b]
	DelAttr                 // del r[a].site c
	LoadMethod              // r[a], r[a+1] = method of r[b], self
	GetItem                 // r[a] = r[b][r[c]]
	GetSlice                // r[a] = r[b][r[c]:r[c+1]]
	SetItem                 // r[a][r[b]] = r[c]
	DelItem                 // del r[a][r[b]]
	Call                    // r[a] = r[b](r[b+1] ... c of them); x 1: after LoadMethod
	CallKw                  // the same; the next instruction's a is the list of names
	CallEx                  // r[a] = r[b](*r[b+1], **r[b+2]); x NoNames: without the second
	GetIter                 // r[a] = iter(r[b])
	ForIter                 // r[a] = next(r[b]), or go to c
	GetAIter                // r[a] = aiter(r[b])
	GetANext                // r[a] = awaitable of anext(r[b])
	Unpack                  // r[a]... = r[b], exactly c items
	UnpackEx                // c items, a list, x items
	MakeFunc                // r[a] = function of child c; x tells which of r[b...] are there
	BuildClass              // r[a] = class of function r[b], bases r[b+1], keywords r[b+2], x 1: type parameters r[b+3]
	Return                  // return r[b]
	Yield                   // yield r[b], then r[a] is what was sent
	YieldFrom               // yield r[a] for the iterator r[b]; c is behind the loop
	Send                    // r[a] = send r[a] to r[b]; at its end go to c
	GetAwait                // r[a] = iterator of awaitable r[b]; x 1: aenter 2: aexit
	GetYieldFrom            // r[a] = iterator of yield from r[b]
	EndAsyncFor             // go on at c if exception r[a] is StopAsyncIteration, else raise it
	Raise                   // raise: x 0 again, 1 r[a], 2 r[a] from r[b]
	Reraise                 // raise r[a] again as it is
	PushExc                 // r[a+1] = handled exception, which becomes r[a]
	PopExc                  // handled exception = r[a+1]
	SetExc                  // handled exception = r[a]
	ExcMatch                // r[a] = does handler type r[c] take r[b]
	GroupMatch              // r[a] = part of r[b] that type r[c] takes, or None; r[b] the rest
	GroupEnd                // r[a] = what remains of raised r[b], rest r[c], and r[c+1]
	WithEnter               // r[a] = __exit__, r[a+1] = __enter__() of r[b]; x 1 async
	WithExit                // r[a] = r[b](exception r[c] or None if c is -1); x 1 async
	Import                  // r[a] = import site c; r[b] is the list of names; x level
	ImportFrom              // r[a] = name site c of module r[b]
	ImportStar              // all names of module r[b]
	MatchSeq                // r[a] = is r[b] a sequence; x 0: of c items, 1: at least c
	MatchItem               // r[a] = item c of sequence r[b]; x 1: counted from its end
	MatchMap                // r[a] = is r[b] a mapping of at least c keys
	MatchKeys               // r[a] = r[b] has all keys of tuple r[c]; r[c+1] = the values
	MatchRest               // r[a] = r[b] without the keys of tuple r[c]
	MatchClass              // r[a] = r[b] is a r[c], r[c+1] the attributes; next: a names, b positional
	SetupAnnotations        // __annotations__ = {}, unless there is one
	Annotate                // __annotations__[constant a] = r[b]
	AssertFail              // raise AssertionError; x 1: with r[a]
	TypeParam               // r[a] = type parameter named constant b; x kind, r[c] bound, r[c+1] default
	TypeAlias               // r[a] = type alias named constant b with function r[c], x 1: parameters r[c+1]
	Bind                    // r[a] = r[b], for a statement that binds variable a anew
	Display                 // sys.displayhook(r[a]), as the prompt does with what an expression gives
	Drop                    // nothing reads r[a] any more; b 1: it is what a statement is about
	Ext                     // operands of the instruction before
)

// Instr is an instruction.
type Instr struct {
	Op      Opcode
	X       uint8
	A, B, C int32
}

// Handler says where an exception raised within [Start, End) goes: to Target,
// the exception in slot Reg.
type Handler struct{ Start, End, Target, Reg int32 }

// Use is the place of a variable's name; the first instruction after it is At.
// Without a slot it is another place of that instruction: see Before313.
type Use struct {
	At, Slot int32
	Span     syntax.Span
}

// Before313 gives the index in Uses of where tracebacks up to 3.12 say that
// instruction ip is, below 0 when that is its place in later ones too. Not all
// of them had another for an assert.
func (c *Code) Before313(ip int, asserts bool) int {
	for i, u := range c.Uses {
		if u.Slot < 0 && int(u.At) == ip && (asserts || c.Ins[ip].Op != AssertFail) {
			return i
		}
	}
	return -1
}

// UseOf gives the index in Uses of the name that instruction ip found unbound
// in a slot, below 0 for none.
func (c *Code) UseOf(ip int, name string) int {
	found := -1
	for i, u := range c.Uses {
		if int(u.At) > ip {
			break
		}
		if u.Slot >= 0 && c.Vars[u.Slot] == name && (found < 0 || u.At > c.Uses[found].At) {
			found = i
		}
	}
	return found
}

// FreeRef says where a function finds a free variable when it is made.
type FreeRef struct {
	// Local tells that it is a cell in a slot of the maker, else one of the
	// maker's own free variables.
	Local bool
	Index int32
}

// Flags say what kind of code it is.
type Flags uint8

// The kinds of code.
const (
	Generator Flags = 1 << iota
	Async
	ClassBody
	TopLevel
	DynamicNames
	HasVarArg
	HasKwArg
	// IterableCoroutine marks a generator that can be awaited and can yield
	// from coroutines: types.coroutine sets it.
	IterableCoroutine
)

// LoopRange is a stretch of instructions in which a slot has a loop's iterator.
type LoopRange struct{ Slot, Start, End int32 }

// Code is a compiled function, class body or module.
type Code struct {
	Name, Qualname string
	File           string
	FirstLine      int
	// StaticAttributes are the attributes of self that methods of a class assign.
	StaticAttributes []string
	Source           *syntax.Source

	Ins      []Instr
	Spans    []syntax.Span
	Handlers []Handler
	// Loops are where slots have the iterators of for statements: they are in
	// use there, also on a way that only an exception ends.
	Loops []LoopRange
	// Uses are the places of variables that instructions read in their own
	// slots, for the message about one that is not bound.
	Uses   []Use
	Consts []object.Value
	// Sites are the names that instructions mean by c; each use has its own,
	// so that a cache can stand beside it.
	Sites    []string
	KwNames  [][]string
	Children []*Code

	// NArgs counts the positional parameters, NPosOnly those of them that have
	// no name, NKwOnly the keyword-only ones.
	NArgs, NPosOnly, NKwOnly int
	NReg                     int
	// Held are the constants, by number, that the last slots of a frame have.
	Held []int32
	// Vars are the names of the first slots.
	Vars []string
	// Inner marks those that belong to a comprehension.
	Inner []bool
	Free  []string
	// Cells are the variables that inner functions share.
	Cells []string
	// Unseen code is in no traceback.
	Unseen bool
	// Nested tells that the code is inside a function.
	Nested bool
	// StringAnnotations tells that the text asks for annotations as texts.
	StringAnnotations bool
	From              []FreeRef
	Flags             Flags
	Doc               object.Value
	// Warnings are what the programmer is told of a whole program.
	Warnings []syntax.Warning
	// ClassCell is the slot of a class body's __class__ cell, or -1.
	ClassCell int32
}

// Simple reports that a call with exactly NArgs positional arguments needs no
// sorting of arguments.
func (c *Code) Simple() bool {
	return c.NKwOnly == 0 && c.Flags&(HasVarArg|HasKwArg|Generator|Async) == 0
}

// Line gives the line of an instruction.
func (c *Code) Line(ip int) int {
	if ip < 0 || ip >= len(c.Spans) {
		return c.FirstLine
	}
	return int(c.Spans[ip].Line)
}
