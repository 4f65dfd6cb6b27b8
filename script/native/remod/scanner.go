package remod

import (
	"asyncio/script/object"
	"asyncio/script/regex"
)

// scanner goes on from match to match, each of which is asked for.
type scanner struct{ it matchIter }

var scannerClass = object.NewNativeClass("_sre", "SRE_Scanner").Final()

func init() { scannerClass.Later(fillScanner) }

func fillScanner(c *object.Class) {
	of := func(v value) *scanner { return v.Ref.(*scanner) }
	def := func(name string, how regex.Mode) {
		c.Def(name, 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
			m, err := of(a[0]).it.next(t, how)
			if err == nil && !m.Valid() {
				m = object.None
			}
			return m, err
		})
	}
	def("match", regex.Match)
	def("search", regex.Search)
	c.DefGet("pattern", func(_ *thread, v value) (value, error) { return object.Obj(of(v).it.p), nil }, nil)
}

// Class implements object.Object.
func (*scanner) Class() *object.Class { return scannerClass }

// Traverse implements object.Traverser.
func (s *scanner) Traverse(visit func(value)) { s.it.Traverse(visit) }

func newScanner(t *thread, a []value, kw []object.Kw) (value, error) {
	p := pat(a[0])
	s, pos, end, err := p.window(t, "scanner", a[1:], kw)
	return object.Obj(&scanner{matchIter{p: p, s: s, from: pos, pos: pos, end: end}}), err
}
