import csv
import io
import json
from collections import defaultdict
from decimal import Decimal
from datetime import date

RAW = """date,item,qty,price
2024-01-05,widget,10,2.50
2024-01-07,gadget,3,19.99
2024-02-01,widget,-4,2.50
2024-02-11,"bolt, large",100,0.05
"""
months = defaultdict(Decimal)
stock = defaultdict(int)
for row in csv.DictReader(io.StringIO(RAW)):
    d = date.fromisoformat(row["date"])
    months[d.strftime("%Y-%m")] += int(row["qty"]) * Decimal(row["price"])
    stock[row["item"]] += int(row["qty"])
for m, total in sorted(months.items()):
    print(f"{m} {total:>10,.2f}")
print(json.dumps(stock, indent=1, sort_keys=True))
out = io.StringIO()
w = csv.writer(out)
w.writerow(["item", "left"])
w.writerows(sorted(stock.items()))
print(out.getvalue().replace("\r\n", "\n"), end="")
