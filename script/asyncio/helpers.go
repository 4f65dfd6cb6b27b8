package asyncio

import (
	_ "embed"
	"os"

	"asyncio/script/object"
)

//go:embed helpers.py
var helpersSource string

// python calls a function of the part that is written in Python, which is
// compiled when it is first needed.
func (b *Binding) python(t *object.Thread, name string, args []val, kw kws) (val, error) {
	if b.helpers == nil {
		m := object.NewModule("asyncio._helpers")
		if err := b.h.RunText(t, m, "<asyncio>", helpersSource); err != nil {
			return val{}, err
		}
		b.helpers = m
	}
	return t.CallKw(b.helpers.Dict.GetStr(name), args, kw)
}

// debugWanted reports whether the environment turns debug mode on.
func (b *Binding) debugWanted() bool {
	return b.h.Grants.Environ && os.Getenv("PYTHONASYNCIODEBUG") != ""
}
