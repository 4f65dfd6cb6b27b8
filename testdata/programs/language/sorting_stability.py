from operator import itemgetter

people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dan", 25)]
print(sorted(people, key=itemgetter(1)), sorted(people, key=lambda p: (-p[1], p[0])))
people.sort(key=itemgetter(0), reverse=True)
print(people)
people.sort(key=itemgetter(1), reverse=True)
print(people)
import bisect
import heapq
a = [1, 3, 3, 7]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3))
bisect.insort(a, 4)
h = [5, 2, 8, 1]
heapq.heapify(h)
heapq.heappush(h, 0)
print(a, [heapq.heappop(h) for _ in range(3)], heapq.nlargest(2, [4, 9, 1]), heapq.nsmallest(2, ["bb", "a"], key=len), list(heapq.merge([1, 4], [2, 3])))
