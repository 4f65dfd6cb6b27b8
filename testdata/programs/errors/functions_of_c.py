# python: 3.13
import operator, traceback, itertools, datetime, functools, decimal, collections, json
def key(x): raise KeyError(x)
def run(f):
    try:
        f()
    except Exception as e:
        print(traceback.format_exc().replace(__file__, "here.py"), end="")
        print(repr(e.__context__), e.__traceback__.tb_next and e.__traceback__.tb_next.tb_frame.f_code.co_name)
run(lambda: operator.truediv(1, 0))
run(lambda: list(itertools.groupby([1], key)))
run(lambda: sorted([3, 1], key=functools.cmp_to_key(lambda a, b: key(a))))
run(lambda: datetime.date(2020, 13, 1))
run(lambda: collections.OrderedDict().pop("x"))
run(lambda: collections.defaultdict(lambda: key(2))["a"])
run(lambda: collections.defaultdict()["a"])
run(lambda: decimal.Decimal("abc"))
def ctx():
    try: raise ValueError("first")
    except ValueError: operator.truediv(1, 0)
run(ctx)
def ctx2():
    try: raise ValueError("first")
    except ValueError:
        try: datetime.date(1, 1, 50)
        finally: print("fin")
run(ctx2)
class P:
    def __lt__(self, o): return o.missing
run(lambda: operator.lt(P(), 5))
run(lambda: list(map(operator.itemgetter("a"), [{}])))
def reducer(a, b): return operator.sub(a, b)
run(lambda: functools.reduce(reducer, [1, "a"]))
run(lambda: datetime.datetime(2020, 1, 1) + datetime.timedelta(days=10**9))
run(lambda: datetime.datetime.fromisoformat("nope"))
