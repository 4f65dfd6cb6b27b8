"""Which keys of a mapping pattern are the same."""
for src in ("{-1: a, -1: b}", "{1: a, 1.0: b}", "{1.5: a, 1.5: b}", "{-0: a, 0: b}", "{-0.0: a, 0: b}", "{None: a, None: b}", "{True: a, 1: b}", "{b'a': a, b'a': b}", "{'1': a, 1: b}", "{-1: a, 1: b}", "{1e400: a, 1e400: b}", "{f'a': b}"):
    try:
        compile(f"match x:\n case {src}: pass", "f", "exec")
        print(src, "ok")
    except SyntaxError as e:
        print(src, e, e.offset, e.end_offset)
