"""Policies to choose from."""

from email._policy import Compat32, EmailPolicy, Policy, compat32

__all__ = ["Compat32", "compat32", "Policy", "EmailPolicy", "default", "strict", "SMTP", "HTTP"]

for _kind in Policy, Compat32:
    _kind.__module__ = "email._policybase"
EmailPolicy.__module__ = __name__

default = EmailPolicy()
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep="\r\n")
HTTP = default.clone(linesep="\r\n", max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
