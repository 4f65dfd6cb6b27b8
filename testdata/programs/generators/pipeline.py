def numbers(text):
    for word in text.split():
        if word.isdigit():
            yield int(word)


def running_mean(values):
    total = count = 0
    for v in values:
        total += v
        count += 1
        yield total / count


def pairs(values):
    it = iter(values)
    for a in it:
        yield a, next(it, None)


print(list(running_mean(numbers("1 2 x 3 y 10"))))
print(list(pairs(range(5))))
squares = (x * x for x in range(10))
print(sum(squares), list(squares))
print(max((len(w), w) for w in "a bbb cc".split()))
