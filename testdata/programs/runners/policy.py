import asyncio
import warnings

warnings.simplefilter("ignore")
policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.AbstractEventLoopPolicy))


class Counting(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        Counting.made += 1
        return super().new_event_loop()


asyncio.set_event_loop_policy(Counting())
for _ in range(3):
    asyncio.run(asyncio.sleep(0))
print(Counting.made)
asyncio.set_event_loop_policy(None)
