# python: 3.10
s = "Hello, World"
print(s.lower(), s.upper(), s.swapcase(), s.title(), s[::-1], s[-5:], s.replace("l", "L", 2))
print(s.find("o"), s.rfind("o"), s.count("l"), s.split(", "), s.partition(","), "a-b-c".rsplit("-", 1))
print("  x ".strip() + "|", "xxabcxx".strip("x"), "7".zfill(3), "ab".center(6, "*"), "ab".ljust(4) + "|", "ab".rjust(4))
print("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Abc".istitle(), "x".isidentifier())
print(",".join(["a", "b"]), "a\tb".expandtabs(4), "line1\nline2".splitlines(), "x".startswith(("a", "x")), "äöü".encode(), b"\xc3\xa4".decode())
print("%s is %d years and %.2f m, %5s|%-5s|%05d|%x|%%" % ("Al", 30, 1.755, "r", "l", 42, 255))
print("{0} {1} {0} {name!r:>6}".format("a", "b", name="n"), "{:,} {:.3e} {:+} {:b} {:#x} {:^9}".format(1234567, 0.00012, 5, 10, 255, "mid"))
n, f, d = 42, 3.14159, {"k": [1, 2]}
print(f"{n=} {f:.2f} {n:>5}|{n:<5}|{n:^5}|{n:05} {d['k'][0]} {'nested ' + f'{n + 1}'} {f!r:.4} {{}} {n:{'>'}{8}}")
print(repr("it's"), repr('say "hi"'), repr("tab\t\n\x00é\u200b"), ascii("é"), "\N{BULLET}", r"\n", "a" "b")
print("abc" < "abd", "a" * 3, "b" in "abc", max("hello"), sorted("hello"), "ß".upper(), "İ".lower() == "i̇", len("🎉"))
print("a,b,,c".split(","), " a  b ".split(), "abc".translate(str.maketrans("ab", "xy", "c")), "Straße".casefold(), "x=1;y=2".removeprefix("x=").removesuffix("=2"))
