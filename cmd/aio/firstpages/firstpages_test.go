//go:build linux && (amd64 || arm64)

package firstpages

import (
	"os"
	"reflect"
	"regexp"
	"testing"
	"unsafe"
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

// TestPlaces holds that what is mapped at once is what it is said to be.
func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name  string
		where func() (start, end uintptr)
		holds uintptr
	}{
		{"code", code, reflect.ValueOf(populate).Pointer()},
		{"zeroes", zeroes, uintptr(unsafe.Pointer(&taken))},
	} {
		if start, end := c.where(); c.holds < start || c.holds >= end {
			t.Errorf("%s: %#x is not from %#x to %#x", c.name, c.holds, start, end)
		}
	}
	if a, b := tableOf(place{}), tableOf(place{}); a != b || a == 0 {
		t.Errorf("the table of one type is at %#x and at %#x", a, b)
	}
}
