package vm

import (
	"strings"

	"asyncio/script/object"
)

func (m *Machine) importFrom(mod object.Value, name string) (object.Value, error) {
	v, err := object.GetAttr(m.T, mod, name)
	if err == nil || !object.IsInstance(err, object.AttributeErrorClass) {
		return v, err
	}
	pkg, file := "<unknown module name>", "unknown location"
	if o, ok := mod.Ref.(*object.Module); ok {
		pkg = o.Name
		if sub := m.T.In.Modules.GetStr(pkg + "." + name); sub.Valid() {
			return sub, nil
		}
		if p, ok := object.StrOf(o.Dict.GetStr("__file__")); ok {
			file = p
		}
	}
	e := object.Raise(object.ImportErrorClass, "cannot import name '%s' from '%s' (%s)", name, pkg, file)
	e.SetField("name", object.String(pkg))
	e.SetField("name_from", object.String(name))
	if file != "unknown location" {
		e.SetField("path", object.String(file))
	}
	return v, e
}

func (m *Machine) importStar(f *Frame, mod object.Value) error {
	o, ok := mod.Ref.(*object.Module)
	if !ok {
		return object.TypeError("import * needs a module")
	}
	store := func(name string, v object.Value) error { return m.storeName(f, name, v) }
	if all := o.Dict.GetStr("__all__"); all.Valid() {
		return object.Each(m.T, all, func(n object.Value) error {
			name, _ := object.StrOf(n)
			v, err := object.GetAttr(m.T, mod, name)
			if err != nil {
				return err
			}
			return store(name, v)
		})
	}
	for pos := 0; ; {
		k, v, next, ok := o.Dict.Next(pos)
		if !ok {
			return nil
		}
		pos = next
		if name, _ := object.StrOf(k); !strings.HasPrefix(name, "_") {
			if err := store(name, v); err != nil {
				return err
			}
		}
	}
}
