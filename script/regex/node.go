package regex

type kind uint8

const (
	kEmpty    kind = iota
	kChar          // c
	kAny           // . without newline
	kAll           // . with DOTALL
	kSet           // set
	kSeq           // subs
	kAlt           // subs
	kGroup         // subs[0] captured as group n
	kRepeat        // subs[0] min to max times, how
	kLook          // subs[0] ahead or behind, neg
	kAtomic        // subs[0]
	kBackref       // group n
	kCond          // group n: subs[0], else subs[1]
	kBegin         // \A, or ^ without MULTILINE
	kLine          // ^ with MULTILINE
	kEnd           // \Z
	kDollar        // $ without MULTILINE
	kLineEnd       // $ with MULTILINE
	kWordB         // \b
	kNotWordB      // \B
)

type manner uint8

const (
	greedy manner = iota
	lazy
	possessive
)

// unlimited is a repeat's max without a bound.
const unlimited = 1<<32 - 1

// node is a part of a pattern.
type node struct {
	kind     kind
	c        rune
	set      *set
	subs     []*node
	n        int
	min, max int
	how      manner
	neg      bool
	behind   bool
	flags    Flags // those that count for this part
	width    int   // of a look-behind
}

// widths gives the least and greatest number of characters that n matches.
func (n *node) widths(groups [][2]int) (lo, hi int) {
	switch n.kind {
	case kChar, kAny, kAll, kSet:
		return 1, 1
	case kSeq:
		for _, s := range n.subs {
			a, b := s.widths(groups)
			lo, hi = clip(lo+a), clip(hi+b)
		}
		return
	case kAlt:
		lo = unlimited
		for _, s := range n.subs {
			a, b := s.widths(groups)
			lo, hi = min(lo, a), max(hi, b)
		}
		return
	case kGroup, kAtomic:
		return n.subs[0].widths(groups)
	case kRepeat:
		a, b := n.subs[0].widths(groups)
		return clip(a * n.min), clip(b * min(n.max, unlimited))
	case kBackref:
		if n.n < len(groups) {
			return groups[n.n][0], groups[n.n][1]
		}
	case kCond:
		a, b := n.subs[0].widths(groups)
		c, d := n.subs[1].widths(groups)
		return min(a, c), max(b, d)
	}
	return 0, 0
}

func clip(n int) int { return min(n, unlimited) }
