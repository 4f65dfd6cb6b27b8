package profile

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGet(t *testing.T) {
	for _, name := range Names() {
		p, err := Get(name)
		if err != nil || p.Name != name {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
	for _, name := range []string{"", "3.7", "3.14", "3", "3.13.0"} {
		if p, err := Get(name); err == nil || p != nil {
			t.Errorf("%q: %+v", name, p)
		} else if !strings.Contains(err.Error(), "[3.8 3.9 3.10 3.11 3.12 3.13]") {
			t.Errorf("the known ones are not listed: %v", err)
		}
	}
	if Latest().Name != Default {
		t.Error(Latest().Name)
	}
}

// TestIndependent: changing a profile changes no other.
func TestIndependent(t *testing.T) {
	a, _ := Get("3.9")
	a.CancelMessage = false
	if b, _ := Get("3.9"); !b.CancelMessage {
		t.Error("two profiles are one")
	}
}

// TestEachVersionDiffers: a version that differs from the one before in its name
// only would be a mistake.
func TestEachVersionDiffers(t *testing.T) {
	var before Profile
	for i, name := range Names() {
		p, _ := Get(name)
		now := *p
		now.Name = ""
		if i > 0 && cmp.Equal(now, before) {
			t.Errorf("%s is as the version before", name)
		}
		before = now
	}
}

// TestSwitches are the facts of the project's table, by version.
func TestSwitches(t *testing.T) {
	for name, c := range map[string]struct {
		of   func(p *Profile) any
		want []any
	}{
		"SIGINT":         {func(p *Profile) any { return p.SIGINT }, []any{RaiseInPlace, RaiseInPlace, RaiseInPlace, CancelMain, CancelMain, CancelMain}},
		"cancel message": {func(p *Profile) any { return p.CancelMessage }, []any{false, true, true, true, true, true}},
		"cancelled error": {func(p *Profile) any { return p.Cancelled },
			[]any{CancelledPlain, CancelledChained, CancelledChained, CancelledOriginal, CancelledOriginal, CancelledOriginal}},
		"cancel count":      {func(p *Profile) any { return p.CancelCount }, []any{false, false, false, true, true, true}},
		"uncancel clears":   {func(p *Profile) any { return p.UncancelClearsPending }, []any{false, false, false, false, false, true}},
		"wait_for":          {func(p *Profile) any { return p.WaitFor }, []any{WaitForTimeoutWins, WaitForInnerWins, WaitForInnerWins, WaitForInnerWins, WaitForInTimeout, WaitForInTimeout}},
		"gather at once":    {func(p *Profile) any { return p.GatherDoneAtOnce }, []any{false, false, false, false, true, true}},
		"number for a name": {func(p *Profile) any { return p.NamedTaskUsesNumber }, []any{true, true, true, true, true, false}},
		"named None":        {func(p *Profile) any { return p.FactoryTaskIsNamedNone }, []any{false, false, false, false, false, true}},
		"group leaks":       {func(p *Profile) any { return p.GroupLeaksCancel }, []any{false, false, false, true, true, false}},
		"arguments":         {func(p *Profile) any { return p.ArgumentsInRepr }, []any{true, true, true, true, true, false}},
		"handler's context": {func(p *Profile) any { return p.HandlerInContext }, []any{false, false, false, false, true, true}},
		"executor shutdown": {func(p *Profile) any { return p.ExecutorShutdown }, []any{false, true, true, true, true, true}},
		"its timeout":       {func(p *Profile) any { return p.ExecutorShutdownTimeout }, []any{0.0, 0.0, 0.0, 0.0, 300.0, 300.0}},
		"heeded":            {func(p *Profile) any { return p.ExecutorTimeoutHeeded }, []any{false, false, false, false, false, true}},
		"semaphore": {func(p *Profile) any { return p.Semaphore },
			[]any{SemaphoreBarges, SemaphoreOrdered, SemaphoreFIFO, SemaphoreFIFO, SemaphoreFIFO, SemaphoreFIFOWide}},
		"steps warn":    {func(p *Profile) any { return p.StepsWarn }, []any{false, false, false, false, false, true}},
		"closed heeded": {func(p *Profile) any { return p.ChainHeedsClosed }, []any{false, false, true, true, true, true}},
		"errors kept":   {func(p *Profile) any { return p.ChainKeepsErrors }, []any{false, false, false, false, false, true}},
		"notify lost":   {func(p *Profile) any { return p.ConditionLosesNotify }, []any{true, true, true, true, true, false}},
		"carets": {func(p *Profile) any { return p.Carets },
			[]any{CaretsNever, CaretsNever, CaretsNever, CaretsInOneRow, CaretsInOneRow, CaretsInAllRows}},
		"atexit": {func(p *Profile) any { return p.Atexit },
			[]any{AtexitPrinted, AtexitPrinted, AtexitObject, AtexitObject, AtexitObject, AtexitNamed}},
		"asserts": {func(p *Profile) any { return p.AssertsWhole }, []any{true, true, false, false, true, false}},
		"abstract": {func(p *Profile) any { return p.AbstractText },
			[]any{AbstractMethods, AbstractCounted, AbstractCounted, AbstractCounted, AbstractQuoted, AbstractQuoted}},
		"whole path":    {func(p *Profile) any { return p.MainFileWhole }, []any{false, true, true, true, true, true}},
		"class places":  {func(p *Profile) any { return p.ClassPlaces }, []any{false, false, false, false, false, true}},
		"JSON's commas": {func(p *Profile) any { return p.JSONTrailingCommas }, []any{false, false, false, false, false, true}},
		"missing dict":  {func(p *Profile) any { return p.NamesMissingDict }, []any{false, false, false, false, false, true}},
		"StopIteration": {func(p *Profile) any { return p.WrapsStopIteration }, []any{false, false, false, false, false, true}},
	} {
		var got []any
		for _, name := range Names() {
			p, _ := Get(name)
			got = append(got, c.of(p))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// versionText is a string that names one of the versions.
var versionText = regexp.MustCompile(`^(python|cpython)? ?3\.(8|9|1[0-9])(\.\d+)?$`)

// TestVersionsAreToldApartHereOnly reads the module's own sources: outside this
// package nothing compares with a version. A version may be named as a value,
// such as a flag's default, but not in a comparison or a case.
func TestVersionsAreToldApartHereOnly(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); path != ".." && (strings.HasPrefix(name, ".") || name == "testdata" || path == filepath.Join("..", "profile")) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		files++
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, place := range comparisons(f) {
			t.Errorf("%v compares with a version", set.Position(place))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Errorf("only %d files were read", files)
	}
}

// comparisons gives the places where a file compares something with a version.
func comparisons(f *ast.File) (places []token.Pos) {
	names := func(e ast.Node) bool {
		found := false
		ast.Inspect(e, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil && versionText.MatchString(strings.ToLower(s)) {
					found = true
				}
			}
			// A profile's name is the version too, whatever it is compared with.
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Name" {
				if x, ok := sel.X.(*ast.SelectorExpr); ok && x.Sel.Name == "Profile" {
					found = true
				}
			}
			return true
		})
		return found
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			switch n.Op {
			case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
				if names(n.X) || names(n.Y) {
					places = append(places, n.OpPos)
				}
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				if names(e) {
					places = append(places, n.Case)
					break
				}
			}
		case *ast.SwitchStmt:
			if n.Tag != nil && names(n.Tag) {
				places = append(places, n.Switch)
			}
		}
		return true
	})
	return places
}

// TestComparisonsAreFound: the search itself can find.
func TestComparisonsAreFound(t *testing.T) {
	for source, want := range map[string]int{
		`if v == "3.12" {}`:                        1,
		`if "3.8" <= v {}`:                         1,
		`switch v { case "3.9", "3.10": }`:         1,
		`if s.Profile.Name != old {}`:              1,
		`switch s.Profile.Name { case old: }`:      1,
		`if strings.ToLower("Python 3.11") == v{}`: 1,
		`v := "3.13"; _ = v`:                       0,
		`if v == "3.1x" {}`:                        0,
		`if s.Profile.WaitFor == 3 {}`:             0,
	} {
		f, err := parser.ParseFile(token.NewFileSet(), "x.go", fmt.Sprintf("package x\nfunc f() { %s }", source), 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(comparisons(f)); got != want {
			t.Errorf("%s: %d, want %d", source, got, want)
		}
	}
}
