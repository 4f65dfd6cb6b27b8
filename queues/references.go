package queues

// References gives the items and who waits for them.
func (q *Queue) References(visit func(any)) {
	q.Bound.References(visit)
	visit(q.store)
	q.getters.References(visit)
	q.putters.References(visit)
	visit(q.finished)
}

// References gives the items.
func (h *heap) References(visit func(any)) { each(visit, h.items) }

// References gives the items.
func (s *fifo) References(visit func(any)) { each(visit, s.items) }

// References gives the items.
func (s *lifo) References(visit func(any)) { each(visit, s.items) }

// References gives the queue and the item, unless only whoever gave put knows it.
func (p *putOp) References(visit func(any)) {
	visit(p.q)
	visit(p.item)
}

// References gives the queue and the item.
func (g *getOp) References(visit func(any)) {
	visit(g.q)
	visit(g.item)
}

// References gives the queue.
func (j *joinOp) References(visit func(any)) { visit(j.q) }

func each(visit func(any), items []any) {
	for _, x := range items {
		visit(x)
	}
}
