package script

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestTraversers looks at the source of every kind of object: one that has a
// field for values must say so in Traverse or References, by the field's name,
// or it would be taken for one that refers to nothing.
func TestTraversers(t *testing.T) {
	structs := map[string]*ast.StructType{} // folder.Type
	isObject := map[string]bool{}
	told := map[string]string{} // the identifiers in Traverse and the like
	dirs := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() {
			dirs[path] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir := range dirs {
		set := token.NewFileSet()
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(set, file, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				switch n := d.(type) {
				case *ast.GenDecl:
					for _, s := range n.Specs {
						if ts, ok := s.(*ast.TypeSpec); ok {
							if st, ok := ts.Type.(*ast.StructType); ok {
								structs[dir+"."+ts.Name.Name] = st
							}
						}
					}
				case *ast.FuncDecl:
					if n.Recv == nil {
						continue
					}
					key := dir + "." + receiver(n.Recv.List[0].Type)
					switch n.Name.Name {
					case "Class":
						isObject[key] = true
					case "Traverse", "TraverseAt", "References", "traverse", "references", "visit":
						ast.Inspect(n.Body, func(x ast.Node) bool {
							if id, ok := x.(*ast.Ident); ok {
								told[key] += " " + id.Name
							}
							return true
						})
					}
				}
			}
		}
	}
	for key := range isObject {
		st := structs[key]
		if st == nil {
			continue
		}
		for _, f := range st.Fields.List {
			if !holdsValues(f.Type) {
				continue
			}
			for _, name := range f.Names {
				if key == "object.Class" && (name.Name == "cache" || name.Name == "init") {
					continue // what classes of the MRO have
				}
				if !strings.Contains(told[key]+" ", " "+name.Name+" ") {
					t.Errorf("%s: the field %s is in no Traverse or References", key, name.Name)
				}
			}
		}
	}
}

func receiver(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.StarExpr:
		return receiver(x.X)
	case *ast.IndexExpr:
		return receiver(x.X)
	case *ast.Ident:
		return x.Name
	}
	return ""
}

// holdsValues reports whether a field of the type may hold an object of a
// program.
func holdsValues(e ast.Expr) bool {
	switch x := e.(type) {
	case *ast.StarExpr:
		return holdsValues(x.X)
	case *ast.ArrayType:
		return holdsValues(x.Elt)
	case *ast.MapType:
		return holdsValues(x.Key) || holdsValues(x.Value)
	case *ast.SelectorExpr:
		from, ok := x.X.(*ast.Ident)
		return ok && (from.Name == "object" || from.Name == "vm") && holdsValues(x.Sel)
	case *ast.Ident:
		switch x.Name {
		case "Value", "value", "val", "Object", "Dict", "List", "Tuple", "Set", "Instance", "Exception", "Module", "Cell", "Kw",
			"Generator", "Function", "Attrs":
			return true
		}
	}
	return false
}
