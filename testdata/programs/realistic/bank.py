import asyncio
from collections import defaultdict
from dataclasses import dataclass, field


class InsufficientFunds(Exception):
    pass


@dataclass
class Account:
    owner: str
    balance: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)
    history: list = field(default_factory=list, repr=False)

    def apply(self, amount, why):
        if self.balance + amount < 0:
            raise InsufficientFunds(f"{self.owner} has {self.balance}, needs {-amount}")
        self.balance += amount
        self.history.append((why, amount))


class Bank:
    def __init__(self):
        self.accounts = {}
        self.stats = defaultdict(int)

    def open(self, owner, balance):
        self.accounts[owner] = Account(owner, balance)

    async def transfer(self, a, b, amount):
        first, second = sorted((a, b))
        async with self.accounts[first].lock, self.accounts[second].lock:
            await asyncio.sleep(0.01)
            try:
                self.accounts[a].apply(-amount, f"to {b}")
            except InsufficientFunds as e:
                self.stats["refused"] += 1
                return f"refused: {e}"
            await asyncio.sleep(0.01)
            self.accounts[b].apply(amount, f"from {a}")
            self.stats["ok"] += 1
            return "ok"


async def main():
    bank = Bank()
    for owner, balance in (("ann", 100), ("bob", 50), ("cid", 0)):
        bank.open(owner, balance)
    orders = [("ann", "bob", 70), ("ann", "cid", 70), ("bob", "cid", 100), ("cid", "ann", 30), ("bob", "ann", 5)]
    for order, result in zip(orders, await asyncio.gather(*(bank.transfer(*o) for o in orders))):
        print(order, result)
    print(bank.accounts.values() and sum(a.balance for a in bank.accounts.values()), dict(bank.stats))
    for a in bank.accounts.values():
        print(a, a.history)


asyncio.run(main())
