"""What is asserted of the calls of a mock."""

from ._call import _Call, _CallList, _shown
from .util import safe_repr


class CallAsserts:
    def _format_mock_call_signature(self, args, kwargs):
        return _shown(self._mock_name or "mock", args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action="call"):
        last = self.call_args if action == "call" else self.await_args
        return (f"expected {action} not found.\nExpected: {self._format_mock_call_signature(args, kwargs)}\n"
                f"  Actual: {self._format_mock_call_signature(*last)}")

    def _call_matcher(self, this):
        """The call with its arguments as the spec's signature binds them; or why it does not."""
        signature = self._spec_signature
        if isinstance(this, tuple) and len(this) > 2 and this[0]:
            signature = self._signature_below(this[0])
        if signature is None:
            return this
        name, args, kwargs = ("", *this) if len(this) == 2 else this
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs))

    def _signature_below(self, path):
        at = self
        for part in path.replace("()", "").split("."):
            at = at._mock_children.get(part) if hasattr(at, "_mock_children") else None
            at = getattr(at, "mock", at) if callable(at) and not isinstance(at, CallAsserts) else at
            if at is None or not isinstance(at, CallAsserts):
                return None
        return at._spec_signature

    def _name_or_mock(self):
        return self._mock_name or "mock"

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(
                f"Expected '{self._name_or_mock()}' to not have been called. "
                f"Called {self.call_count} times.{self._calls_repr()}")

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._name_or_mock()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._name_or_mock()}' to have been called once. "
                f"Called {self.call_count} times.{self._calls_repr()}")

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError(
                f"expected call not found.\nExpected: {self._format_mock_call_signature(args, kwargs)}\n"
                "  Actual: not called.")
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        actual = self._call_matcher(self.call_args)
        if actual != wanted:
            cause = wanted if isinstance(wanted, Exception) else None
            raise AssertionError(self._format_mock_failure_message(args, kwargs)) from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._name_or_mock()}' to be called once. "
                f"Called {self.call_count} times.{self._calls_repr()}")
        return self.assert_called_with(*args, **kwargs)

    def _matched(self, calls, noun, made, any_order, unordered, where):
        wanted = [self._call_matcher(c) for c in calls]
        cause = next((e for e in wanted if isinstance(e, Exception)), None)
        actual = _CallList(self._call_matcher(c) for c in made)
        if not any_order:
            if wanted not in actual:
                if cause is None:
                    problem = f"{noun}s not found."
                else:
                    errors = [e if isinstance(e, Exception) else None for e in wanted]
                    problem = f"Error processing expected {noun.lower()}s.\nErrors: {errors}"
                raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}\n{where}") from cause
            return
        rest = list(actual)
        missing = []
        for c in wanted:
            try:
                rest.remove(c)
            except ValueError:
                missing.append(c)
        if missing:
            raise AssertionError(unordered(tuple(missing), actual)) from cause

    def assert_has_calls(self, calls, any_order=False):
        self._matched(
            calls, "Call", self.mock_calls, any_order,
            lambda missing, actual: f"{self._name_or_mock()!r} does not contain all of {missing!r} in its call list, "
                                    f"found {actual!r} instead",
            f"  Actual: {safe_repr(self.mock_calls)}")

    def assert_any_call(self, /, *args, **kwargs):
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        cause = wanted if isinstance(wanted, Exception) else None
        if cause or not any(self._call_matcher(c) == wanted for c in self.call_args_list):
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} call not found") from cause


class AsyncCallAsserts:
    _mock_is_async = True

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f"Expected {self._name_or_mock()} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(
                f"Expected {self._name_or_mock()} to have been awaited once. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(
                f"Expected await: {self._format_mock_call_signature(args, kwargs)}\nNot awaited")
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(self.await_args) != wanted:
            cause = wanted if isinstance(wanted, Exception) else None
            raise AssertionError(self._format_mock_failure_message(args, kwargs, "await")) from cause

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        cause = wanted if isinstance(wanted, Exception) else None
        if cause or not any(self._call_matcher(c) == wanted for c in self.await_args_list):
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} await not found") from cause

    def assert_has_awaits(self, calls, any_order=False):
        self._matched(
            calls, "Await", self.await_args_list, any_order,
            lambda missing, actual: f"{missing!r} not all found in await list",
            f"Actual: {self.await_args_list}")

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(
                f"Expected {self._name_or_mock()} to not have been awaited. Awaited {self.await_count} times.")
