"""The kinds of tokens, with CPython 3.13's numbers."""

_kinds = """ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS STAR SLASH
VBAR AMPER LESS GREATER EQUAL DOT PERCENT LBRACE RBRACE EQEQUAL NOTEQUAL LESSEQUAL GREATEREQUAL TILDE CIRCUMFLEX
LEFTSHIFT RIGHTSHIFT DOUBLESTAR PLUSEQUAL MINEQUAL STAREQUAL SLASHEQUAL PERCENTEQUAL AMPEREQUAL VBAREQUAL
CIRCUMFLEXEQUAL LEFTSHIFTEQUAL RIGHTSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASH DOUBLESLASHEQUAL AT ATEQUAL RARROW ELLIPSIS
COLONEQUAL EXCLAMATION OP TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD FSTRING_START FSTRING_MIDDLE FSTRING_END COMMENT NL
ERRORTOKEN ENCODING N_TOKENS""".split()

globals().update((_name, _number) for _number, _name in enumerate(_kinds))
NT_OFFSET = 256

tok_name = dict(enumerate(_kinds))
tok_name[NT_OFFSET] = "NT_OFFSET"

_signs = "( ) [ ] : , ; + - * / | & < > = . % { } == != <= >= ~ ^ << >> ** += -= *= /= %= &= |= ^= <<= >>= **= // //= @ @= -> ... := !"
EXACT_TOKEN_TYPES = dict(sorted(zip(_signs.split(), range(LPAR, OP))))

__all__ = ["tok_name", "ISTERMINAL", "ISNONTERMINAL", "ISEOF", "EXACT_TOKEN_TYPES", "NT_OFFSET", *_kinds]


def ISTERMINAL(x):
    """Whether it is a token."""
    return x < NT_OFFSET


def ISNONTERMINAL(x):
    """Whether it is a rule of the grammar."""
    return x >= NT_OFFSET


def ISEOF(x):
    """Whether it is the end."""
    return x == ENDMARKER
