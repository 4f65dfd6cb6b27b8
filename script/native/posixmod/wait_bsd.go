//go:build unix && !linux

package posixmod

func childFD(int) int { return -1 }
