package text

import (
	"os"
	"strings"
)

// Sources reads the programs' sources, each file once.
type Sources struct {
	files map[string][]string
}

// NewSources makes Sources that have read nothing.
func NewSources() *Sources { return &Sources{files: map[string][]string{}} }

// Add gives the source of a program that is no file's.
func (s *Sources) Add(file string, src []byte) {
	s.files[file] = strings.Split(strings.TrimSuffix(string(src), "\n"), "\n")
}

// File gives the lines of a file, nil if it cannot be read.
func (s *Sources) File(name string) []string {
	lines, known := s.files[name]
	if !known && name != "" && name[0] != '<' {
		if src, err := os.ReadFile(name); err == nil {
			s.Add(name, src)
			return s.files[name]
		}
		s.files[name] = nil
	}
	return lines
}

// Line gives a line, from 1, without the space around it; empty if it is not
// there.
func (s *Sources) Line(file string, line int) string {
	if lines := s.File(file); line >= 1 && line <= len(lines) {
		return strings.TrimSpace(lines[line-1])
	}
	return ""
}
