package vm

import "asyncio/script/object"

// AwaitIter gives what an await of v drives.
func (m *Machine) AwaitIter(v object.Value) (object.Value, error) { return m.getAwait(v, 0) }

// SendTo resumes what an await drives, as the await itself does.
func (m *Machine) SendTo(it, v object.Value) (r object.Value, done bool, err error) {
	return m.sendSlow(it, v)
}

// ThrowTo raises e in what an await drives; what takes no exceptions ends with
// it.
func (m *Machine) ThrowTo(it object.Value, e *object.Exception) (r object.Value, done bool, err error) {
	r, done, handled, err := throwInto(m.T, it, e)
	if !handled && err == nil {
		err = e
	}
	return r, done || err != nil, err
}
