# signal: SIGTERM@1s
# signal: SIGTERM@2s
import asyncio
import signal

count = 0


async def main():
    loop = asyncio.get_running_loop()
    over = loop.create_future()

    def on_term(sig):
        global count
        count += 1
        print("got", sig.name, count)
        if count == 2:
            over.set_result("twice")

    loop.add_signal_handler(signal.SIGTERM, on_term, signal.SIGTERM)
    print(await over)


asyncio.run(main())
