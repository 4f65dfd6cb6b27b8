package itertoolsmod

import "asyncio/script/object"

// choice gives tuples of items chosen from a pool by positions that move on.
type choice struct {
	runner
	pool []value
	at   []int
	// advance moves the positions on, false at the end.
	advance func(c *choice) bool
	gap     int
	begun   bool
	over    bool
}

// Traverse implements object.Traverser.
func (c *choice) Traverse(visit func(value)) { visitAll(visit, c.pool...) }

// Next implements object.Iterator.
func (c *choice) Next(*thread) (value, error) {
	if c.over {
		return value{}, nil
	}
	if c.begun && !c.advance(c) {
		c.over = true
		return value{}, nil
	}
	c.begun = true
	row := make([]value, len(c.at))
	for i, k := range c.at {
		row[i] = c.pool[k]
	}
	return object.TupleValue(row...), nil
}

// newCombinations: gap is by how much each position exceeds the one before, at
// least.
func newCombinations(pool []value, r, gap int) *choice {
	c := &choice{pool: pool, gap: gap, advance: nextCombination}
	if r > 0 && (len(pool) == 0 || gap > 0 && r > len(pool)) {
		c.over = true
		return c
	}
	c.at = make([]int, r)
	for i := range c.at {
		c.at[i] = i * gap
	}
	return c
}

func nextCombination(c *choice) bool {
	r := len(c.at)
	place := r - 1
	for place >= 0 && c.at[place] == len(c.pool)-1-(r-1-place)*c.gap {
		place--
	}
	if place < 0 {
		return false
	}
	c.at[place]++
	for later := place + 1; later < r; later++ {
		c.at[later] = c.at[later-1] + c.gap
	}
	return true
}

func newPermutations(pool []value, r int) *choice {
	c := &choice{pool: pool, advance: nextPermutation}
	if r > len(pool) {
		c.over = true
		return c
	}
	c.at = make([]int, r)
	for i := range c.at {
		c.at[i] = i
	}
	return c
}

// nextPermutation moves the last position on that has a free one behind it;
// those after it begin again with the first free ones.
func nextPermutation(c *choice) bool {
	used := make([]bool, len(c.pool))
	for _, k := range c.at {
		used[k] = true
	}
	for place := len(c.at) - 1; place >= 0; place-- {
		used[c.at[place]] = false
		for k := c.at[place] + 1; k < len(c.pool); k++ {
			if used[k] {
				continue
			}
			c.at[place], used[k] = k, true
			free := 0
			for later := place + 1; later < len(c.at); later++ {
				for used[free] {
					free++
				}
				c.at[later], used[free] = free, true
			}
			return true
		}
	}
	return false
}

// product gives all tuples with one item of each pool, the last changing
// fastest.
type product struct {
	runner
	pools [][]value
	at    []int
	begun bool
	over  bool
}

func newProduct(pools []value) *product {
	p := &product{at: make([]int, len(pools))}
	for _, pool := range pools {
		items := itemsOf(pool)
		p.over = p.over || len(items) == 0
		p.pools = append(p.pools, items)
	}
	return p
}

// Traverse implements object.Traverser.
func (p *product) Traverse(visit func(value)) {
	for _, pool := range p.pools {
		visitAll(visit, pool...)
	}
}

// Next implements object.Iterator.
func (p *product) Next(*thread) (value, error) {
	if p.over {
		return value{}, nil
	}
	if p.begun {
		i := len(p.at) - 1
		for ; i >= 0; i-- {
			if p.at[i]++; p.at[i] < len(p.pools[i]) {
				break
			}
			p.at[i] = 0
		}
		if i < 0 {
			p.over = true
			return value{}, nil
		}
	}
	p.begun = true
	row := make([]value, len(p.at))
	for i, k := range p.at {
		row[i] = p.pools[i][k]
	}
	return object.TupleValue(row...), nil
}
