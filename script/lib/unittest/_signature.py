"""The signature a spec asks of calls."""

import inspect


def is_async(obj):
    return inspect.iscoroutinefunction(obj) or bool(getattr(type(obj), "_mock_is_async", False))


def signature_of(spec, as_instance, eat_self):
    """The signature of calls to what the spec describes, or None."""
    if isinstance(spec, type) and not as_instance:
        spec, eat_self = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        eat_self = isinstance(spec, classmethod)
        spec = spec.__func__
    elif not inspect.isroutine(spec):
        # An instance is called through its class.
        spec = getattr(spec, "__call__", None)
        if spec is None:
            return None
    try:
        signature = inspect.signature(spec)
    except (TypeError, ValueError):
        return None
    if eat_self and inspect.isfunction(spec):
        parameters = list(signature.parameters.values())
        if parameters and parameters[0].kind in (
                inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD):
            signature = signature.replace(parameters=parameters[1:])
    return signature
