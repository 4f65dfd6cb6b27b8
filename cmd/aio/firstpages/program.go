//go:build linux && (amd64 || arm64)

package firstpages

import (
	"runtime"
	"sync/atomic"
	"syscall"
	"unsafe"
)

// apart is how far apart touches are: the kernel maps 64 KiB of a file at a
// touch, a hypervisor takes some neighbours of a page along. Populating all in one
// call is no faster, and each page that nobody needs costs at the process's end.
const apart = 32 << 10

// touchBeside touches the program's pages on a goroutine of its own, which ends
// when it is through.
func touchBeside() {
	if runtime.NumCPU() == 1 {
		return
	}
	go func() {
		for _, s := range constantSegments() {
			s.touch()
		}
	}()
}

// A segment is a part of the program in memory.
type segment struct {
	start unsafe.Pointer
	size  uintptr
}

// touched keeps the touches from being left out as of no use.
var touched atomic.Uint32

// touch makes the segment's pages present.
func (s segment) touch() {
	var sum byte
	for at := uintptr(0); at < s.size; at += apart {
		sum += *(*byte)(unsafe.Add(s.start, at))
	}
	touched.Add(uint32(sum))
}

// programHeader is one of the 64-bit ELF format.
type programHeader struct {
	kind, flags                                     uint32
	offset, address, physical, inFile, size, aligns uint64
}

const (
	kindLoad, kindHeaders = 1, 6 // PT_LOAD, PT_PHDR
	writable              = 2    // PF_W
	atHeaders, atCount    = 3, 5 // AT_PHDR, AT_PHNUM
)

// constantSegments gives the segments that are not written to, whole pages, as
// the kernel's auxiliary vector leads to them. It gives none if that cannot be
// read.
func constantSegments() (segments []segment) {
	var vector [64][2]uintptr
	if !readFile("/proc/self/auxv", unsafe.Slice((*byte)(unsafe.Pointer(&vector)), unsafe.Sizeof(vector))) {
		return nil
	}
	var headers unsafe.Pointer
	var count int
	for _, entry := range vector {
		switch entry[0] {
		case atHeaders:
			headers = *(*unsafe.Pointer)(unsafe.Pointer(&entry[1]))
		case atCount:
			count = int(entry[1])
		}
	}
	if headers == nil {
		return nil
	}
	all := unsafe.Slice((*programHeader)(headers), count)
	var linkedAt uint64 // where the linker put the headers; they may have moved
	for _, h := range all {
		if h.kind == kindHeaders {
			linkedAt = h.address
		}
	}
	if linkedAt == 0 {
		return nil
	}
	page := uint64(syscall.Getpagesize())
	for _, h := range all {
		if h.kind == kindLoad && h.flags&writable == 0 {
			start := h.address &^ (page - 1)
			end := (h.address + h.size + page - 1) &^ (page - 1)
			segments = append(segments, segment{unsafe.Add(headers, int(start)-int(linkedAt)), uintptr(end - start)})
		}
	}
	return segments
}

// readFile reads the beginning of a file; package os is not ready yet.
func readFile(name string, into []byte) bool {
	fd, err := syscall.Open(name, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return false
	}
	defer syscall.Close(fd)
	_, err = syscall.Read(fd, into)
	return err == nil
}
