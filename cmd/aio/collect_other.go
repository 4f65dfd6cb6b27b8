//go:build !linux

package main

import "runtime/debug"

// collectAt sets the collector's percentage.
func collectAt(percent int) { debug.SetGCPercent(percent) }
