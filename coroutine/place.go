package coroutine

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// FuncName gives the short name of the Go function at pc, as Python prints a
// qualified name, and the place of its definition as "file:line".
func FuncName(pc uintptr) (name, place string) {
	if pc == 0 {
		return "?", "?"
	}
	// What is inlined at a function's entry comes first, the function last.
	frames := runtime.CallersFrames([]uintptr{pc + 1})
	f, more := frames.Next()
	for more {
		f, more = frames.Next()
	}
	if f.Function == "" {
		return "?", "?"
	}
	name = f.Function
	name = name[strings.LastIndexByte(name, '/')+1:]
	if i := strings.IndexByte(name, '.'); i >= 0 {
		name = name[i+1:]
	}
	name = strings.TrimSuffix(name, "-fm")
	return name, fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
}

// trail is the innermost callers of a moment. Recording it costs little; what
// the callers are is only found out when somebody asks.
type trail struct {
	pcs [12]uintptr
	n   int
}

func (t *trail) record() { t.n = runtime.Callers(3, t.pcs[:]) }

// place gives the nearest caller that is not part of this module's own way from
// a user's call, as "file:line"; empty when there is none.
func (t *trail) place() string {
	frames := runtime.CallersFrames(t.pcs[:t.n])
	for {
		f, more := frames.Next()
		if f.Function != "" && !ownFrame(f.Function) {
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
		if !more {
			return ""
		}
	}
}

// CallerPlace gives the nearest caller outside this module's core packages as
// "file:line", empty when there is none.
func CallerPlace() string {
	var t trail
	t.record()
	return t.place()
}

// corePackages are those a user's call runs through on its way down, and what a
// goroutine starts in.
var corePackages = []string{
	"asyncio.", "asyncio/coroutine.", "asyncio/handle.", "asyncio/future.",
	"asyncio/loop.", "asyncio/process.", "asyncio/task.", "asyncio/runners.", "asyncio/locks.",
	"asyncio/queues.", "asyncio/trio.", "iter.", "runtime.",
}

func ownFrame(function string) bool {
	for _, p := range corePackages {
		if strings.HasPrefix(function, p) {
			return true
		}
	}
	return false
}
