package bzmod

import "container/heap"

// bits writes numbers of any number of bits, the highest first.
type bits struct {
	out  []byte
	hold uint64
	n    uint
}

func (b *bits) put(v uint64, width uint) {
	b.hold, b.n = b.hold<<width|v, b.n+width
	for b.n >= 8 {
		b.n -= 8
		b.out = append(b.out, byte(b.hold>>b.n))
	}
	b.hold &= 1<<b.n - 1
}

// compress makes one stream, in blocks of level times 100,000 bytes.
func compress(p []byte, level int) []byte {
	b := &bits{out: []byte{'B', 'Z', 'h', '0' + byte(level)}}
	limit := level*100000 - 20
	var whole uint32
	for len(p) > 0 {
		block, used := runs(p, limit)
		sum := checksum(p[:used])
		whole = (whole<<1 | whole>>31) ^ sum
		writeBlock(b, block, sum)
		p = p[used:]
	}
	b.put(footer, 48)
	b.put(uint64(whole), 32)
	if b.n > 0 {
		b.put(0, 8-b.n)
	}
	return b.out
}

// checksum is the CRC of bzip2, which takes the highest bit first.
func checksum(p []byte) uint32 {
	crc := ^uint32(0)
	for _, c := range p {
		crc ^= uint32(c) << 24
		for range 8 {
			if crc&(1<<31) != 0 {
				crc = crc<<1 ^ 0x04c11db7
			} else {
				crc <<= 1
			}
		}
	}
	return ^crc
}

// runs writes four to 255 equal bytes as four and a count, until limit bytes are
// there, and tells how many it took.
func runs(p []byte, limit int) (block []byte, used int) {
	for used < len(p) && len(block) < limit {
		n := 1
		for used+n < len(p) && n < 255 && p[used+n] == p[used] {
			n++
		}
		for range min(n, 4) {
			block = append(block, p[used])
		}
		if n >= 4 {
			block = append(block, byte(n-4))
		}
		used += n
	}
	return block, used
}

// rotations sorts the rotations of a block, by rank of ever twice as many bytes, and
// gives where each begins.
func rotations(block []byte) []int32 {
	n := len(block)
	order, rank := make([]int32, n), make([]int32, n)
	next, count := make([]int32, n), make([]int32, max(n, 256)+1)
	for _, c := range block {
		count[int(c)+1]++
	}
	for i := range 256 {
		count[i+1] += count[i]
	}
	for i, c := range block {
		rank[i] = count[c]
	}
	start := append([]int32(nil), count[:256]...)
	for i, c := range block {
		order[start[c]] = int32(i)
		start[c]++
	}
	for k := 1; k < n; k *= 2 {
		// By the second half order is right; a stable sort by the first does the rest.
		for i, at := range order {
			next[i] = int32((int(at) - k%n + n) % n)
		}
		clear(count)
		for _, r := range rank {
			count[r]++
		}
		sum := int32(0)
		for i := range count {
			count[i], sum = sum, sum+count[i]
		}
		for _, at := range next {
			order[count[rank[at]]] = at
			count[rank[at]]++
		}
		groups := 1
		next[order[0]] = 0
		for i := 1; i < n; i++ {
			a, b := int(order[i-1]), int(order[i])
			next[b] = next[a]
			if rank[a] != rank[b] || rank[(a+k)%n] != rank[(b+k)%n] {
				next[b] = int32(i)
				groups++
			}
		}
		rank, next = next, rank
		if groups == n {
			break
		}
	}
	return order
}

// symbols gives what a block's last column is written as, places in a list whose
// used byte comes to the front, with runs of the first place as digits; and which
// bytes there are.
func symbols(last []byte) (out []uint16, used [256]bool) {
	for _, c := range last {
		used[c] = true
	}
	var front []byte
	for c := range 256 {
		if used[c] {
			front = append(front, byte(c))
		}
	}
	zeros := 0
	flush := func() {
		for zeros > 0 {
			out = append(out, uint16((zeros-1)&1))
			zeros = (zeros - 1) >> 1
		}
	}
	for _, c := range last {
		at := 0
		for front[at] != c {
			at++
		}
		if at == 0 {
			zeros++
			continue
		}
		flush()
		copy(front[1:at+1], front[:at])
		front[0] = c
		out = append(out, uint16(at+1))
	}
	flush()
	return append(out, uint16(len(front)+1)), used
}

// writeBlock writes one block. All symbols are written by one code, which stands
// there twice as there are to be two.
func writeBlock(b *bits, block []byte, sum uint32) {
	order := rotations(block)
	last := make([]byte, len(block))
	origin := 0
	for i, at := range order {
		if at == 0 {
			origin = i
		}
		last[i] = block[(int(at)+len(block)-1)%len(block)]
	}
	out, used := symbols(last)
	b.put(0x314159265359, 48)
	b.put(uint64(sum), 32)
	b.put(0, 1)
	b.put(uint64(origin), 24)
	writeUsed(b, &used)
	groups := (len(out) + 49) / 50
	b.put(2, 3)
	b.put(uint64(groups), 15)
	for range groups {
		b.put(0, 1)
	}
	lengths := codeLengths(out)
	for range 2 {
		now := int(lengths[0])
		b.put(uint64(now), 5)
		for _, want := range lengths {
			for ; now < int(want); now++ {
				b.put(0b10, 2)
			}
			for ; now > int(want); now-- {
				b.put(0b11, 2)
			}
			b.put(0, 1)
		}
	}
	codes := codesOf(lengths)
	for _, s := range out {
		b.put(codes[s], uint(lengths[s]))
	}
}

// writeUsed writes which bytes there are, by sixteens.
func writeUsed(b *bits, used *[256]bool) {
	var rows uint64
	var row [16]uint64
	for c, is := range used {
		if is {
			row[c/16] |= 1 << (15 - c%16)
			rows |= 1 << (15 - c/16)
		}
	}
	b.put(rows, 16)
	for _, r := range row {
		if r != 0 {
			b.put(r, 16)
		}
	}
}

// node is a symbol or two nodes together.
type node struct {
	weight, id int
	kids       [2]*node
}

type nodes []*node

func (q nodes) Len() int { return len(q) }
func (q nodes) Less(i, j int) bool {
	return q[i].weight < q[j].weight || q[i].weight == q[j].weight && q[i].id < q[j].id
}
func (q nodes) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *nodes) Push(x any)   { *q = append(*q, x.(*node)) }
func (q *nodes) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// codeLengths gives each symbol's number of bits, at most 17: where that is too
// few, the rare symbols count for more.
func codeLengths(out []uint16) []uint8 {
	weights := make([]int, int(out[len(out)-1])+1)
	for _, s := range out {
		weights[s]++
	}
	for {
		var q nodes
		for s, w := range weights {
			q = append(q, &node{weight: max(w, 1), id: s})
		}
		id := len(q)
		heap.Init(&q)
		for len(q) > 1 {
			x, y := heap.Pop(&q).(*node), heap.Pop(&q).(*node)
			heap.Push(&q, &node{weight: x.weight + y.weight, id: id, kids: [2]*node{x, y}})
			id++
		}
		lengths := make([]uint8, len(weights))
		if deepest(q[0], 0, lengths) <= 17 {
			return lengths
		}
		for s := range weights {
			weights[s] = weights[s]/2 + 1
		}
	}
}

// deepest notes the depth of each symbol and gives the greatest.
func deepest(n *node, depth int, lengths []uint8) int {
	if n.kids[0] == nil {
		lengths[n.id] = uint8(min(depth, 255))
		return depth
	}
	return max(deepest(n.kids[0], depth+1, lengths), deepest(n.kids[1], depth+1, lengths))
}

// codesOf numbers the codes by length, then by symbol.
func codesOf(lengths []uint8) []uint64 {
	codes := make([]uint64, len(lengths))
	code := uint64(0)
	for l := uint8(1); l <= 17; l++ {
		for s, have := range lengths {
			if have == l {
				codes[s] = code
				code++
			}
		}
		code <<= 1
	}
	return codes
}
