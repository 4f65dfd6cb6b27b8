import re

data = ["id=7", "name=x", "bad", "id=12"]
ids = [int(m.group(1)) for d in data if (m := re.match(r"id=(\d+)", d))]
print(ids)
n = 10
steps = []
while (n := n // 2) > 0:
    steps.append(n)
print(steps, n)
print("big" if sum(ids) > 15 else "small", (y := 5) + y, [z := 1, z + 1])
if (count := len(data)) > 3:
    print(f"{count} items", f"{(w := 3)=}", w)
