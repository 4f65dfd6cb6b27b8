import string
import textwrap

print(string.ascii_lowercase[:5], string.digits, string.Template("$who likes ${what}").substitute(who="tim", what="kung pao"))
print(textwrap.fill("the quick brown fox jumps over the lazy dog", 20))
print(textwrap.dedent("""
    a
      b
    """).strip(), textwrap.shorten("Hello  world!", width=8), textwrap.indent("a\nb", "> "))
rows = [("name", "qty"), ("apple", 3), ("fig", 12)]
for r in rows:
    print("{:<8}{:>5}".format(*r))
for name, value in [("pi", 3.14159), ("big", 12345.678)]:
    print(f"{name:.<10}{value:.>12,.2f}")
print("\n".join(f"{'*' * n:^7}" for n in (1, 3, 5)))
print(f"{'a':>{3}}{'b':<3}|{3.0:.0f}|{True}|{None!s:>6}|{[1, 2]!r}|{'x' if 1 else 'y'}|{{}}|{1_000:_}|{0.256:.1%}")
