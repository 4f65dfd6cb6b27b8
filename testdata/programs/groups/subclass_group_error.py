# python: 3.11
class Problems(ExceptionGroup):
    def derive(self, excs):
        return Problems(self.message + "/derived", excs)

    def summary(self):
        return ", ".join(type(e).__name__ for e in self.exceptions)


eg = Problems("all", [ValueError(1), ExceptionGroup("inner", [KeyError(2), ValueError(3)]), OSError(4)])
print(eg.summary(), "|", str(eg), "|", repr(eg))
m, r = eg.split(ValueError)
print(type(m).__name__, m, m.exceptions)
print(type(r).__name__, r, r.exceptions)
print(eg.subgroup(lambda e: isinstance(e, OSError)))
print(eg.subgroup(ZeroDivisionError))
try:
    ExceptionGroup("empty", [])
except ValueError as e:
    print(e)
try:
    ExceptionGroup("bad", [1])
except ValueError as e:
    print(e)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
