import warnings


async def forgotten():
    pass


def far_away():
    warnings.warn("from further out than anybody", stacklevel=50)


warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as caught:
    far_away()
    print([(w.category.__name__, str(w.message), w.filename, w.lineno) for w in caught])
coroutine = forgotten()
