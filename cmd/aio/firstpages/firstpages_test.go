//go:build linux && (amd64 || arm64)

package firstpages

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
)

// mapping is one of the process's, as /proc/self/smaps tells it.
type mapping struct {
	start, end uintptr
	large      bool
}

func mappings(t *testing.T) (all []mapping) {
	t.Helper()
	f, err := os.Open("/proc/self/smaps")
	if err != nil {
		t.Skip("the kernel does not tell the process's mappings: ", err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var m mapping
		if n, _ := fmt.Sscanf(lines.Text(), "%x-%x ", &m.start, &m.end); n == 2 {
			all = append(all, m)
		} else if flags, ok := strings.CutPrefix(lines.Text(), "VmFlags:"); ok {
			all[len(all)-1].large = strings.Contains(flags+" ", " hg ")
		}
	}
	return all
}

// TestHeapGoesOnInLargePages holds that a mapping of the heap has the advice.
func TestHeapGoesOnInLargePages(t *testing.T) {
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage"); err != nil {
		t.Skip("the kernel has no large pages: ", err)
	}
	for _, m := range mappings(t) {
		if m.large {
			return
		}
	}
	t.Error("no mapping of the process is advised to have large pages")
}
