// Package builtins has the builtin functions and the methods of the builtin
// types.
package builtins

import (
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
	kws    = []object.Kw
)

func none(err error) (value, error) { return object.None, err }

func str(s string, err error) (value, error) {
	if err != nil {
		return value{}, err
	}
	return object.String(s), nil
}

func boolean(b bool, err error) (value, error) { return object.Bool(b), err }

// init fills the builtin classes; they are constants from then on.
func init() {
	objectMethods()
	typeMethods()
	numberMethods()
	listMethods()
	dictMethods()
	setMethods()
	strMethods()
	exceptionMethods()
	descriptorMethods()
	descriptorProtocol()
	generatorMethods()
	reduceMethods()
	constructors()
	ownMethods()
	containerProtocol()
	iteratorClasses()
}
