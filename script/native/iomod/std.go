package iomod

import (
	"io"
	"os"

	"asyncio/observe"
	"asyncio/script/host"
	"asyncio/script/native/descriptor"
	"asyncio/script/object"
)

// Std makes sys.stdin, sys.stdout and sys.stderr of what the host offers.
func Std(h *host.Host) (stdin, stdout, stderr value) {
	in := hosted(h, h.Stdin, nil, 0)
	in.readable = true
	reader := &buffered{base: base{cls: readerClass}, raw: object.Obj(in), size: blockSize}
	stdin = object.Obj(stdStream(reader, in, "<stdin>", "r", handler(h)))

	to := func(w io.Writer, number int, name, errors string) *textFile {
		out := hosted(h, nil, w, number)
		out.writable = true
		tty := !out.hosted() && descriptor.IsTerminal(out.fd)
		buffering := h.Buffering
		if buffering == host.AsPython && out.hosted() {
			buffering = host.Unbuffered
		}
		var s *textFile
		if buffering == host.Unbuffered {
			s = stdStream(out, out, name, "w", errors)
			s.writeThrough = true
		} else {
			n := blockSize
			if out.block > 1 {
				n = out.block
			}
			s = stdStream(&buffered{base: base{cls: writerClass}, raw: object.Obj(out), size: n}, out, name, "w", errors)
		}
		s.lineBuffering = buffering != host.Unbuffered && tty
		if o := h.Observer; o != nil {
			s.told = func(text string) {
				o.Observe(observe.Event{Kind: observe.Printed, N: number, Label: observe.Words(text)})
			}
		}
		return s
	}
	stdout = object.Obj(to(h.Stdout, 1, "<stdout>", handler(h)))
	e := to(h.Stderr, 2, "<stderr>", "backslashreplace")
	e.lineBuffering = true
	return stdin, stdout, object.Obj(e)
}

// handler is the error handler of standard input and output: a lenient one
// where the locale tells nothing about the terminal's encoding.
func handler(h *host.Host) string {
	if h.Grants.Environ {
		for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
			switch os.Getenv(name) {
			case "":
				continue
			case "C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8":
				return "surrogateescape"
			}
			return "strict"
		}
		return "surrogateescape"
	}
	return "strict"
}

// hosted makes the file of one of the host's streams: a descriptor when it is
// the operating system's.
func hosted(h *host.Host, r io.Reader, w io.Writer, number int) *file {
	f := &file{base: base{cls: fileClass}, fd: number, in: r, out: w, host: h, waits: true}
	var sys *os.File
	if r != nil {
		sys, _ = r.(*os.File)
	} else {
		sys, _ = w.(*os.File)
	}
	if sys != nil {
		fd := number
		if sys != os.Stdin && sys != os.Stdout && sys != os.Stderr {
			fd = int(sys.Fd())
		}
		if kind, block, err := descriptor.KindOf(fd); err == nil {
			f.fd, f.in, f.out, f.block, f.waits = fd, nil, nil, block, kind != descriptor.Regular
		}
	}
	return f
}

// stdStream is the text layer of a standard stream.
func stdStream(under object.Object, f *file, name, mode, errors string) *textFile {
	f.Attributes().Set("name", object.String(name))
	w := &textFile{base: base{cls: textClass}, buffer: object.Obj(under), encoding: "utf-8", codec: "utf-8", errors: errors,
		lines: newlines{translateIn: true}, readable: f.readable, writable: f.writable, dec: decoder{codec: "utf-8", errors: errors}}
	if !f.hosted() {
		_, err := f.seek(0, io.SeekCurrent)
		w.seekable = err == nil
	}
	w.telling, w.begun = w.seekable, true
	if mode == "w" {
		w.lines = newlines{given: "\n"}
	}
	w.Attributes().Set("mode", object.String(mode))
	return w
}
