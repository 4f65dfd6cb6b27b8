async def c(): pass
def f():
    c()
    print("x", flush=True)
f()
x = c()
print("end", flush=True)
