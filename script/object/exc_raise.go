package object

import (
	"fmt"
)

// NewException makes an exception without running its class's __init__.
func NewException(c *Class, args ...Value) *Exception {
	e := &Exception{cls: c, Args: args}
	if len(args) > 0 {
		e.fillFields() // what natives raise is well formed
	}
	return e
}

// Raise makes an exception with a formatted text as its only argument.
func Raise(c *Class, format string, args ...any) *Exception {
	text := format
	if len(args) > 0 {
		text = fmt.Sprintf(format, args...)
	}
	return NewException(c, String(text))
}

// TypeError makes a TypeError.
func TypeError(format string, args ...any) *Exception { return Raise(TypeErrorClass, format, args...) }

// ValueError makes a ValueError.
func ValueError(format string, args ...any) *Exception {
	return Raise(ValueErrorClass, format, args...)
}

// IndexError makes an IndexError.
func IndexError(format string, args ...any) *Exception {
	return Raise(IndexErrorClass, format, args...)
}

// AttributeError makes an AttributeError.
func AttributeError(format string, args ...any) *Exception {
	return Raise(AttributeErrorClass, format, args...)
}

// RuntimeError makes a RuntimeError.
func RuntimeError(format string, args ...any) *Exception {
	return Raise(RuntimeErrorClass, format, args...)
}

// KeyError makes a KeyError of a key.
func KeyError(key Value) *Exception { return NewException(KeyErrorClass, key) }

// StopIteration makes the end of an iterator, with its value.
func StopIteration(v Value) *Exception {
	if !v.Valid() || v.IsNone() {
		return &Exception{cls: StopIterationClass}
	}
	return NewException(StopIterationClass, v)
}
