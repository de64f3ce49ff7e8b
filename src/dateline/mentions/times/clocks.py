"""Times of the clock and parts of a day -> TIMEX3 tags, joined with the day that stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.mentions.times import values
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import Reading, Story
from dateline.mentions.times.tags import Tag, tag
from dateline.mentions.times.words import Word, letters
from dateline.records import When

# Source: our own. Takes "9", "9:30", "0735", "5:30pm"; not "25:00".
_CLOCK = re.compile(r"([01]?\d|2[0-4])(?:[:.]?([0-5]\d))?(am|pm|hrs)?")
NOON, HALF_DAY = 12, 12
UNKNOWN_DAY = "XXXX-XX-XX"


def clock(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "9 a.m.", "10:57", "4 in the morning": on the day told of."""
    del reading
    hour = _hour(parts)
    if not hour:
        return ()
    day, when = _day_told(parts, story)
    return (tag(parts, *parts.match.span(), f"{day}T{hour}", when),)


def _hour(parts: Parts) -> str:
    word = parts.word("clock")
    said = _CLOCK.fullmatch(word.lower) if word else None
    if word is None or said is None:
        return ""
    half = (parts.word("half_day") or word).lower.replace(".", "")
    plain = not (said[3] or parts.word("half_day") or parts.word("part"))
    if plain and ":" not in word.lower:
        return ""
    hour = int(said[1])
    if (half.endswith("pm") or (parts.value("part") or "") in {"AF", "EV", "NI"}) and hour < NOON:
        hour += HALF_DAY
    if half.endswith("am") and hour == NOON:
        hour = 0
    return f"{hour:02}:{said[2] or '00'}"


def _day_told(parts: Parts, story: Story) -> tuple[str, When | None]:
    """The day on which an hour is told: that of the story, else of the telling."""
    anchor = story.last_told(parts)
    if anchor is not None and anchor.precision == "day":
        return values.of_when(anchor), anchor
    told = story.reference(parts.start)
    return (told.isoformat(), When(told, told, "day")) if told else (UNKNOWN_DAY, None)


def part_of_day(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "at noon", "in the morning" of the day told of; "at night" is any night."""
    del reading
    word = parts.word("part")
    if word is None or (parts.follows("NOUN", "PROPN") and not _is_day(parts.after)):
        return ()
    part, the = parts.value("part"), parts.words[parts.match.start()].lower == "the"
    if not the and not part[0].isdigit():
        return (tag(parts, *parts.match.span(), f"{UNKNOWN_DAY}T{part}"),)
    day, when = _day_told(parts, story)
    return (tag(parts, *parts.match.span(), f"{day}T{part}", when),)


def any_part_of_day(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "a night attack" in a history: any night."""
    del reading
    token = parts.token(parts.word("part"))
    value = f"{UNKNOWN_DAY}T{parts.value('part')}"
    plain = token is not None and token.text[0].islower()
    return (tag(parts, *parts.match.span(), value),) if story.history and plain else ()


def some_part_of_day(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "one night": nobody says which."""
    del story, reading
    word = parts.word("some")
    one = word is not None and word.lower == "one"
    return (tag(parts, *parts.match.span(), f"{UNKNOWN_DAY}T{parts.value('part')}"),) if one else ()


def _is_day(word: Word | None) -> bool:
    of = letters()
    return word is not None and word.letter in {of["WEEKDAY"], of["MONTH"], of["TODAY"]}


def joined(tags: Sequence[Tag], words: Sequence[Word]) -> list[Tag]:
    """An hour and the day right behind it are one expression: "9 a.m. EST Tuesday", "noon Saturday"."""
    comma, on = letters()["COMMA"], letters()["ON"]
    found: list[Tag] = []
    for new in tags:
        old = found[-1] if found else None
        if old is None or not _is_hour(old) or len(new.value) != len(UNKNOWN_DAY):
            found.append(new)
            continue
        gap = words[old.end : new.start]
        value = new.value + old.value[len(UNKNOWN_DAY) :]
        between = [w.letter for w in gap]
        if between in ([], [comma]):
            found[-1] = Tag(old.start, new.end, value, "TIME", new.when)
            continue
        if between == [on]:  # "at 5 p.m. on March 14": two expressions, one day
            found[-1] = old._replace(value=value, when=new.when)
        found.append(new)
    return found


def _is_hour(tag: Tag) -> bool:
    return tag.kind == "TIME" and tag.value[len(UNKNOWN_DAY) : len(UNKNOWN_DAY) + 1] == "T"
