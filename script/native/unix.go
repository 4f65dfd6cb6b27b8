//go:build unix

package native

import (
	"asyncio/script/host"
	"asyncio/script/native/unixmod"
)

// unix are modules that other systems do not have.
var unix = map[string]host.Maker{"fcntl": unixmod.Fcntl, "resource": unixmod.Resource}
