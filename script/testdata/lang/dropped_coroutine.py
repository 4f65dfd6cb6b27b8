import asyncio, warnings
async def c(): pass
class A:
    def __del__(self): print("del a")
x = c()
a = A()

