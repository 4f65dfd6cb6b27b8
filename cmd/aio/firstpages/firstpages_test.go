//go:build linux && (amd64 || arm64)

package firstpages

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"unsafe"
)

// mapping is one of the process's, as /proc/self/smaps tells it.
type mapping struct {
	start, end uintptr
	mode       string
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
		if n, _ := fmt.Sscanf(lines.Text(), "%x-%x %s", &m.start, &m.end, &m.mode); n == 3 {
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

// TestConstantSegments holds that the segments are the program's: they hold a
// function and a constant, and lie in mappings that cannot be written to.
func TestConstantSegments(t *testing.T) {
	all := mappings(t)
	segments := constantSegments()
	f := TestConstantSegments
	for name, p := range map[string]uintptr{
		"a function": **(**uintptr)(unsafe.Pointer(&f)),
		"a constant": uintptr(unsafe.Pointer(unsafe.StringData("held by the program"))),
	} {
		found := false
		for _, s := range segments {
			found = found || uintptr(s.start) <= p && p < uintptr(s.start)+s.size
		}
		if !found {
			t.Errorf("%s at %#x is in none of %v", name, p, segments)
		}
	}
	for _, s := range segments {
		found := false
		for _, m := range all {
			found = found || m.start <= uintptr(s.start) && uintptr(s.start)+s.size <= m.end && !strings.Contains(m.mode, "w")
		}
		if !found {
			t.Errorf("%v is in no mapping that cannot be written to", s)
		}
		s.touch() // and can be read
	}
}
