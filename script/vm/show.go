package vm

import "asyncio/script/object"

// display shows the value of an expression as sys.displayhook does now.
func (m *Machine) display(v object.Value) error {
	sys, err := m.Import(m.T, "sys", object.NewDict(), object.None, 0)
	if err != nil {
		return err
	}
	hook, err := object.GetAttr(m.T, sys, "displayhook")
	if err != nil {
		return object.RuntimeError("lost sys.displayhook")
	}
	_, err = m.T.Call(hook, v)
	return err
}
