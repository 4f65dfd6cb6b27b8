//go:build !unix

package native

import "asyncio/script/host"

// unix are modules that other systems do not have.
var unix map[string]host.Maker
