"""The parts of a date that is told from another day ("last Friday", "two days later") -> its interval.

The other day is that of the telling (the report's, or the line's in a chronology) or the date told of
last. Where there is none, the reading is None: nothing is guessed.
"""

from __future__ import annotations

from datetime import date, timedelta

from dateline.mentions.times import days, values
from dateline.mentions.times.outright import full_date, read
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import Pending, Reading, Story, is_future, verb_of
from dateline.records import When

# The precision of a date that a step of a unit may start from.
FINE_ENOUGH = {
    "day": ("day",),
    "week": ("day", "week"),
    "fortnight": ("day", "week"),
    "month": ("day", "week", "month"),
    "year": ("day", "week", "month", "season", "year"),
}


def seen(when: When | None, told: date, what: str, value: str = "") -> Reading | None:
    """A reading seen from a day."""
    return read(when, f"{what} {told}", value)


def weekday_of_week(parts: Parts, story: Story) -> Reading | None:
    """Read "Friday last week"."""
    week = unit(parts, story)
    if week is None or week.when.precision != "week":
        return None
    found = week.when.start + timedelta(days=parts.value("weekday"))
    return read(days.one_day(found), f"in the week of {week.when.start}")


def until(first: date, last: date) -> When:
    """A stretch of days."""
    return When(first, last, "span")


def relative_month(parts: Parts, story: Story) -> Reading | None:
    """Read "last March": the last such month that is over; "this March" that of this year."""
    told, month = story.reference(parts.start), parts.value("month")
    if told is None:
        return None
    year = told.year
    if parts.is_a("which", "LAST"):
        year -= month >= told.month
    elif parts.is_a("which", "NEXT"):
        year += month <= told.month
    when = days.whole_month(year, month)
    value = values.of_when(when) if when else ""
    return seen(days.third(when, parts.edge) if parts.edge else when, told, "seen from", value)


def month_of_year(parts: Parts, story: Story) -> Reading | None:
    """Read "July last year", "5 March this year", "August of that year"."""
    if parts.value("unit") != "year":
        return None
    whole = unit(parts, story) if parts.word("which") else beside(parts, story)
    if whole is None:
        return None
    year, month = whole.when.start.year, parts.value("month")
    day = parts.value("day") or parts.value("last_day")
    if day:
        return read(days.one_day(days.calendar_day(year, month, day)), whole.note)
    when = days.whole_month(year, month)
    value = values.of_when(when) if when else ""
    return read(days.third(when, parts.edge) if parts.edge else when, whole.note, value)


def today(parts: Parts, story: Story) -> Reading | None:
    """Read "today", "yesterday", "the day before yesterday"."""
    told = story.reference(parts.start)
    if told is None:
        return None
    steps = parts.value("today")
    steps += -1 if parts.is_a("way", "BEFORE") else 1 if parts.is_a("way", "AFTER") else 0
    return seen(days.one_day(days.step(told, "day", steps)), told, "seen from")


def todays(parts: Parts, story: Story) -> Reading | None:
    """Read "yesterday and this morning", "yesterday and today"."""
    told = story.reference(parts.start)
    if told is None:
        return None
    first = days.step(told, "day", parts.value("today"))
    last = days.step(told, "day", parts.value("last_today") or 0)
    return seen(until(first, last), told, "seen from") if first and last and first < last else None


def part_of_today(parts: Parts, story: Story) -> Reading | None:
    """Read "this morning"; "last night" is the night before."""
    told = story.reference(parts.start)
    if told is None:
        return None
    back = -1 if parts.is_a("which", "LAST") else 0
    return seen(days.one_day(days.step(told, "day", back)), told, "seen from")


def overnight(parts: Parts, story: Story) -> Reading | None:
    """The night that ends on the day of the telling."""
    told = story.reference(parts.start)
    before = days.step(told, "day", -1) if told else None
    if told is None or before is None:
        return None
    return seen(until(before, told), told, "night before", f"{told}TNI")


def unit(parts: Parts, story: Story) -> Reading | None:
    """Read "last week", "this year", "earlier this month", "late last year"."""
    told, name = story.reference(parts.start), parts.value("unit")
    word = parts.word("unit")
    if told is None and parts.is_a("which", "THIS") and (anchor := story.last_told(parts)):
        told = anchor.start if anchor.precision in FINE_ENOUGH.get(name, ()) else None
    if (
        told is None
        or word is None
        or word.lower.endswith("s")
        or name in {"day", "hour", "decade", "century"}
    ):
        return None
    steps = -1 if parts.is_a("which", "LAST") else 1 if parts.is_a("which", "NEXT") else 0
    day = days.step(told, name, steps)
    when = days.unit_around(day, name) if day else None
    value = values.of_when(when) if when else ""
    if when and parts.edge:
        when = days.third(when, parts.edge)
    if when and steps == 0 and (parts.is_a("side", "EARLIER") or _so_far(parts)):
        when = until(when.start, told)
    if when and steps == 0 and parts.is_a("side", "LATER"):
        when = until(told, when.end)
    return seen(when, told, "seen from", value)


def share_of_unit(parts: Parts, story: Story) -> Reading | None:
    """Read "the first half of this year"."""
    whole = unit(parts, story) if parts.value("unit") == "year" else None
    nth = parts.value("nth") or -1
    if whole is None:
        return None
    year = whole.when.start.year
    return read(days.share(year, nth, parts=2), whole.note, f"{year}-H{2 if nth == -1 else nth}")


def this_day(parts: Parts, story: Story) -> Reading | None:
    """Read "this day" in a history: the day told of last."""
    anchor = story.last_told(parts) if story.history and parts.value("unit") == "day" else None
    return read(anchor, f"day of {anchor.start}") if anchor and anchor.precision == "day" else None


def _so_far(parts: Parts) -> bool:
    """Whether "so far" stands before the expression."""
    k = parts.match.start()
    return [word.lower for word in parts.words[max(0, k - 2) : k]] == ["so", "far"]


def end_of_unit(parts: Parts, story: Story) -> Reading | None:
    """Read "year-end", "at the month's end": of the unit told of, else of that of the telling."""
    name, bound = parts.value("unit"), parts.word("bound")
    if bound is None or bound.lower != "end" or name not in {"month", "year"}:
        return None
    anchor = story.last_told(parts) if story.history else None
    day = anchor.start if anchor else story.reference(parts.start)
    whole = days.unit_around(day, name) if day else None
    return read(days.third(whole, "late"), f"end of the {name}", values.of_when(whole)) if whole else None


def week_of(parts: Parts, story: Story) -> Reading | None:
    """Read "the week of March 6": the week that holds the day."""
    found = full_date(parts, story) if parts.value("unit") == "week" else None
    return read(days.week_of(found.when.start), found.note) if found else None


def window(parts: Parts, story: Story) -> Reading | None:
    """Read "the past 48 hours", "the last three days": so many units back from the telling, up to it."""
    told, name = story.reference(parts.start), parts.value("unit")
    if told is None:
        return None
    word = parts.word("unit")
    count = parts.count if "count" in parts.match.re.groupindex else (1, 1)
    if count is None or word is None or (count == (1, 1) and (word.lower.endswith("s") or name == "day")):
        return None
    first = days.step(told, name, -count[1])
    return seen(until(first, told), told, "back from") if first else None


def window_of_perfect(parts: Parts, story: Story) -> Reading | None:
    """Read "in two months" as a window where something "has been" done in it; else it is a length."""
    verb = verb_of(parts.sentence, parts.head)
    tokens = parts.sentence.tokens
    perfect = verb is not None and any(tokens[k].lower in {"has", "have"} for k in parts.sentence.kids[verb])
    return window(parts, story) if perfect else None


def ago(parts: Parts, story: Story) -> Reading | None:
    """Read "eight days ago": a day; weeks, months and years ago keep the whole unit."""
    told, count, name = story.reference(parts.start), parts.count, parts.value("unit")
    if told is None or count is None or name in {"decade", "century"}:
        return None
    return seen(_stepped(told, told, name, (-count[1], -count[0])), told, "back from")


def _stepped(first: date, last: date, name: str, counts: tuple[int, int]) -> When | None:
    """The unit so many steps from a date, or the stretch where the count is vague."""
    if name == "hour":
        return days.one_day(first) if max(map(abs, counts)) < 12 else _hours(first, counts)
    low, high = days.step(first, name, counts[0]), days.step(last, name, counts[1])
    start, end = (days.unit_around(d, name) if d else None for d in (low, high))
    if start is None or end is None:
        return None
    return start if counts[0] == counts[1] and first == last else until(start.start, end.end)


def _hours(first: date, counts: tuple[int, int]) -> When | None:
    return days.one_day(days.step(first, "hour", counts[0]))


def shift(parts: Parts, story: Story) -> Reading | None:
    """Read "three days later", "four months earlier": from the date told of last."""
    anchor, count, name = story.last_told(parts), parts.count, parts.value("unit")
    if anchor is None or count is None:
        return None
    return shifted(anchor, name, count, later=parts.is_a("way", "LATER") or parts.is_a("way", "AFTER"))


def shifted(anchor: When, name: str, count: tuple[int, int], *, later: bool) -> Reading | None:
    """So many units on or back from an interval, where that interval is fine enough."""
    if anchor.precision not in FINE_ENOUGH.get(name, ()):
        return None
    low, high = count if later else (-count[1], -count[0])
    base = anchor.end if later else anchor.start
    when = _stepped(base, base, name, (low, high))
    return read(when, f"from {base}")


def shift_from(parts: Parts, story: Story) -> Reading | None:
    """Read "two weeks after 3 March", "the day before": from the date behind it, else the last.

    Where an event stands behind ("a week after the raid"), nothing is said of its day: None.
    """
    count = parts.count if "count" in parts.match.re.groupindex else (1, 1)
    name = parts.value("unit")
    if count is None:
        return None
    if parts.after is None or parts.follows("PUNCT", "CCONJ"):
        anchor = story.last_told(parts)
        return shifted(anchor, name, count, later=parts.is_a("way", "AFTER")) if anchor else None
    back = parts.is_a("way", "BEFORE")
    sign = (-count[1], -count[0]) if back else count
    story.pending = Pending(
        parts.match.end(), parts.match.start(), parts.sentence.index, sign, name, "from the date behind"
    )
    return None


def after_pending(pending: Pending, base: When) -> Reading | None:
    """The step that was waiting, taken from the date right behind it."""
    later = pending.steps[0] >= 0
    count = pending.steps if later else (-pending.steps[1], -pending.steps[0])
    return shifted(base, pending.unit, count, later=later)


def beside(parts: Parts, story: Story) -> Reading | None:
    """Read "the following day", "that year", "the same night", "the next Monday"."""
    anchor = story.last_told(parts)
    if anchor is None or (parts.is_a("way", "THAT") and not _is_determiner(parts)):
        return None
    steps = 0
    if parts.is_a("way", "NEXT") or parts.is_a("way", "FOLLOWING"):
        steps = 1
    elif parts.is_a("way", "PREVIOUS"):
        steps = -1
    if parts.word("weekday"):
        return _weekday_beside(parts, anchor, steps)
    if parts.word("season"):
        return read(days.season(anchor.start.year + steps, parts.value("season")), f"from {anchor.start}")
    if parts.word("month") and not parts.word("unit"):
        return _month_beside(parts, anchor, steps)
    name = parts.value("unit") or "day"
    word = parts.word("unit")
    if name not in FINE_ENOUGH or (word and word.lower.endswith("s")):
        return None
    return _unit_beside(anchor, name, steps)


def _is_determiner(parts: Parts) -> bool:
    token = parts.token(parts.word("way"))
    return token is not None and token.tag == "DT"


def _unit_beside(anchor: When, name: str, steps: int) -> Reading | None:
    if anchor.precision not in FINE_ENOUGH[name] and not (steps == 0 and anchor.precision == "span"):
        return None
    base = anchor.end if steps > 0 else anchor.start
    day = days.step(base, name, steps)
    return read(days.unit_around(day, name), f"from {base}") if day else None


def _weekday_beside(parts: Parts, anchor: When, steps: int) -> Reading | None:
    if anchor.precision not in {"day", "week"}:
        return None
    if steps < 0:
        found = days.weekday_before(anchor.start, parts.value("weekday"), or_same=False)
    else:
        found = days.weekday_after(anchor.end, parts.value("weekday"), or_same=steps == 0)
    return read(days.one_day(found), f"from {anchor.start}")


def _month_beside(parts: Parts, anchor: When, steps: int) -> Reading | None:
    month, at = parts.value("month"), anchor.start
    year = at.year + (steps > 0 and month <= at.month) - (steps < 0 and month >= at.month)
    return read(days.whole_month(year, month), f"from {at}")


def stretch(parts: Parts, story: Story) -> Reading | None:
    """Read "the next three days", in a story: the days that follow the date told of last."""
    anchor, count, name = story.last_told(parts), parts.count, parts.value("unit")
    if (
        anchor is None
        or count is None
        or is_future(parts)
        or anchor.precision not in FINE_ENOUGH.get(name, ())
    ):
        return None
    if parts.is_a("way", "PREVIOUS"):
        first, last = days.step(anchor.start, name, -count[1]), days.step(anchor.start, "day", -1)
    else:
        first, last = days.step(anchor.end, "day", 1), days.step(anchor.end, name, count[1])
    return read(until(first, last), f"from {anchor.start}") if first and last and first <= last else None


def rest_of_unit(parts: Parts, story: Story) -> Reading | None:
    """Read "later that year", "earlier in the day": the unit of the date told of, before or after it."""
    anchor, name = story.last_told(parts), parts.value("unit") or "day"
    if anchor is None and parts.words[parts.match.end() - 2].lower == "the":
        told = story.reference(parts.start)
        anchor = days.one_day(told)
    if anchor is None or name not in FINE_ENOUGH or (anchor.precision in {"year", "span"} and name != "year"):
        return None
    whole = days.unit_around(anchor.start, name)
    if whole is None:
        return None
    if name == "day":
        return read(whole, f"day of {anchor.start}")
    value = values.of_when(whole)
    if parts.is_a("side", "EARLIER"):
        return read(until(whole.start, max(whole.start, anchor.start)), f"up to {anchor.start}", value)
    if parts.is_a("side", "LATER"):
        return read(until(anchor.start, max(whole.end, anchor.start)), f"from {anchor.start}", value)
    note = f"in the {name} of {anchor.start}"
    return read(days.third(whole, parts.edge or parts.value("side")), note, value)
