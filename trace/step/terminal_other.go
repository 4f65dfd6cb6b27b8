//go:build !unix

package step

import (
	"os"

	"asyncio/trace"
	"asyncio/trace/text"
)

// Terminal drives a model by keys where there is a terminal; here there is none
// that we know to handle, so it is Plain.
func Terminal(in, out *os.File, r *trace.Growing, s *text.Sources, _ bool) error {
	return Plain(in, out, r, s)
}
