# signals int: SIGINT@1s SIGTERM@2s
import asyncio, signal, time
def h(n, f): print("handler", n)
signal.signal(signal.SIGINT, h)
async def main():
    loop=asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, lambda: print("loop handler"))
    print(signal.getsignal(signal.SIGTERM).__name__)
    await asyncio.sleep(1.5); time.sleep(1); print("slept"); await asyncio.sleep(0)
    loop.remove_signal_handler(signal.SIGTERM); print(signal.getsignal(15))
    signal.raise_signal(2)
    def k(n,f): raise KeyboardInterrupt("mine")
    signal.signal(signal.SIGUSR1, k)
    signal.raise_signal(signal.SIGUSR1)
try: asyncio.run(main())
except KeyboardInterrupt as e: print(repr(e))
