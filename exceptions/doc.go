// Package exceptions holds Python's exceptions as Go error values.
//
// The core never panics to report a failure: where CPython raises, a function
// here returns one of these errors. Two forms occur:
//
//   - *Error is an exception of a Python class known to asyncio (RuntimeError,
//     TimeoutError, InvalidStateError, ...). Its text is CPython's.
//   - any other Go error is an "ordinary" exception, as a user's ValueError is.
//
// What the core must tell apart it asks with KindOf: cancellation,
// KeyboardInterrupt and SystemExit (which leave the loop at once),
// GeneratorExit and StopIteration. An interpreter's own exception objects take
// part by implementing Kinder. Users ask with errors.Is and the Err… values.
package exceptions
