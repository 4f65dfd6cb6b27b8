import threading

data = threading.local()
data.x = "main"


def work(n, out):
    out.append(hasattr(data, "x"))
    data.x = n
    out.append(data.x)


out = []
for n in range(2):
    t = threading.Thread(target=work, args=(n, out))
    t.start()
    t.join()
print(out, data.x)
