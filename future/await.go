package future

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
)

// Await suspends the Go coroutine g until f is done and gives its outcome. A
// done future does not suspend. An exception thrown into the coroutine
// meanwhile is returned instead.
func Await(g *coroutine.Go, f Awaitable) (any, error) {
	if !f.Done() {
		f.SetBlocking(true)
		if err := g.Yield(f); err != nil {
			return nil, err
		}
		if !f.Done() {
			return nil, exceptions.RuntimeError("await wasn't used with future")
		}
	}
	return f.Result()
}
