import calendar
import difflib
from calendar import Calendar, HTMLCalendar, TextCalendar

print(calendar.month(2024, 2), calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2024), calendar.weekday(2024, 2, 29), calendar.monthcalendar(2024, 2))
print(TextCalendar(6).formatmonth(2023, 10, 4, 2), TextCalendar().formatyear(2025), calendar.day_name[0], calendar.month_abbr[12], list(calendar.month_name)[:3], calendar.weekheader(3), calendar.timegm((2024, 2, 29, 1, 2, 3)), calendar.MONDAY, repr(calendar.Month.MAY), calendar.firstweekday())
print(list(Calendar(6).itermonthdays2(2024, 9))[:3], Calendar().monthdatescalendar(2024, 9)[0][:2], list(Calendar(3).itermonthdays4(2024, 2))[-2:], HTMLCalendar().formatmonth(2024, 2)[:150])
for f, a in ((calendar.monthrange, (2024, 13)), (calendar.setfirstweekday, (7,))):
    try:
        f(*a)
    except ValueError as e:
        print(type(e).__name__, e)

one = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n".splitlines(True)
two = "one\ntwo!\nthree\nfive\nsix\nseven\neight\nnine\n".splitlines(True)
print("".join(difflib.unified_diff(one, two, "a.txt", "b.txt", "d1", "d2", n=1)), "".join(difflib.context_diff(one, two, "a", "b")), "".join(difflib.ndiff(one, two)), sep="\n")
print("".join(difflib.ndiff(["the quick brown\n", "fox\tjumps\n", "over\n"], ["the quikc brown\n", "fox\tjumped\n", "under\n"])))
s = difflib.SequenceMatcher(None, "qabxcd", "abycdf")
print(s.get_opcodes(), s.get_matching_blocks(), s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.find_longest_match(0, 6, 0, 6))
print(difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9), difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("x", ["y"]), list(difflib.restore(difflib.ndiff(["a", "b"], ["a", "c"]), 2)), list(difflib.unified_diff(["a"], ["a"])), list(difflib.unified_diff([], ["a"], lineterm="")))
