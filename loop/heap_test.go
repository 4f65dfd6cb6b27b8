package loop

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"asyncio/handle"
)

// numbered is a timer heap whose timers have numbers.
type numbered struct {
	heap   timerHeap
	number map[*handle.TimerHandle]int
}

func newNumbered() *numbered { return &numbered{number: map[*handle.TimerHandle]int{}} }

func (n *numbered) push(when float64) {
	t := handle.NewTimer(when, nil, nil, nil, nil)
	n.number[t] = len(n.number)
	n.heap.push(t)
}

func (n *numbered) pop() int { return n.number[n.heap.pop()] }

func (n *numbered) len() int { return len(n.heap) }

// drop does what the purge of cancelled timers does.
func (n *numbered) drop(k int) {
	kept := make(timerHeap, 0, len(n.heap))
	for _, t := range n.heap {
		if n.number[t]%k != 0 {
			kept = append(kept, t)
		}
	}
	kept.fix()
	n.heap = kept
}

// model is the same by other means: heapq's two walks written down as paths
// of indices in a tree whose root is 1, over plain pairs.
type model struct {
	items  []pair // items[0] is not used
	pushed int
}

type pair struct {
	key    float64
	number int
}

func newModel() *model { return &model{items: make([]pair, 1)} }

func (m *model) len() int { return len(m.items) - 1 }

func (m *model) push(when float64) {
	m.items = append(m.items, pair{when, m.pushed})
	m.pushed++
	m.rise(1, m.len())
}

// rise moves the item at a node up towards root, past every later parent.
func (m *model) rise(root, node int) {
	if node == root || !(m.items[node].key < m.items[node/2].key) {
		return
	}
	m.items[node], m.items[node/2] = m.items[node/2], m.items[node]
	m.rise(root, node/2)
}

// settle finds the path from root to a leaf along the earlier children, the
// second of two equals, shifts it up by one and lets the item rise from the leaf.
func (m *model) settle(root int) {
	path := []int{root}
	for node := root; 2*node < len(m.items); {
		node *= 2
		if node+1 < len(m.items) && !(m.items[node].key < m.items[node+1].key) {
			node++
		}
		path = append(path, node)
	}
	item := m.items[root]
	for i := 1; i < len(path); i++ {
		m.items[path[i-1]] = m.items[path[i]]
	}
	leaf := path[len(path)-1]
	m.items[leaf] = item
	m.rise(root, leaf)
}

func (m *model) pop() int {
	first, last := m.items[1], m.items[m.len()]
	m.items = m.items[:m.len()]
	if m.len() > 0 {
		m.items[1] = last
		m.settle(1)
	}
	return first.number
}

func (m *model) drop(k int) {
	kept := []pair{{}}
	for _, p := range m.items[1:] {
		if p.number%k != 0 {
			kept = append(kept, p)
		}
	}
	m.items = kept
	for node := m.len() / 2; node > 0; node-- {
		m.settle(node)
	}
}

// priorityQueue is what the scripts are played on.
type priorityQueue interface {
	push(when float64)
	pop() int
	drop(k int)
	len() int
}

// play runs a recorded script and gives the numbers in the order they came out.
func play(t *testing.T, q priorityQueue, script string) (out []int) {
	for word := range strings.FieldsSeq(script) {
		n, err := strconv.Atoi(strings.TrimPrefix(word, "/"))
		switch {
		case word == "-":
			out = append(out, q.pop())
		case err != nil:
			t.Fatal(err)
		case word[0] == '/':
			q.drop(n)
		default:
			q.push(float64(n))
		}
	}
	for q.len() > 0 {
		out = append(out, q.pop())
	}
	return out
}

func TestHeapRecorded(t *testing.T) {
	raw, err := os.ReadFile("testdata/heapq.json")
	if err != nil {
		t.Fatal(err)
	}
	var scripts []struct {
		Script string
		Out    []int
	}
	if err := json.Unmarshal(raw, &scripts); err != nil {
		t.Fatal(err)
	}
	if len(scripts) != 240 {
		t.Fatalf("%d scripts, want 240", len(scripts))
	}
	for _, s := range scripts {
		for name, q := range map[string]priorityQueue{"heap": newNumbered(), "model": newModel()} {
			if diff := cmp.Diff(s.Out, play(t, q, s.Script)); diff != "" {
				t.Errorf("%s, script %s: heapq (-) and %s (+)\n%s", name, s.Script, name, diff)
			}
		}
	}
}

func TestHeapTies(t *testing.T) {
	for n, want := range map[int][]int{
		2: {0, 1}, 3: {0, 1, 2}, 4: {0, 2, 1, 3}, 5: {0, 2, 4, 1, 3},
		6: {0, 2, 5, 4, 1, 3}, 7: {0, 2, 5, 6, 4, 1, 3}, 8: {0, 2, 6, 5, 7, 4, 1, 3},
		9: {0, 2, 6, 8, 5, 7, 4, 1, 3}, 10: {0, 2, 6, 9, 8, 5, 7, 4, 1, 3},
	} {
		got := play(t, newNumbered(), strings.Repeat("7 ", n))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d equal timers: CPython (-), this heap (+)\n%s", n, diff)
		}
	}
}

func TestHeapAgainstModel(t *testing.T) {
	whens := rapid.OneOf(
		rapid.SampledFrom([]float64{0, 1, 1, 2, math.Inf(1), math.Inf(-1), math.NaN()}),
		rapid.Float64Range(0, 3),
	)
	rapid.Check(t, func(t *rapid.T) {
		heap, model := newNumbered(), newModel()
		t.Repeat(map[string]func(*rapid.T){
			"push": func(t *rapid.T) {
				w := whens.Draw(t, "when")
				heap.push(w)
				model.push(w)
			},
			"pop": func(t *rapid.T) {
				if model.len() == 0 {
					t.Skip("empty")
				}
				if h, m := heap.pop(), model.pop(); h != m {
					t.Fatalf("popped %d, heapq %d", h, m)
				}
			},
			"drop": func(t *rapid.T) {
				k := rapid.IntRange(2, 5).Draw(t, "k")
				heap.drop(k)
				model.drop(k)
			},
			"": func(t *rapid.T) {
				if heap.len() != model.len() {
					t.Fatalf("%d timers, heapq %d", heap.len(), model.len())
				}
			},
		})
	})
}

// FuzzHeap reads a script from bytes: a push of one of 16 times, or a pop.
func FuzzHeap(f *testing.F) {
	f.Add([]byte{1, 1, 1, 1, 255, 2, 0, 255, 255})
	f.Add([]byte("equal times come out by the heap's own law"))
	f.Fuzz(func(t *testing.T, script []byte) {
		heap, model := newNumbered(), newModel()
		last := math.Inf(-1)
		for _, b := range script {
			if b < 200 {
				heap.push(float64(b % 16))
				model.push(float64(b % 16))
				last = math.Inf(-1)
				continue
			}
			if model.len() == 0 {
				continue
			}
			when := heap.heap[0].When()
			if when < last {
				t.Fatalf("%v came out after %v", when, last)
			}
			last = when
			if h, m := heap.pop(), model.pop(); h != m {
				t.Fatalf("popped %d, heapq %d", h, m)
			}
		}
	})
}

// clear does the first phase of an iteration, count timers being cancelled, and
// gives how many are left.
func (m *model) clear(live func(n int) bool, count int) int {
	if m.len() > 100 && count*2 > m.len() {
		kept := []pair{{}}
		for _, p := range m.items[1:] {
			if live(p.number) {
				kept = append(kept, p)
			}
		}
		m.items = kept
		for node := m.len() / 2; node > 0; node-- {
			m.settle(node)
		}
		return 0
	}
	for m.len() > 0 && !live(m.items[1].number) {
		m.pop()
		count--
	}
	return count
}

// run gives the live timers in the order in which iterations run them, the last
// one left out.
func (m *model) run(live func(n int) bool, count int) (order []int) {
	all := func(n int) bool { return live(n) || n == m.pushed-1 }
	for m.len() > 0 {
		count = m.clear(all, count)
		for now := m.items[1].key; m.len() > 0 && m.items[1].key == now; {
			if n := m.pop(); live(n) {
				order = append(order, n)
			}
		}
	}
	return order
}

// TestPurge has a heap of size timers whose head lives, with some cancelled
// behind it, and looks at what one iteration leaves.
func TestPurge(t *testing.T) {
	for _, c := range []struct{ size, cancelled, left, count int }{
		{100, 99, 100, 99},
		{101, 50, 101, 50},
		{101, 51, 50, 0},
		{120, 60, 120, 60},
		{121, 60, 121, 60},
		{121, 61, 60, 0},
		{400, 399, 1, 0},
	} {
		l := bareLoop(t)
		var order []int
		timers := make([]*handle.TimerHandle, c.size)
		for i := range timers {
			var err error
			when := 2e6 + float64(i%7)
			if i == 0 {
				when = 1.5e6
			}
			if timers[i], err = l.CallAt(when, func() error { order = append(order, i); return nil }); err != nil {
				t.Fatal(err)
			}
		}
		m := newModel()
		for _, timer := range timers {
			m.push(timer.When())
		}
		live := func(n int) bool { return n < c.size-c.cancelled }
		for i := c.size - c.cancelled; i < c.size; i++ {
			timers[i].Cancel()
			timers[i].Cancel() // counts once
		}
		l.Stop()
		if err := l.RunForever(); err != nil {
			t.Fatal(err)
		}
		if len(l.scheduled) != c.left || l.cancelled != c.count {
			t.Errorf("%d timers, %d cancelled: %d left with count %d, want %d with %d",
				c.size, c.cancelled, len(l.scheduled), l.cancelled, c.left, c.count)
		}
		scheduled := 0
		for _, timer := range timers {
			if timer.Scheduled() {
				scheduled++
			}
		}
		if scheduled != c.left {
			t.Errorf("%d timers, %d cancelled: %d think they are scheduled", c.size, c.cancelled, scheduled)
		}
		if _, err := l.CallAt(3e6, func() error { l.Stop(); return nil }); err != nil {
			t.Fatal(err)
		}
		m.clear(live, c.cancelled)
		m.push(3e6)
		want := m.run(live, c.count)
		if err := l.RunForever(); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, order); diff != "" {
			t.Errorf("%d timers, %d cancelled: heapq's order (-), the loop's (+)\n%s", c.size, c.cancelled, diff)
		}
	}
}

// TestCancelledHead: below the threshold only the head is cleared.
func TestCancelledHead(t *testing.T) {
	l := bareLoop(t)
	var timers []*handle.TimerHandle
	for i := range 6 {
		timer, err := l.CallAt(2e6+float64(i), func() error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		timers = append(timers, timer)
	}
	for _, i := range []int{0, 1, 4} {
		timers[i].Cancel()
	}
	l.Stop()
	if err := l.RunForever(); err != nil {
		t.Fatal(err)
	}
	if len(l.scheduled) != 4 || l.cancelled != 1 {
		t.Errorf("%d timers left with count %d, want 4 with 1", len(l.scheduled), l.cancelled)
	}
}
