import asyncio
import re
from collections import Counter
from functools import reduce

TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity"""


def count(chunk):
    return Counter(re.findall(r"[a-z]+", chunk.lower()))


async def main():
    loop = asyncio.get_running_loop()
    parts = await asyncio.gather(*(loop.run_in_executor(None, count, line) for line in TEXT.splitlines()))
    total = reduce(lambda a, b: a + b, parts, Counter())
    for word, n in sorted(total.items(), key=lambda p: (-p[1], p[0]))[:8]:
        print(f"{word:<8}{'#' * n} {n}")
    print(sum(total.values()), len(total))


asyncio.run(main())
