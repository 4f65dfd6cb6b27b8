//go:build linux && (amd64 || arm64)

package firstpages

import (
	"os"
	"regexp"
	"testing"
)

// TestHeapGoesOnInLargePages holds that a mapping of the process has the advice.
func TestHeapGoesOnInLargePages(t *testing.T) {
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage"); err != nil {
		t.Skip("the kernel has no large pages: ", err)
	}
	mappings, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip("the kernel does not tell the process's mappings: ", err)
	}
	if !regexp.MustCompile(`(?m)^VmFlags:.* hg\b`).Match(mappings) {
		t.Error("no mapping is advised to have large pages")
	}
}
