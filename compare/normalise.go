package compare

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Normaliser rewrites text so that what differs from run to run does not count.
// None is applied unless Options name it.
type Normaliser func(text string) string

var (
	pids      = pattern(`(?i)\b(pid)(\s*[:=]\s*|\s+)\d+`)
	addresses = pattern(`\b0x[0-9a-fA-F]{6,}\b`)
)

// pattern compiles an expression when it is first needed.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// PIDs writes N for the number in "PID: 4711", "pid=4711" and "pid 4711".
func PIDs(text string) string { return pids().ReplaceAllString(text, "${1}${2}N") }

// Addresses writes 0x… for hexadecimal numbers of six digits and more, as they
// stand in the repr of objects. Which of them are equal is lost: CPython gives
// an address again once its object is gone.
func Addresses(text string) string { return addresses().ReplaceAllLiteralString(text, "0x…") }

// SortRuns sorts each run of neighbouring lines that match, for programs whose
// threads print in whatever order they come to it.
func SortRuns(lines *regexp.Regexp) Normaliser {
	return func(text string) string {
		all := strings.SplitAfter(text, "\n")
		for start := 0; start < len(all); {
			end := start
			for end < len(all) && all[end] != "" && lines.MatchString(strings.TrimSuffix(all[end], "\n")) {
				end++
			}
			slices.Sort(all[start:end])
			start = end + 1
		}
		return strings.Join(all, "")
	}
}

func normalise(text string, normalisers []Normaliser) string {
	for _, n := range normalisers {
		text = n(text)
	}
	return text
}
