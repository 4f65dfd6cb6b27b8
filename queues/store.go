package queues

// Store keeps a queue's items and decides their order. An interpreter brings
// its own for a subclass that overrides _put and _get.
type Store interface {
	// Put takes an item in. An error leaves Queue.PutNowait, which then does
	// not count the item.
	Put(item any) error
	// Get takes the next item out. The queue calls it only when Len is not 0.
	Get() (any, error)
	// Len gives the number of items.
	Len() int
	// Items gives the items as reprs list them.
	Items() []any
}

// fifo gives the oldest item first.
type fifo struct{ items []any }

// Put implements Store.
func (s *fifo) Put(item any) error { s.items = append(s.items, item); return nil }

// Get implements Store.
func (s *fifo) Get() (any, error) {
	item := s.items[0]
	s.items[0] = nil
	s.items = s.items[1:]
	return item, nil
}

// Len implements Store.
func (s *fifo) Len() int { return len(s.items) }

// Items implements Store.
func (s *fifo) Items() []any { return s.items }

// lifo gives the newest item first.
type lifo struct{ items []any }

// Put implements Store.
func (s *lifo) Put(item any) error { s.items = append(s.items, item); return nil }

// Get implements Store.
func (s *lifo) Get() (any, error) {
	end := len(s.items) - 1
	item := s.items[end]
	s.items[end] = nil
	s.items = s.items[:end]
	return item, nil
}

// Len implements Store.
func (s *lifo) Len() int { return len(s.items) }

// Items implements Store.
func (s *lifo) Items() []any { return s.items }
