package ahead

import (
	"runtime"
	"syscall"
	"unsafe"
)

// Linux has these since 5.14; earlier ones refuse them, which changes nothing.
const (
	populateRead  = 22 // MADV_POPULATE_READ
	populateWrite = 23 // MADV_POPULATE_WRITE
)

// The Go runtime takes its heap from the system in pieces of this size.
const piece = 4 << 20

// What the interpreter takes of the heap until a small program has run; and how
// little of a piece is not worth to begin with.
const (
	enough = 5 << 19
	little = 1 << 20
)

const page = 4096

// again is made before other packages are initialised.
var again = start()

// Again goes on where the heap has come to the end of its piece since the
// process started.
func Again() { again() }

func start() (again func()) {
	code()
	at := next()
	var rest []byte // of a piece with little left
	if left := end(at) - at; left < little {
		rest = make([]byte, left)
		at = next()
	}
	taken := min(at+enough, end(at))
	populate(at, taken, populateWrite)
	return func() {
		runtime.KeepAlive(rest)
		rest = nil
		if at := next(); at > taken || taken-at > enough {
			populate(at, min(at+little, end(at)), populateWrite)
		}
	}
}

// next is about where the heap will go on: there is no room for a new object
// of this size before.
func next() uintptr {
	return uintptr(unsafe.Pointer(object())) &^ (page - 1)
}

// object is not inlined, so that what it makes is on the heap.
//
//go:noinline
func object() *[2 * page]byte { return new([2 * page]byte) }

func end(at uintptr) uintptr { return at&^(piece-1) + piece }

// code takes the program's instructions and constants, which the first lines of
// the list of mappings name.
func code() {
	fd, err := syscall.Open("/proc/self/maps", syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return
	}
	var text [256]byte
	n, _ := syscall.Read(fd, text[:])
	syscall.Close(fd)
	for line := text[:max(n, 0)]; len(line) > 0; {
		from, after := hexadecimal(line)
		to, after := hexadecimal(after)
		if len(after) < 4 || after[0] != 'r' || after[1] == 'w' {
			return
		}
		populate(from, to, populateRead)
		for len(after) > 0 && after[0] != '\n' {
			after = after[1:]
		}
		line = after[min(1, len(after)):]
	}
}

// hexadecimal reads a number and passes over the sign after it.
func hexadecimal(s []byte) (n uintptr, after []byte) {
	for i, c := range s {
		switch {
		case '0' <= c && c <= '9':
			n = n<<4 | uintptr(c-'0')
		case 'a' <= c && c <= 'f':
			n = n<<4 | uintptr(c-'a'+10)
		default:
			return n, s[i+1:]
		}
	}
	return n, nil
}

func populate(from, to, how uintptr) {
	syscall.RawSyscall(syscall.SYS_MADVISE, from, to-from, how)
}
