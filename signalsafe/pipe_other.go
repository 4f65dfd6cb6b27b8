//go:build !unix

package signalsafe

import (
	"errors"
	"fmt"
)

// NewPipe fails with errors.ErrUnsupported: no selector of this platform could
// watch a real pipe. NewMemoryPipe is the one to use.
func NewPipe() (Pipe, error) {
	return nil, fmt.Errorf("signalsafe: pipe: %w", errors.ErrUnsupported)
}
