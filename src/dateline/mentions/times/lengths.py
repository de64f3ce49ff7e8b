"""Matches that tell how long, how often, or only roughly when -> TIMEX3 tags without days.

"for three days" is a length, "every Friday" a habit, "recently" a reference that no calendar fixes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from dateline import lexicons
from dateline.mentions.times import values
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import Reading, Story
from dateline.mentions.times.tags import Tag, Tagger, tag, whole
from dateline.mentions.times.words import Word, letters

# A number word from here on multiplies what stands before it ("two hundred").
MULTIPLIER = 100
# Before "a year" these make it a rate ("twice a year", "3 percent a month"), not a length.
RATED = frozenset({"NOUN", "NUM", "SYM"})
# What stands for a unit of which nothing is known.
UNKNOWN = {"hour": "XXXX-XX-XX", "day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}
# Units of which a half or a quarter is told, in smaller ones.
SHARES = {
    "minute": (60, "second"),
    "hour": (60, "minute"),
    "day": (24, "hour"),
    "year": (12, "month"),
    "decade": (10, "year"),
    "century": (100, "year"),
}
ABBREVIATED = frozenset({"hrs", "mins"})
NEARER = frozenset({"day", "week"})
COUNTED_TIMES = frozenset({"once", "twice", "times"})


@cache
def _units() -> dict[str, tuple[str, int]]:
    """Each word for a unit -> the unit, and how many of it the word means."""
    return {word: (unit, count) for word, (unit, count) in lexicons.load("times")["lengths"].items()}


def number(words: Sequence[Word]) -> float | None:
    """The number that words or figures give; None where they leave it open ("several")."""
    total = 0.0
    article = letters()["AN"]
    said = [word for word in words if word.letter != article]
    for word in said or words:
        if isinstance(word.value, list):
            return None
        if isinstance(word.value, (int, float)):
            value = float(word.value)
            total = max(total, 1) * value if value >= MULTIPLIER and total < value else total + value
    return total or None


def length(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "three days", "a few weeks", "two and a half years", "eight-hour"."""
    del story
    unit = parts.word("unit")
    if unit is None or unit.lower not in _units() or _is_fraction(parts, unit):
        return ()
    if parts.before is not None and parts.before.lower == "as" and number(parts.group("count")) is None:
        return ()  # "in as many weeks"
    if parts.word("middle") is not None and not _only_describes(parts):
        return ()
    name, each = _units()[unit.lower]
    words = parts.group("count")
    if words:
        count = number(words)
        half = _half(parts.group("half"))
        count = count * each + half if count is not None else None
        if len(words) == 1 and words[0].letter == letters()["AN"] and unit.lower.endswith("s"):
            count = None
    else:
        count = None if unit.lower.endswith("s") else each
    if parts.word("age") and parts.words[parts.match.end() - 1].lower == "old":
        return ()
    start = parts.match.start() + _leading_article(parts, unit)
    found = tag(
        parts, start, parts.match.end(), values.length(count, name), reading.when if reading else None
    )
    return (found._replace(kind="SET") if _is_rate(parts, words) else found,)


def _half(words: Sequence[Word]) -> float:
    """What "and a half" or "1/2" adds."""
    figures = [word.value for word in words if isinstance(word.value, int)]
    if len(words) == 3 and len(figures) == 2:
        return figures[0] / figures[1]
    return 0.5 if words else 0


def _is_fraction(parts: Parts, unit: Word) -> bool:
    """Whether "three quarters" are no stretch of time."""
    if not unit.lower.startswith("quarter"):
        return False
    of = letters()
    stretch = {
        of["PAST"],
        of["LAST"],
        of["NEXT"],
        of["ORDWORD"],
        of["FOLLOWING"],
        of["PREVIOUS"],
        of["RECENT"],
    }
    said = {word.letter for word in parts.words[slice(*parts.match.span())]}
    return number(parts.group("count")) is not None and not said & stretch


def _leading_article(parts: Parts, unit: Word) -> int:
    """How many words stand before "two-year" that belong to the noun behind it ("the two-year war")."""
    first = parts.words[parts.match.start()]
    of = letters()
    if first.letter not in {of["AN"], of["THE"]}:
        return 0
    dashed = any(w.letter == of["DASH"] for w in parts.words[slice(*parts.match.span())])
    if parts.words[parts.match.start() + 1] == unit:
        return int(dashed)
    singular = not unit.lower.endswith("s") and number(parts.group("count")) not in {1, None}
    return int(dashed or singular)


def _only_describes(parts: Parts) -> bool:
    """Whether the word between the number and the unit only describes ("two full days")."""
    token = parts.token(parts.word("middle"))
    return token is not None and token.pos in {"ADJ", "ADV", "VERB"} and token.lower[0].isalpha()


def _is_rate(parts: Parts, words: Sequence[Word]) -> bool:
    """Whether "a year" says how often."""
    before = parts.token(parts.before)
    if before is None or len(words) != 1 or words[0].letter != letters()["AN"]:
        return False
    if parts.word("unit") != parts.words[parts.match.end() - 1]:
        return False
    return before.lower in COUNTED_TIMES or (before.pos in RATED and words[0].lower == "a")


def bare_length(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "weeks", "years" where no number stands before them."""
    token = parts.token(parts.word("unit"))
    before = parts.token(parts.before)
    if token is None or token.pos != "NOUN" or not token.lower.endswith("s") or token.lower in ABBREVIATED:
        return ()
    if before is not None and before.head == parts.words[parts.match.start()].token and before.dep != "prep":
        return ()
    return length(parts, story, reading)


def plural_length(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "the coming weeks", "the first hours": so many units that nobody counts."""
    unit = parts.word("unit")
    return length(parts, story, reading) if unit and unit.lower.endswith("s") else ()


def share(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "half an hour", "a quarter of a century"."""
    del story, reading
    word = parts.words[parts.match.end() - 1]
    if word.lower not in SHARES:
        return ()
    count, name = SHARES[word.lower]
    part = 2 if parts.word("share") else 4
    return (tag(parts, *parts.match.span(), values.length(count / part, name)),)


def lasting(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "weeklong", "yearlong"."""
    del story, reading
    return (tag(parts, *parts.match.span(), values.length(1, parts.value("often"))),)


def nth_day(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "on the second day", "on the first night": a day of something, nobody says which."""
    del story, reading
    if parts.word("part"):
        return (tag(parts, *parts.match.span(), f"{UNKNOWN['day']}T{parts.value('part')}"),)
    return (tag(parts, *parts.match.span(), UNKNOWN["day"]),) if parts.value("unit") == "day" else ()


def step(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "two weeks after the raid": a length, unless it is itself the date ("the day before,")."""
    if reading is not None:
        return whole(parts, story, reading)
    unit = parts.word("unit")
    if "count" not in parts.match.re.groupindex and not (unit and unit.lower.endswith("s")):
        return ()
    return [found._replace(end=found.end - 1) for found in length(parts, story, None)]


def rate(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "daily", "every month", "each Friday", "per day"."""
    del story, reading
    value = _rate(parts)
    if not value:
        return ()
    return (tag(parts, *parts.match.span(), value)._replace(kind="SET"),)


def _rate(parts: Parts) -> str:
    if unit := parts.word("unit"):
        name, each = _units().get(unit.lower, ("", 0))
        return values.length(each, name) if name else ""
    if parts.word("quarter"):
        return values.length(1, "quarter")
    if parts.word("often"):
        return values.length(1, parts.value("often"))
    if parts.word("month"):
        return f"XXXX-{parts.value('month'):02}"
    if parts.word("season"):
        return f"XXXX-{values.SEASONS[parts.value('season')]}"
    if parts.word("part"):
        return f"XXXX-XX-XXT{parts.value('part')}"
    if parts.word("weekday"):
        return f"XXXX-WXX-{parts.value('weekday') + 1}"
    return "XXXX-WXX-WE" if parts.word("weekend") else ""


def refers(value: str) -> Tagger:
    """What tags a match with a reference that no calendar fixes."""

    def tagger(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
        del story, reading
        return (tag(parts, *parts.match.span(), value),)

    return tagger


def the_future(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "the future", "in future"; before a noun only in a history ("future wars")."""
    if not story.history and parts.follows("NOUN", "PROPN", "ADJ"):
        return ()
    return refers("FUTURE_REF")(parts, story, reading)


def of_history(value: str) -> Tagger:
    """What tags a match with such a reference in a history alone ("former", "at this time")."""

    def tagger(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
        return refers(value)(parts, story, reading) if story.history else ()

    return tagger


def time_told_of(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "at the same time", "during this period" in a history: the date told of last."""
    del reading
    anchor = story.last_told(parts)
    if not story.history:
        return ()
    value = values.of_when(anchor) if anchor and anchor.precision != "span" else "PRESENT_REF"
    return (tag(parts, *parts.match.span(), value),)


def of_the_story(resolve: Callable[[Parts, Story], Reading | None]) -> Tagger:
    """What reads "next year" in a history, where somebody is quoted: from the day that the story stands at."""

    def tagger(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
        if reading is None and story.history and story.stand:
            reading = resolve(parts, Story(story.report, story.stand, (), history=False))
        return whole(parts, story, reading)

    return tagger


def or_length(tagger: Tagger) -> Tagger:
    """What tags "the coming weeks" as a length where it is no unit that a calendar knows."""

    def either(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
        return tagger(parts, story, reading) or plural_length(parts, story, reading)

    return either


def seen_from_told(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "today"; in a history it is the present, whichever that is."""
    if reading is None and story.history and parts.value("today") == 0:
        return refers("PRESENT_REF")(parts, story, reading)
    return whole(parts, story, reading)


def vague_step(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "three days later", "a few years ago", "weeks earlier": vague where nothing fixes it."""
    del reading
    word = next((w for w in reversed(parts.words[slice(*parts.match.span())]) if w.lower in _units()), None)
    if word is None or parts.words[parts.match.end() - 1].letter == letters()["AGO"]:
        return (tag(parts, *parts.match.span(), "PAST_REF"),)
    anchor, unit = story.last_told(parts), _units()[word.lower][0]
    year = values.year_of(anchor.start.year) if anchor else "XXXX"
    value = UNKNOWN.get(unit, "XXXX").replace("XXXX", year if unit in NEARER else "XXXX", 1)
    return (tag(parts, *parts.match.span(), value),)


def unknown(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """The day, month or year that words point to, with X where nothing was told that they could point to."""
    found = whole(parts, story, reading)
    if found or reading is not None:
        return found
    unit, weekday = parts.value("unit"), parts.value("weekday")
    if (word := parts.word("unit")) and word.lower.endswith("s"):
        return length(parts, story, None)
    if story.before_era and unit == "year":
        later = parts.is_a("way", "NEXT") or parts.is_a("way", "FOLLOWING")
        return (tag(parts, *parts.match.span(), values.year_of(-story.before_era + later)),)
    if weekday is not None:
        value = f"XXXX-WXX-{weekday + 1}"
    else:
        value = UNKNOWN.get(unit, "") if unit or not parts.word("part") else UNKNOWN["day"]
    return (tag(parts, *parts.match.span(), value),) if value else ()


def the_past(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "in the past"; not "the past president", "walked past"."""
    if parts.follows("NOUN", "PROPN", "ADJ", "NUM"):
        return ()
    return refers("PAST_REF")(parts, story, reading)
