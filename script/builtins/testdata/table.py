def show(table, **names):
    """Evaluates each line of a table and prints its value or its exception."""
    for line in table.strip().splitlines():
        line = line.strip()
        if not line:
            continue
        try:
            value = eval(line, dict(names))
        except Exception as e:
            print(line, "!", type(e).__name__, e)
        else:
            print(line, "->", repr(value), type(value).__name__)
