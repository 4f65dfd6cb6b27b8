package compile

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"asyncio/script/resolve"
	"asyncio/script/syntax"
)

// operand says what a, b or c of an instruction is.
type operand uint8

const (
	none operand = iota
	number
	slot
	slots2   // two slots
	slots3   // three
	konst    // a constant
	site     // a name
	target   // an instruction
	free     // a free variable
	child    // a function within
	count    // slots from r[b] on
	optional // a slot or -1
)

// operands has a row for every opcode.
var operands = map[Opcode][3]operand{
	Nop: {}, LoadK: {slot, konst}, Move: {slot, slot}, LoadL: {slot, slot}, DelL: {slot},
	LoadG: {slot, none, site}, StoreG: {none, slot, site}, DelG: {none, none, site},
	LoadN: {slot, none, site}, LoadNF: {slot, free, site}, StoreN: {none, slot, site}, DelN: {none, none, site},
	MakeCell: {slot}, NewCell: {slot}, LoadC: {slot, slot}, StoreC: {slot, slot}, DelC: {slot},
	LoadF: {slot, free}, StoreF: {free, slot}, DelF: {free},
	Add: {slot, slot, slot}, Sub: {slot, slot, slot}, Mul: {slot, slot, slot}, Div: {slot, slot, slot},
	AddK: {slot, slot, konst}, SubK: {slot, slot, konst}, ModK: {slot, slot, konst},
	Binary: {slot, slot, slot}, Unary: {slot, slot}, Not: {slot, slot}, Compare: {slot, slot, slot},
	Is: {slot, slot, slot}, In: {slot, slot, slot},
	Jump: {none, none, target}, Again: {none, none, target}, JumpT: {none, slot, target}, JumpF: {none, slot, target},
	JumpCmp: {slot, slot, target}, JumpCmpK: {slot, konst, target}, JumpNone: {none, slot, target},
	BuildList: {slot, number, count}, BuildTuple: {slot, number, count}, BuildSet: {slot, number, count},
	BuildDict: {slot, number, count}, BuildStr: {slot, number, count}, BuildSlice: {slot, slots3},
	Append: {slot, slot}, SetAdd: {slot, slot}, DictSet: {slot, slot, slot}, Extend: {slot, slot},
	SetUpdate: {slot, slot}, DictUpdate: {slot, slot}, DictMerge: {slot, slot, slot}, ListTuple: {slot, slot},
	Format: {slot, slot, optional}, GetAttr: {slot, slot, site}, SetAttr: {slot, slot, site}, DelAttr: {slot, none, site},
	LoadMethod: {slots2, slot, site}, GetItem: {slot, slot, slot}, GetSlice: {slot, slot, slots2}, SetItem: {slot, slot, slot}, DelItem: {slot, slot},
	Call: {slot, slot, count}, CallKw: {slot, slot, count}, CallEx: {slot, slots3},
	GetIter: {slot, slot}, ForIter: {slot, slot, target}, GetAIter: {slot, slot}, GetANext: {slot, slot},
	Unpack: {number, slot, number}, UnpackEx: {number, slot, number},
	MakeFunc: {slot, number, child}, BuildClass: {slot, slots3}, Return: {none, slot},
	Yield: {slot, slot}, YieldFrom: {slot, slot, target}, Send: {slot, slot, target}, GetAwait: {slot, slot}, GetYieldFrom: {slot, slot},
	EndAsyncFor: {slot, none, target}, Raise: {number, number}, Reraise: {slot}, PushExc: {slots2}, PopExc: {slot}, SetExc: {slot},
	ExcMatch: {slot, slot, slot}, GroupMatch: {slot, slots2, slot}, GroupEnd: {slot, slot, slots2},
	WithEnter: {slots2, slot}, WithExit: {slot, slots2, optional},
	Import: {slot, number, site}, ImportFrom: {slot, slot, site}, ImportStar: {none, slot},
	MatchSeq: {slot, slot, number}, MatchItem: {slot, slot, number}, MatchMap: {slot, slot, number}, MatchKeys: {slot, slot, slots2},
	MatchRest: {slot, slot, slot}, MatchClass: {slot, slot, slots2}, Annotate: {konst, slot}, SetupAnnotations: {},
	AssertFail: {number}, TypeParam: {slot, konst, number}, TypeAlias: {slot, konst, slot},
	Bind: {slot, slot}, Display: {slot}, Drop: {slot, number}, Ext: {number, number},
}

// verify tells what no code that was compiled may have: an operand that is no
// slot, constant, name, function or instruction of it.
func verify(c *Code) error {
	bad := func(i int, format string, args ...any) error {
		return fmt.Errorf("%s, instruction %d: %s\n%s", c.Qualname, i, fmt.Sprintf(format, args...), Disassemble(c))
	}
	if len(c.Spans) != len(c.Ins) {
		return bad(0, "%d places", len(c.Spans))
	}
	if len(c.Ins) == 0 {
		return bad(0, "no code")
	}
	for i, in := range c.Ins {
		row, ok := operands[in.Op]
		if !ok {
			return bad(i, "opcode %v has no row", in.Op)
		}
		for k, v := range []int32{in.A, in.B, in.C} {
			most := len(c.Ins)
			switch row[k] {
			case none, number:
				continue
			case optional:
				if v == -1 {
					continue
				}
				most = c.NReg
			case slot:
				most = c.NReg
			case slots2:
				most = c.NReg - 1
			case slots3:
				most = c.NReg - 2
			case konst:
				most = len(c.Consts)
			case site:
				most = len(c.Sites)
			case free:
				most = len(c.Free)
			case child:
				most = len(c.Children)
			case count:
				n := int(v)
				if in.Op == BuildDict {
					n *= 2
				}
				if v < 0 || in.B < 0 || n > 0 && int(in.B)+n > c.NReg {
					return bad(i, "%d items from slot %d on", v, in.B)
				}
				continue
			case target:
			}
			if v < 0 || int(v) >= most {
				return bad(i, "operand %d is %d of %d", k, v, most)
			}
		}
		if in.Op == CallKw && (i+1 >= len(c.Ins) || c.Ins[i+1].Op != Ext || int(c.Ins[i+1].A) >= len(c.KwNames)) {
			return bad(i, "no names behind it")
		}
	}
	for _, h := range c.Handlers {
		if h.Start < 0 || h.Start > h.End || int(h.End) > len(c.Ins) || h.Target < 0 || int(h.Target) >= len(c.Ins) || h.Reg < 0 || int(h.Reg) >= c.NReg {
			return bad(int(h.Start), "handler %v", h)
		}
	}
	switch last := c.Ins[len(c.Ins)-1]; last.Op {
	case Return, Raise, Reraise, Jump, AssertFail, EndAsyncFor:
	default:
		return bad(len(c.Ins)-1, "the code goes on behind its end")
	}
	for _, k := range c.Children {
		if err := verify(k); err != nil {
			return err
		}
		for _, f := range k.From {
			if most := len(c.Free); f.Index < 0 || int(f.Index) >= most && !f.Local || f.Local && int(f.Index) >= c.NReg {
				return bad(0, "%s finds a free variable at %v", k.Qualname, f)
			}
		}
	}
	return nil
}

// compileText compiles a text; the error is the programmer's.
func compileText(text string) (*Code, error) {
	m, err := syntax.ParseString(text, syntax.Options{File: "p.py", Warn: func(syntax.Warning) {}})
	if err != nil {
		return nil, err
	}
	return Program(m, resolve.Options{})
}

// corpus gives the texts of all programs that are kept beside the interpreter.
func corpus(t testing.TB) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, pattern := range []string{"../testdata/*/*.py", "../lib/*.py", "../lib/*/*.py", "../../testdata/programs/*/*.py"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no programs at %s: %v", pattern, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			out[file] = string(text)
		}
	}
	return out
}

// The code of every program and module here holds together.
func TestVerify(t *testing.T) {
	for file, text := range corpus(t) {
		c, err := compileText(text)
		if err != nil { // some show an error
			continue
		}
		if err := verify(c); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// FuzzProgram: what the parser takes is compiled into code that holds together,
// or refused with an error that can be shown.
func FuzzProgram(f *testing.F) {
	for _, text := range corpus(f) {
		if len(text) < 4000 {
			f.Add(text)
		}
		for part := range strings.SplitSeq(text, "\n\n\n") {
			f.Add(part)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := compileText(text)
		if err != nil {
			var grammar *syntax.SyntaxError
			var scope *resolve.Error
			if !(errors.As(err, &grammar) && grammar.Format() != "") && !(errors.As(err, &scope) && scope.Text != "") {
				t.Fatalf("%q: %T %v", text, err, err)
			}
			return
		}
		if err := verify(c); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	})
}
