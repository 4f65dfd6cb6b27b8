package handle

import "asyncio/coroutine"

// CallerOutside gives the place, "file:line", of the nearest caller that is
// not part of this module's own packages: where a user's code made a handle or
// a future, for debug mode.
func CallerOutside() string { return coroutine.CallerPlace() }
