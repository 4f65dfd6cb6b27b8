package contextvars

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"asyncio/exceptions"
)

type in struct{ c *Context }

func (i in) Context() *Context { return i.c }

func TestVar(t *testing.T) {
	a, b := in{New()}, in{New()}
	v := NewVar[int]("v")
	d := NewVarDefault("d", 5)
	if _, ok := v.Get(a); ok || v.Name() != "v" {
		t.Error("a variable without value and default has one")
	}
	if got, ok := d.Get(a); got != 5 || !ok {
		t.Error(got, ok)
	}
	outer := v.Set(a, 1)
	inner := v.Set(a, 2)
	if got, _ := v.Get(a); got != 2 || a.c.Len() != 1 || b.c.Len() != 0 {
		t.Error(got)
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{NewVar[int]("w").Reset(a, inner), "ValueError('<Token var=v> was created by a different ContextVar')"},
		{v.Reset(b, inner), "ValueError('<Token var=v> was created in a different Context')"},
		{v.Reset(a, inner), "None"},
		{v.Reset(a, inner), "RuntimeError('<Token var=v> has already been used once')"},
	} {
		if got := exceptions.Repr(c.err); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
	if got, _ := v.Get(a); got != 1 {
		t.Error(got)
	}
	if err := v.Reset(a, outer); err != nil {
		t.Error(err)
	}
	if _, ok := v.Get(a); ok {
		t.Error("it still has a value")
	}
}

func TestEnter(t *testing.T) {
	c := New()
	if err := c.Enter(); err != nil {
		t.Fatal(err)
	}
	if err := c.Enter(); err == nil || !strings.HasPrefix(err.Error(), "cannot enter context: ") || exceptions.TypeName(err) != "RuntimeError" {
		t.Error(err)
	}
	if err := c.Copy().Enter(); err != nil {
		t.Errorf("a copy is entered: %v", err)
	}
	c.Exit()
	if err := c.Enter(); err != nil {
		t.Error(err)
	}
	var none *Context
	if none.Vars() != nil || none.Len() != 0 {
		t.Error("no context has variables")
	}
}

// TestCopies: contexts and snapshots are independent of each other.
func TestCopies(t *testing.T) {
	keys := []*Key{{Name: "a"}, {Name: "b"}, {Name: "c"}}
	rapid.Check(t, func(t *rapid.T) {
		contexts := []*Context{New()}
		models := []map[*Key]any{{}}
		t.Repeat(map[string]func(*rapid.T){
			"set": func(t *rapid.T) {
				i := rapid.IntRange(0, len(contexts)-1).Draw(t, "context")
				k, v := rapid.SampledFrom(keys).Draw(t, "key"), rapid.Int().Draw(t, "value")
				contexts[i].Set(k, v)
				models[i][k] = v
			},
			"delete": func(t *rapid.T) {
				i := rapid.IntRange(0, len(contexts)-1).Draw(t, "context")
				k := rapid.SampledFrom(keys).Draw(t, "key")
				contexts[i].Delete(k)
				delete(models[i], k)
			},
			"copy": func(t *rapid.T) {
				i := rapid.IntRange(0, len(contexts)-1).Draw(t, "context")
				c := contexts[i].Copy()
				if rapid.Bool().Draw(t, "from a snapshot") {
					c = FromVars(contexts[i].Vars())
				}
				m := map[*Key]any{}
				for k, v := range models[i] {
					m[k] = v
				}
				contexts, models = append(contexts, c), append(models, m)
			},
			"": func(t *rapid.T) {
				for i, c := range contexts {
					if c.Len() != len(models[i]) {
						t.Fatalf("context %d has %d variables, want %d", i, c.Len(), len(models[i]))
					}
					for _, k := range keys {
						got, ok := c.Lookup(k)
						want, has := models[i][k]
						if got != want || ok != has {
							t.Fatalf("context %d, %s: %v %v, want %v %v", i, k.Name, got, ok, want, has)
						}
					}
				}
			},
		})
	})
}
