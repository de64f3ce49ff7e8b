"""Days of the week and weekends, seen from the day of the telling -> their intervals."""

from __future__ import annotations

from datetime import timedelta

from dateline.mentions.times import days, values
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.relative import seen, until
from dateline.mentions.times.story import Reading, Story, is_future, is_past

# On these days of the week "this weekend" still means the one just over (Monday to Wednesday).
LAST_DAY_LOOKING_BACK = 2


def weekday(parts: Parts, story: Story) -> Reading | None:
    """Read "on Saturday", "last Thursday", "next Tuesday"."""
    told, day = story.reference(parts.start), parts.value("weekday")
    if told is None:
        return None
    if parts.is_a("which", "LAST") or parts.is_a("which", "PAST"):
        found = days.weekday_before(told, day, or_same=False)
    elif parts.is_a("which", "NEXT"):
        found = days.weekday_after(told, day, or_same=False)
    elif is_future(parts):
        found = days.weekday_after(told, day, or_same=True)
    else:
        found = days.weekday_before(told, day, or_same=True)
    side = "before" if found < told else "on" if found == told else "after"
    return seen(days.one_day(found), told, f"{found:%A} {side}")


def weekdays(parts: Parts, story: Story) -> Reading | None:
    """Read "from Friday to Sunday": the later day first, then the one before it."""
    told = story.reference(parts.start)
    if told is None:
        return None
    if is_future(parts):
        first = days.weekday_after(told, parts.value("weekday"), or_same=True)
        return seen(
            until(first, days.weekday_after(first, parts.value("last_weekday"), or_same=False)),
            told,
            "after",
        )
    last = days.weekday_before(told, parts.value("last_weekday"), or_same=True)
    return seen(until(days.weekday_before(last, parts.value("weekday"), or_same=False), last), told, "before")


def weekend(parts: Parts, story: Story) -> Reading | None:
    """Read "over the weekend": the one that is over or running, unless the words look ahead."""
    told = story.reference(parts.start)
    if told is None:
        return None
    this = days.weekend_of(told)
    before = days.weekend_of(told - timedelta(days=7))
    if parts.is_a("which", "NEXT"):
        when = days.weekend_of(told + timedelta(days=7)) if this.start <= told else this
    elif parts.is_a("which", "LAST") or parts.is_a("which", "PAST"):
        when = before
    else:
        ahead = is_future(parts) or (
            parts.is_a("which", "THIS") and told.weekday() > LAST_DAY_LOOKING_BACK and not is_past(parts)
        )
        when = this if this.start <= told or ahead else before
    return seen(when, told, "seen from", f"{values.week(when.start)}-WE")
