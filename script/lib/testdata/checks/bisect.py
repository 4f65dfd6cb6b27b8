import bisect


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


a = [1, 2, 2, 2, 5, 8]
for x in range(0, 10):
    print(x, bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x), bisect.bisect_left(a, x, 2), bisect.bisect(a, x, 1, 4))
bisect.insort(a, 3); bisect.insort_left(a, 2); bisect.insort_right(a, 9); print(a)
rows = [("a", 1), ("b", 4), ("c", 9)]
print(bisect.bisect(rows, 4, key=lambda r: r[1]), bisect.bisect_left(rows, 4, key=lambda r: r[1]))
bisect.insort(rows, ("d", 5), key=lambda r: r[1]); print(rows)
bisect.insort_left(rows, ("e", 5), key=lambda r: r[1]); print(rows)
attempt("lo", bisect.bisect, a, 1, -1)
attempt("type", bisect.bisect, a, "x")
print(bisect.bisect([], 1), bisect.bisect_left(a, 2, lo=3, hi=4))
