"""The parts of a date that is told outright (day, month, year, season) -> its interval.

A missing year comes from the story; a date that the calendar does not hold, or whose year nothing
fixes, gives None.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date

from dateline import lexicons
from dateline.mentions.times import days, values
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import Reading, Story, is_future
from dateline.records import Token, When

# Two digits for a year mean the hundred years up to a little after the telling.
AHEAD_YEARS = 1
LEAP_DAY = (2, 29)
LAST_MONTH_OF_WINTER = 3
# Without a day of telling: 50-99 are of the twentieth century.
PIVOT = 50
# What a count of people is rounded to as often as not: "on 3 March 2000 soldiers came" is left open.
ROUND = 100


def read(when: When | None, note: str = "as said", value: str = "") -> Reading | None:
    """A reading where there is an interval."""
    return Reading(when, note, value) if when else None


def _year(parts: Parts, story: Story, month: int, day: int | None) -> tuple[int, str] | None:
    """The year as said, or as the story gives it."""
    said = parts.value("year")
    if said is None:
        return story.year_of(parts, month, day)
    return _full_year(said, story), "as said"


def _full_year(said: int, story: Story) -> int:
    if said >= 100:
        return said
    if story.told is None:
        return 1900 + said if said >= PIVOT else 2000 + said
    century = story.told.year - story.told.year % 100
    return century + said - (100 if century + said > story.told.year + AHEAD_YEARS else 0)


def full_date(parts: Parts, story: Story) -> Reading | None:
    """A day and a month, and mostly a year."""
    month, day = parts.value("month"), parts.value("day")
    found = (
        _known_year(parts, month, day)
        or _year_of_weekday(parts, story, month, day)
        or _year(parts, story, month, day)
    )
    if found is None or not 1 <= month <= 12:
        return None
    year, note = found
    if (month, day) == LEAP_DAY and parts.value("year") is None:
        year = min(range(year - 3, year + 1), key=lambda y: (not isleap(y), year - y))
    return read(days.one_day(days.calendar_day(year, month, day)), note)


def date_before_count(parts: Parts, story: Story) -> Reading | None:
    """A full date right before people or things, whose year might count them: "on 3 March 1994 rebels came"."""
    return full_date(parts, story) if parts.value("year") % ROUND else None


def _year_of_weekday(parts: Parts, story: Story, month: int, day: int) -> tuple[int, str] | None:
    """The year, near the telling or the story, in which a date falls on the weekday said with it."""
    near = story.reference(parts.start) or story.stand
    if parts.value("weekday") is None or parts.value("year") is not None or near is None:
        return None
    dates = [days.calendar_day(near.year + step, month, day) for step in (-1, 0, 1)]
    fitting = [d for d in dates if d and d.weekday() == parts.value("weekday")]
    best = min(fitting, key=lambda d: abs(d - near), default=None)
    return (best.year, "year of the weekday") if best else None


def _known_year(parts: Parts, month: int, day: int) -> tuple[int, str] | None:
    """The year of a day that is known by itself ("the Sept. 11 attacks")."""
    after = parts.after
    if parts.value("year") is not None or after is None or not after.lower.startswith(("attack", "hijack")):
        return None
    year = lexicons.load("times")["days"].get(f"{month}-{day}")
    return (year, "a day known by name") if year else None


def known_day(parts: Parts, story: Story) -> Reading | None:
    """A day known by its numbers alone ("9/11"); other pairs of numbers are no date."""
    del story
    month, day = parts.value("month"), parts.value("day")
    year = lexicons.load("times")["days"].get(f"{month}-{day}")
    return read(days.one_day(days.calendar_day(year, month, day)), "a day known by name") if year else None


def numeric(parts: Parts, story: Story) -> Reading | None:
    """A date in figures, where only one order fits; dots always stand after the day."""
    del story
    first, mark, second, last = parts.value("numeric")
    a, b, c = int(first), int(second), int(last)
    if len(first) == 4:
        return read(days.one_day(days.calendar_day(a, b, c)))
    if len(last) != 4:
        return None
    fitting = [(b, a)] if mark == "." else sorted({(b, a), (a, b)})
    dates = [d for month, day in fitting if (d := days.calendar_day(c, month, day))]
    return read(days.one_day(dates[0])) if len(dates) == 1 else None


def day_of_anchor(parts: Parts, story: Story) -> Reading | None:
    """Read "on the 14th": of the month told of."""
    anchor = story.last_told(parts)
    if anchor is None or parts.follows("NOUN", "PROPN", "ADJ", "NUM"):
        return None
    month = anchor.start
    return read(
        days.one_day(days.calendar_day(month.year, month.month, parts.value("day"))), f"month of {month}"
    )


def _joined(first: When | None, last: When | None, note: str) -> Reading | None:
    return read(days.months(first, last), note)


def days_of_month(parts: Parts, story: Story) -> Reading | None:
    """Read "5-7 April"."""
    month, first, last = parts.value("month"), parts.value("day"), parts.value("last_day")
    found = _year(parts, story, month, last)
    if found is None:
        return None
    ends = [days.one_day(days.calendar_day(found[0], month, day)) for day in (first, last)]
    return _joined(ends[0], ends[1], found[1])


def days_of_months(parts: Parts, story: Story) -> Reading | None:
    """Read "28 March to 3 April 2012": one year told serves both, unless the new year lies between."""
    month, last_month = parts.value("month"), parts.value("last_month")
    ends = _end_years(parts, story, (month, parts.value("day")), (last_month, parts.value("last_day")))
    if ends is None:
        return None
    first = days.calendar_day(ends[0], month, parts.value("day"))
    last = days.calendar_day(ends[1], last_month, parts.value("last_day"))
    return _joined(days.one_day(first), days.one_day(last), ends[2])


def _end_years(
    parts: Parts, story: Story, first: tuple[int, int | None], last: tuple[int, int | None]
) -> tuple[int, int, str] | None:
    """The years of both ends of a range."""
    said, last_said = parts.value("year"), parts.value("last_year")
    crosses = (first[0], first[1] or 0) > (last[0], last[1] or 31)
    if said is not None:
        return said, last_said if last_said is not None else said + crosses, "as said"
    if last_said is not None:
        return last_said - crosses, last_said, "as said"
    found = story.year_of(parts, last[0], last[1])
    return (found[0] - crosses, found[0], found[1]) if found else None


def month(parts: Parts, story: Story) -> Reading | None:
    """A month, or the first, middle or last third of one."""
    found = _year(parts, story, parts.value("month"), None)
    if found is None:
        return None
    whole = days.whole_month(found[0], parts.value("month"))
    return read(_not_ahead(edged(whole, parts), parts, story), found[1], value_of(whole))


def month_before_count(parts: Parts, story: Story) -> Reading | None:
    """A month and year right before people or things: "in March 1994 rebels came"."""
    return month(parts, story) if parts.value("year") % ROUND else None


def _not_ahead(when: When | None, parts: Parts, story: Story) -> When | None:
    """A third of a month that is told as over ends with the telling at the latest."""
    told = story.reference(parts.start)
    if when is None or told is None or when.precision != "span" or not when.start <= told < when.end:
        return when
    return when if is_future(parts) else When(when.start, told, "span")


def value_of(whole: When | None) -> str:
    """The value of a calendar unit, for a part of it that has none of its own."""
    return values.of_when(whole) if whole else ""


def edged(when: When | None, parts: Parts) -> When | None:
    """The part of a unit that "early", "mid" or "late" names, where one is said."""
    return days.third(when, parts.edge) if parts.edge else when


def month_before_noun(parts: Parts, story: Story) -> Reading | None:
    """Read "the July attack"; "a May" or "an August" with no noun is no date."""
    return month(parts, story) if parts.follows("NOUN", "ADJ", "PROPN") else None


def month_described(parts: Parts, story: Story) -> Reading | None:
    """Read "the costly August battles"; not "General August Dorn"."""
    before, after = parts.token(parts.before), parts.token(parts.after)
    if before is None or before.pos != "ADJ" or after is None or after.text[0].isupper():
        return None
    return month_before_noun(parts, story)


def months(parts: Parts, story: Story) -> Reading | None:
    """Read "January to March 2012"."""
    ends = _end_years(parts, story, (parts.value("month"), None), (parts.value("last_month"), None))
    if ends is None:
        return None
    first = edged(days.whole_month(ends[0], parts.value("month")), parts)
    return _joined(first, days.whole_month(ends[1], parts.value("last_month")), ends[2])


def piece_of_month(parts: Parts, story: Story) -> Reading | None:
    """The first week, the last days, the second half of a month."""
    found = _year(parts, story, parts.value("month"), None)
    whole = days.whole_month(found[0], parts.value("month")) if found else None
    if found is None or whole is None:
        return None
    nth = parts.value("nth") or -1
    unit = parts.value("unit")
    if unit is None:
        middle = whole.start.replace(day=15)
        half = When(whole.start, middle, "span") if nth == 1 else When(middle, whole.end, "span")
        return read(half, found[1], value_of(whole))
    if unit == "day":
        return read(days.third(whole, "early" if nth == 1 else "late"), found[1], values.length(None, "day"))
    return read(days.week_in(whole, nth), found[1], values.length(1, "week")) if unit == "week" else None


def share_of_year(parts: Parts, story: Story) -> Reading | None:
    """A half or a quarter of a year."""
    del story
    size = 2 if parts.is_a("share", "HALF") else 4
    year, nth = parts.value("year"), parts.value("nth") or -1
    value = f"{values.year_of(year)}-{'H' if size == 2 else 'Q'}{size if nth == -1 else nth}"
    return read(days.share(year, nth, parts=size), value=value)


def month_before_verb(parts: Parts, story: Story) -> Reading | None:
    """Read "September saw heavy fighting"."""
    return month(parts, story) if parts.follows("VERB", "AUX") else None


def season(parts: Parts, story: Story) -> Reading | None:
    """A season of a year told, of this or last year, or the one that the story is in."""
    name = parts.value("season")
    if parts.value("year") is not None:
        return read(days.season(parts.value("year"), name))
    if story.before_era is not None:
        return None
    start = days.SEASON_STARTS[name]
    told = story.reference(parts.start)
    if parts.is_a("which", "THAT") or (parts.word("which") is None and (story.history or told is None)):
        anchor = story.last_told(parts)
        return read(days.season(anchor.start.year, name), f"year of {anchor.start}") if anchor else None
    return _season_seen(parts, told, name, start) if told else None


def season_alone(parts: Parts, story: Story) -> Reading | None:
    """Read "the spring offensive", "through the winter": the season of the story, or the one nearest."""
    name, token = parts.value("season"), parts.token(parts.word("season"))
    if token is None or token.pos not in {"NOUN", "PROPN", "ADJ"} or _is_fall_of(parts, token):
        return None
    if story.before_era is not None:
        return None
    told = story.reference(parts.start)
    if told is not None and not story.in_line(parts.start):
        return _season_seen(parts, told, name, days.SEASON_STARTS[name])
    found = story.year_of(parts, days.SEASON_STARTS[name], None)
    if found is None:
        return None
    if name == "winter":
        return _winter(found, story)
    return read(days.season(found[0], name), found[1])


def _winter(found: tuple[int, str], story: Story) -> Reading | None:
    """A winter told without its year: the one that the story stands in or comes to; it is named by its end."""
    year = found[0]
    if story.history and story.stand and story.stand.month <= LAST_MONTH_OF_WINTER:
        year = story.stand.year - 1
    return read(days.season(year, "winter"), found[1], f"{values.year_of(year + 1)}-WI")


def _is_fall_of(parts: Parts, token: Token) -> bool:
    """Whether "fall" or "spring" is no season ("the fall of the city", "a fall in prices")."""
    if token.lower not in {"fall", "spring"}:
        return False
    if parts.follows("ADP", "PUNCT") and parts.after and parts.after.lower in {"of", "-"}:
        return True
    if token.text[0].isupper():
        return False
    if parts.follows("ADP", "VERB") or (parts.before is not None and parts.before.lower == "a"):
        return True
    return parts.before is None and parts.words[parts.match.start()].lower == token.lower


def _season_seen(parts: Parts, told: date, name: str, start: int) -> Reading | None:
    """The season nearest to the day of the telling, on the side that the words say."""
    year_told = told.year - (name == "winter" and told.month <= 2)
    begun = told.month >= start or year_told < told.year
    if parts.is_a("which", "NEXT"):
        chosen = year_told + (begun and True)
    elif parts.is_a("which", "LAST"):
        now = days.season(year_told, name)
        chosen = year_told if now and now.end < told else year_told - 1
    elif parts.is_a("which", "THIS"):
        chosen = year_told
    else:
        chosen = year_told if begun or is_future(parts) else year_told - 1
    return read(days.season(int(chosen), name), f"seen from {told}")
