"""Records in which order CPython's heapq gives back items whose keys tie.

Prints heapq.json: scripts of words and the numbers of the items that came out.
A word is a key to push (items are numbered as they are pushed), "-" for a pop,
or "/K" to drop every item whose number K divides and heapify the rest in list
order, as asyncio's purge of cancelled timers does. At the end of a script all
is popped.

    python3 record_heapq.py > heapq.json
"""

import heapq
import json
import random


class Item:
    def __init__(self, key, number):
        self.key, self.number = key, number

    def __lt__(self, other):
        return self.key < other.key


def play(words):
    heap, out, pushed = [], [], 0
    for word in words:
        if word == "-":
            out.append(heapq.heappop(heap).number)
        elif word[0] == "/":
            heap = [item for item in heap if item.number % int(word[1:])]
            heapq.heapify(heap)
        else:
            heapq.heappush(heap, Item(int(word), pushed))
            pushed += 1
    while heap:
        out.append(heapq.heappop(heap).number)
    return out


def script(rng):
    """Makes a script that never pops from an empty heap, as a list of words."""
    words, keys = [], rng.choice([1, 2, 3, 5, 12])
    heap, pushed = [], 0
    for _ in range(rng.randrange(4, 70)):
        kind = rng.random()
        if kind < 0.3 and heap:
            words.append("-")
            heapq.heappop(heap)
        elif kind < 0.33 and heap:
            k = rng.randrange(2, 5)
            words.append(f"/{k}")
            heap = [item for item in heap if item.number % k]
            heapq.heapify(heap)
        else:
            key = rng.randrange(keys)
            words.append(str(key))
            heapq.heappush(heap, Item(key, pushed))
            pushed += 1
    return words


def main():
    rng = random.Random(2024)
    scripts = [["0"] * n for n in range(1, 41)]  # nothing but ties
    scripts += [script(rng) for _ in range(200)]
    lines = [json.dumps({"script": " ".join(s), "out": play(s)}) for s in scripts]
    print("[\n" + ",\n".join(lines) + "\n]")


if __name__ == "__main__":
    main()
