"""Orders in which nodes come after those they depend on."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The graph goes round in a circle."""


class TopologicalSorter:
    """A graph whose nodes are given out when all they depend on are done."""

    def __init__(self, graph=None):
        self._before = {}   # node: how many predecessors are not done
        self._after = {}    # node: its successors
        self._ready = None
        self._out = set()
        self._done = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def add(self, node, *predecessors):
        """A node with nodes that come before it."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        for n in (node, *predecessors):
            self._before.setdefault(n, 0)
            self._after.setdefault(n, [])
        self._before[node] += len(predecessors)
        for p in predecessors:
            self._after[p].append(node)

    def prepare(self):
        """Ends the adding, and looks for cycles."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [n for n, count in self._before.items() if count == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """The nodes that can be taken now."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        nodes = tuple(self._ready)
        self._ready.clear()
        self._out.update(nodes)
        return nodes

    def is_active(self):
        """Whether there is more to do."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return bool(self._ready or self._out)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Nodes taken before are done."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            if node not in self._before:
                raise ValueError(f"node {node!r} was not added using add()")
            if node not in self._out:
                if self._before[node] < 0:
                    raise ValueError(f"node {node!r} was already marked done")
                raise ValueError(f"node {node!r} was not passed out "
                                 "(still not ready)")
            self._out.discard(node)
            self._before[node] = -1
            for s in self._after[node]:
                self._before[s] -= 1
                if self._before[s] == 0:
                    self._ready.append(s)

    def _find_cycle(self):
        stack, place, seen = [], {}, set()
        for start in self._before:
            if start in seen:
                continue
            todo = [(start, iter(self._after[start]))]
            stack.append(start)
            place[start] = 0
            seen.add(start)
            while todo:
                node, rest = todo[-1]
                for s in rest:
                    if s in place:
                        return stack[place[s]:] + [s]
                    if s not in seen:
                        seen.add(s)
                        place[s] = len(stack)
                        stack.append(s)
                        todo.append((s, iter(self._after[s])))
                        break
                else:
                    todo.pop()
                    del place[stack.pop()]
        return None

    def static_order(self):
        """All nodes in an order that does."""
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    __class_getitem__ = classmethod(GenericAlias)
