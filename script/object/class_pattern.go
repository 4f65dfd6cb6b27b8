package object

// Patterns says which patterns of match statements the instances of a class
// are for.
type Patterns uint8

const (
	// NoPatterns matches neither.
	NoPatterns Patterns = iota
	// SequencePatterns matches [a, b].
	SequencePatterns
	// MappingPatterns matches {k: v}.
	MappingPatterns
)

// Patterns tells which patterns the class's instances are for.
func (c *Class) Patterns() Patterns { return c.patterns }

// SetPatterns says which patterns the instances of a class and of its
// subclasses are for. Builtin classes stay as they are.
func (c *Class) SetPatterns(p Patterns) {
	if c.builtin {
		return
	}
	c.patterns = p
	for _, s := range c.subs {
		s.SetPatterns(p)
	}
}

// Sequence has the instances of a class implemented in Go match [a, b].
func (c *Class) Sequence() *Class { c.patterns = SequencePatterns; return c }

// IsSequence reports whether v is a sequence to match statements: texts and
// bytes are not.
func IsSequence(v Value) bool {
	switch v.Ref.(type) {
	case *List, *Tuple, *Range, *MemoryView:
		return true
	case *Str, *Bytes, *Dict, *Set:
		return false
	}
	return ClassOf(v).patterns == SequencePatterns
}

// IsMapping reports whether v is a mapping to match statements.
func IsMapping(v Value) bool {
	switch v.Ref.(type) {
	case *Dict, *MappingProxy:
		return true
	}
	return ClassOf(v).patterns == MappingPatterns
}
