def resource(name):
    print("open", name)
    try:
        for n in range(3):
            yield n
    finally:
        print("close", name)


for n in resource("loop"):
    print(n)
    break
print("after break")
g = resource("rebound")
next(g)
g = None
print("after rebinding")


def local():
    h = resource("local")
    next(h)
    print("leaving")


local()
print("after the call")
next(resource("temporary"))
print("end")
