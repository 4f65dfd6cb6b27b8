//go:build !unix && !windows

package main

import (
	"fmt"
	"os"

	"asyncio"
)

// osSignal: there are no signals to send here, only the end.
func osSignal(asyncio.Signal) os.Signal { return os.Kill }

func ending(s *os.ProcessState) string { return fmt.Sprintf("status %d", s.ExitCode()) }
