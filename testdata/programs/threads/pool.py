import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED


def work(n):
    time.sleep(n / 10)
    if n == 2:
        raise ValueError("two")
    return n * n


with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(work, [3, 1, 0])))
    futures = {pool.submit(work, n): n for n in (4, 1, 2)}
    for f in as_completed(futures):
        try:
            print(futures[f], f.result())
        except ValueError as e:
            print(futures[f], "failed", e)
    f = pool.submit(work, 1)
    done, pending = wait([f, pool.submit(work, 5)], return_when=FIRST_COMPLETED)
    print(f in done, len(pending), f.done(), f.exception())
try:
    pool.submit(work, 1)
except RuntimeError as e:
    print(e)
