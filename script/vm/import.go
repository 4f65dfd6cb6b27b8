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
		pkg, _ = object.StrOf(o.Dict.GetStr("__name__"))
		if sub := m.T.In.Modules.GetStr(pkg + "." + name); sub.Valid() {
			return sub, nil
		}
		if p, ok := object.StrOf(o.Dict.GetStr("__file__")); ok {
			file = p
		}
	}
	text := "cannot import name '%s' from '%s' (%s)"
	if o, ok := mod.Ref.(*object.Module); ok && o.Initializing {
		text = "cannot import name '%s' from partially initialized module '%s' (most likely due to a circular import) (%s)"
	}
	e := object.Raise(object.ImportErrorClass, text, name, pkg, file)
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
			name, ok := object.StrOf(n)
			if !ok {
				return object.TypeError("Item in %s.__all__ must be str, not %s", o.Name, object.ClassOf(n).Name)
			}
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
