"""Paragraphs broken into lines, and indentation."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_white = "\t\n\x0b\x0c\r "


class TextWrapper:
    """Wraps text by settings."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        """Words, pieces of hyphenated words, and the blanks between."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in _white:
                text = text.replace(c, " ")
        chunks, at = [], 0
        while at < len(text):
            end = at
            blank = text[at] in _white
            while end < len(text) and (text[end] in _white) == blank:
                end += 1
            if blank or not self.break_on_hyphens:
                chunks.append(text[at:end])
            else:
                chunks.extend(_hyphen_parts(text[at:end]))
            at = end
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                word = chunks[i].rstrip("\"'")
                if chunks[i + 1] == " " and len(word) > 1 and word[-1] in ".!?" \
                        and word[-2].islower():
                    chunks[i + 1] = "  "
        return chunks

    def _long_word(self, chunks, line, used, width):
        room = width - used if width >= 1 else 1
        if self.break_long_words:
            end = room
            word = chunks[-1]
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind("-", 0, room)
                if hyphen > 0 and any(c != "-" for c in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def wrap(self, text):
        """The lines."""
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            first = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(first) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks = self._chunks(text)[::-1]
        while chunks:
            start = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(start)
            line, used = [], 0
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                chunks.pop()
            while chunks and used + len(chunks[-1]) <= width:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._long_word(chunks, line, used, width)
                used = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                used -= len(line.pop())
            if not line:
                continue
            last = not chunks or (self.drop_whitespace and len(chunks) == 1
                                  and not chunks[0].strip())
            if self.max_lines is None or len(lines) + 1 < self.max_lines \
                    or (last and used <= width):
                lines.append(start + "".join(line))
                continue
            self._cut(lines, line, used, width, start)
            break
        return lines

    def _cut(self, lines, line, used, width, start):
        """Ends the last line allowed with the placeholder."""
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= width:
                lines.append(start + "".join(line) + self.placeholder)
                return
            used -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(start + self.placeholder.lstrip())

    def fill(self, text):
        """The lines as one text."""
        return "\n".join(self.wrap(text))


def _is_letter(c):
    return c.isalpha()


def _hyphen_parts(word):
    """Breaks after hyphens between letters, and around dashes."""
    parts, start, at = [], 0, 0
    size = len(word)
    while at < size:
        if word[at] != "-":
            at += 1
            continue
        end = at
        while end < size and word[end] == "-":
            end += 1
        if end - at >= 2:
            if at > start and end < size and (word[end].isalnum() or word[end] == "_") \
                    and (word[at - 1].isalnum() or word[at - 1] in "_!\"'&.,?"):
                parts.append(word[start:at])
                parts.append(word[at:end])
                start = end
        elif (at - start >= 2 and _is_letter(word[at - 1]) and _is_letter(word[at - 2])
                and end + 1 < size and _is_letter(word[end])
                and (_is_letter(word[end + 1]) or word[end + 1] == "-")):
            parts.append(word[start:end])
            start = end
        at = end
    if start < size:
        parts.append(word[start:])
    return parts


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph broken into lines."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """One line, cut at a word."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Removes the indentation that all lines share."""
    rows = text.split("\n")
    margin = None
    for i, row in enumerate(rows):
        bare = row.lstrip(" \t")
        if not bare:
            rows[i] = ""
            continue
        blank = row[:len(row) - len(bare)]
        if margin is None:
            margin = blank
        else:
            n = 0
            while n < min(len(margin), len(blank)) and margin[n] == blank[n]:
                n += 1
            margin = margin[:n]
    if margin:
        rows = [row[len(margin):] if row else row for row in rows]
    return "\n".join(rows)


def indent(text, prefix, predicate=None):
    """Puts prefix in front of lines that are not blank, or that predicate chooses."""
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + row if predicate(row) else row for row in text.splitlines(True)])
