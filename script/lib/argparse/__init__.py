"""Command lines: options and arguments, their help and their errors."""

from argparse._actions import (Action, BooleanOptionalAction, FileType, Namespace, ONE_OR_MORE, OPTIONAL, PARSER,
                               REMAINDER, SUPPRESS, ZERO_OR_MORE)
from argparse._errors import ArgumentError, ArgumentTypeError
from argparse._help import (ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
                            RawDescriptionHelpFormatter, RawTextHelpFormatter)
from argparse._parser import ArgumentParser
from argparse import _actions, _container, _parser

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType",
           "HelpFormatter", "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
           "MetavarTypeHelpFormatter", "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER",
           "SUPPRESS", "ZERO_OR_MORE"]

_StoreAction = _actions._StoreAction
_StoreConstAction = _actions._StoreConstAction
_StoreTrueAction = _actions._StoreTrueAction
_StoreFalseAction = _actions._StoreFalseAction
_AppendAction = _actions._AppendAction
_AppendConstAction = _actions._AppendConstAction
_CountAction = _actions._CountAction
_HelpAction = _actions._HelpAction
_VersionAction = _actions._VersionAction
_ExtendAction = _actions._ExtendAction
_SubParsersAction = _parser._SubParsersAction
_ArgumentGroup = _container._ArgumentGroup
_MutuallyExclusiveGroup = _container._MutuallyExclusiveGroup

for _class in (Action, BooleanOptionalAction, FileType, Namespace, ArgumentError, ArgumentTypeError, ArgumentParser,
               HelpFormatter, ArgumentDefaultsHelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter,
               MetavarTypeHelpFormatter, _SubParsersAction, _ArgumentGroup, _MutuallyExclusiveGroup, _StoreAction,
               _StoreConstAction, _StoreTrueAction, _StoreFalseAction, _AppendAction, _AppendConstAction,
               _CountAction, _HelpAction, _VersionAction, _ExtendAction):
    _class.__module__ = "argparse"
del _class
