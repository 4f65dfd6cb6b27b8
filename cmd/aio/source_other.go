//go:build !unix

package main

import "os"

// readProgram gives what a file holds.
func readProgram(name string) ([]byte, error) { return os.ReadFile(name) }
