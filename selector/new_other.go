//go:build !(linux || darwin || dragonfly || freebsd || netbsd || openbsd)

package selector

func newDefault() (Selector, error) { return NewChannel(), nil }
