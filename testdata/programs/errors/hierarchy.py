# python: 3.10
class AppError(Exception):
    code = 1


class NotFound(AppError, LookupError):
    code = 404

    def __init__(self, what, *args):
        super().__init__(what, *args)
        self.what = what

    def __str__(self):
        return f"{self.what} not found"


for kind in (NotFound, AppError, LookupError, Exception):
    try:
        raise NotFound("page", 7)
    except kind as e:
        print(kind.__name__, e, e.args, e.code)
print([c.__name__ for c in NotFound.__mro__])
print(issubclass(NotFound, KeyError), isinstance(NotFound("x"), LookupError))
try:
    raise NotFound
except TypeError as e:
    print(e)
