"""TIMEX3 tags: which words, which type, which value; and that the days beside them say the same.

Every sentence is made up. A row is (published, text, expected); an expected tag is "words | TYPE | value".
"""

from __future__ import annotations

import calendar
import functools
import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from dateline.language import load, parse
from dateline.mentions import times
from dateline.records import Report, ReportId, Timex

MONDAY = "2022-02-07"  # a Monday


@functools.cache
def _engine() -> Any:
    return load()


def _timexes(text: str, published: str | None) -> tuple[Timex, ...]:
    day = date.fromisoformat(published) if published else None
    report = Report(id=ReportId("made-up"), text=text, published=day)
    sentences, _ = parse(report, _engine())
    return times.timexes(report, sentences)


def _tagged(text: str, published: str | None) -> list[str]:
    return [f"{' '.join(t.span.of(text).split())} | {t.kind} | {t.value}" for t in _timexes(text, published)]


DATES = [
    (MONDAY, "The depot burned on Jan. 20.", ["Jan. 20 | DATE | 2022-01-20"]),
    (MONDAY, "The depot burned in early 2016.", ["early 2016 | DATE | 2016"]),
    (MONDAY, "It fell in mid-March 2014.", ["mid-March 2014 | DATE | 2014-03"]),
    (MONDAY, "It fell at the end of 2014.", ["the end of 2014 | DATE | 2014"]),
    (MONDAY, "Gunmen came last week.", ["last week | DATE | 2022-W05"]),
    (MONDAY, "Gunmen came last Thursday.", ["last Thursday | DATE | 2022-02-03"]),
    (MONDAY, "Talks will resume on Thursday.", ["Thursday | DATE | 2022-02-10"]),
    (MONDAY, "The truce is to be signed by March 1.", ["March 1 | DATE | 2022-03-01"]),
    (MONDAY, "Gunmen came over the weekend.", ["the weekend | DATE | 2022-W05-WE"]),
    (MONDAY, "The town was bombed in the 1980s.", ["the 1980s | DATE | 198"]),
    (
        MONDAY,
        "Shells fell yesterday and this morning.",
        ["yesterday | DATE | 2022-02-06", "this morning | TIME | 2022-02-07TMO"],
    ),
    (
        MONDAY,
        "Shells fell on Thursday and Friday.",
        ["Thursday | DATE | 2022-02-03", "Friday | DATE | 2022-02-04"],
    ),
    (MONDAY, "Ten died in December and January.", ["December | DATE | 2021-12", "January | DATE | 2022-01"]),
    (MONDAY, "Fighting in the summer killed 40.", ["the summer | DATE | 2021-SU"]),
    (MONDAY, "The campaign begins in December.", ["December | DATE | 2022-12"]),
    (MONDAY, "The toll for 2012 was 300.", ["2012 | DATE | 2012"]),
    (MONDAY, "It fell in the first half of this year.", ["the first half of this year | DATE | 2022-H1"]),
    (None, "In 1099 the city fell.", ["1099 | DATE | 1099"]),
    (MONDAY, "So far this year, 40 have died.", ["this year | DATE | 2022"]),
    (MONDAY, "Saturday's clash will be remembered.", ["Saturday | DATE | 2022-02-05"]),
    (MONDAY, "Saturday's election will go ahead.", ["Saturday | DATE | 2022-02-12"]),
    (MONDAY, "It was a pact of the generals of '89.", ["89 | DATE | 1989"]),
    (MONDAY, "The fort dates from the 19th century.", ["the 19th century | DATE | 18"]),
    (MONDAY, "They attacked in the summer of 2014.", ["the summer of 2014 | DATE | 2014-SU"]),
    (MONDAY, "They attacked in the first half of 2013.", ["the first half of 2013 | DATE | 2013-H1"]),
    (MONDAY, "It began in the week of March 6, 2017.", ["the week of March 6, 2017 | DATE | 2017-W10"]),
    (MONDAY, "The fort fell around Nov. 1.", ["around Nov. 1 | DATE | 2021-11-01"]),
    (
        MONDAY,
        "Fighting went on from 3 March to 5 April 2015.",
        ["3 March | DATE | 2015-03-03", "5 April 2015 | DATE | 2015-04-05"],
    ),
    (
        MONDAY,
        "He ruled from 1996 to 2006.",
        ["1996 | DATE | 1996", "2006 | DATE | 2006"],
    ),
    (
        MONDAY,
        "Two weeks after 3 March 2015 he left.",
        ["Two weeks | DURATION | P2W", "3 March 2015 | DATE | 2015-03-03"],
    ),
    (MONDAY, "The deadline is set for Saturday, April 23.", ["Saturday, April 23 | DATE | 2022-04-23"]),
    (MONDAY, "The court postponed the trial until Friday.", ["Friday | DATE | 2022-02-11"]),
    (MONDAY, "They may leave as soon as Friday.", ["Friday | DATE | 2022-02-11"]),
    (MONDAY, "In nineteen ninety-six he left.", ["nineteen ninety-six | DATE | 1996"]),
    (MONDAY, "It lasted through the year ended March 31.", ["March 31 | DATE | 2021-03-31"]),
    (None, "Two men were shot on Saturday.", ["Saturday | DATE | XXXX-WXX-6"]),
]

HOLIDAYS = [
    (MONDAY, "The depot burned on Christmas Day.", ["Christmas Day | DATE | 2021-12-25"]),
    (MONDAY, "The depot burned on Christmas Eve 2015.", ["Christmas Eve 2015 | DATE | 2015-12-24"]),
    (MONDAY, "He was seized last Thanksgiving.", ["last Thanksgiving | DATE | 2021-11-25"]),
    (MONDAY, "It fell on Easter Sunday 2016.", ["Easter Sunday 2016 | DATE | 2016-03-27"]),
    (MONDAY, "They attacked on Good Friday.", ["Good Friday | DATE | 2021-04-02"]),
    (MONDAY, "It fell during Ramadan.", ["Ramadan | DATE | 2021"]),
    (MONDAY, "The truce was signed on New Year's Eve.", ["New Year's Eve | DATE | 2021-12-31"]),
]

HOURS = [
    (MONDAY, "Shells fell on Friday evening.", ["Friday evening | TIME | 2022-02-04TEV"]),
    (MONDAY, "Shells fell last night.", ["last night | TIME | 2022-02-06TNI"]),
    (
        MONDAY,
        "Shells fell on the night of Jan. 20.",
        ["the night of Jan. 20 | TIME | 2022-01-20TNI"],
    ),
    (MONDAY, "The deadline is 9 a.m. EST Tuesday.", ["9 a.m. EST Tuesday | TIME | 2022-02-01T09:00"]),
    (MONDAY, "The truce ended at noon Saturday.", ["noon Saturday | TIME | 2022-02-05T12:00"]),
    (
        MONDAY,
        "He was seized in the early hours of Friday.",
        ["the early hours of Friday | TIME | 2022-02-04TMO"],
    ),
    (
        MONDAY,
        "They fought from Friday morning until Sunday night.",
        ["Friday morning | TIME | 2022-02-04TMO", "Sunday night | TIME | 2022-02-06TNI"],
    ),
    (
        MONDAY,
        "Sirens sounded at 5 p.m. on Jan. 20.",
        ["5 p.m. | TIME | 2022-01-20T17:00", "Jan. 20 | DATE | 2022-01-20"],
    ),
    (MONDAY, "On the first night, shells fell.", ["the first night | TIME | XXXX-XX-XXTNI"]),
    (MONDAY, "On the second day the mayor fled.", ["the second day | DATE | XXXX-XX-XX"]),
    (None, "They moved only at night.", ["night | TIME | XXXX-XX-XXTNI"]),
]

LENGTHS = [
    (MONDAY, "They fought for three days.", ["three days | DURATION | P3D"]),
    (MONDAY, "They held out for nearly two months.", ["nearly two months | DURATION | P2M"]),
    (MONDAY, "He was held for more than four hours.", ["more than four hours | DURATION | PT4H"]),
    (MONDAY, "He was held for at least 90 minutes.", ["at least 90 minutes | DURATION | PT90M"]),
    (MONDAY, "A two-week siege followed.", ["two-week | DURATION | P2W"]),
    (MONDAY, "It lasted two and a half years.", ["two and a half years | DURATION | P2.5Y"]),
    (MONDAY, "It lasted twenty-five days.", ["twenty-five days | DURATION | P25D"]),
    (MONDAY, "It lasted two hundred days.", ["two hundred days | DURATION | P200D"]),
    (MONDAY, "It lasted half an hour.", ["half an hour | DURATION | PT30M"]),
    (MONDAY, "A quarter of a century passed.", ["A quarter of a century | DURATION | P25Y"]),
    (MONDAY, "It lasted 2 1/2 years.", ["2 1/2 years | DURATION | P2.5Y"]),
    (MONDAY, "A weeklong siege followed.", ["weeklong | DURATION | P1W"]),
    (MONDAY, "Aid will come in the weeks after the raid.", ["the weeks | DURATION | PXW"]),
    (MONDAY, "Aid will come in the coming weeks.", ["the coming weeks | DURATION | PXW"]),
    (MONDAY, "It lasted several weeks.", ["several weeks | DURATION | PXW"]),
    (MONDAY, "Ten died over the past 48 hours.", ["the past 48 hours | DURATION | PT48H"]),
    (MONDAY, "Aid will last for the next few days.", ["the next few days | DURATION | PXD"]),
    (MONDAY, "They withdrew within weeks.", ["weeks | DURATION | PXW"]),
    (MONDAY, "The war took a decade.", ["a decade | DURATION | P10Y"]),
]

HABITS = [
    (MONDAY, "They protest every Friday.", ["every Friday | SET | XXXX-WXX-5"]),
    (MONDAY, "They protest each July.", ["each July | SET | XXXX-07"]),
    (MONDAY, "Daily patrols pass.", ["Daily | SET | P1D"]),
    (MONDAY, "Ten people die every month.", ["every month | SET | P1M"]),
    (MONDAY, "Patrols pass twice a week.", ["a week | SET | P1W"]),
    (MONDAY, "They made 200 shells per day.", ["per day | SET | P1D"]),
]

VAGUE = [
    (MONDAY, "Killings have risen in recent months.", ["recent months | DURATION | PXM"]),
    (MONDAY, "He was recently freed.", ["recently | DATE | PAST_REF"]),
    (MONDAY, "In the past, raids were rare.", ["the past | DATE | PAST_REF"]),
    (MONDAY, "They are now in control.", ["now | DATE | PRESENT_REF"]),
    (MONDAY, "There may be talks in the near future.", ["the near future | DATE | FUTURE_REF"]),
    (MONDAY, "A few years ago it was a village.", ["A few years ago | DATE | PAST_REF"]),
]

HISTORIES = [
    (
        "2009-12-19",
        "The war began in May 1954. In June the town fell. It was the year's worst loss. Today it is rebuilt.",
        ["May 1954 | DATE | 1954-05", "June | DATE | 1954-06", "Today | DATE | PRESENT_REF"],
    ),
    (
        "2009-12-19",
        "The fleet sailed in 415 BC. In September it was lost. The rising of 412-411 BC followed.",
        [
            "415 BC | DATE | BC0415",
            "September | DATE | BC0415-09",
            "412 | DATE | BC0412",
            "411 BC | DATE | BC0411",
        ],
    ),
    (
        "2009-12-19",
        "In 415 BC the fleet sailed. Over the winter it starved. In spring it left. The 4th century BC was calmer.",
        [
            "415 BC | DATE | BC0415",
            "the winter | DATE | BC0414-WI",
            "spring | DATE | BC0414-SP",
            "The 4th century BC | DATE | BC03",
        ],
    ),
    (
        "2009-12-19",
        "On 4 May 1918 the line broke. The next day the army left. Three weeks later it was gone.",
        [
            "4 May 1918 | DATE | 1918-05-04",
            "The next day | DATE | 1918-05-05",
            "Three weeks later | DATE | 1918-W21",
        ],
    ),
    (
        "2009-12-19",
        "By 1942 the front stood still. The spring offensive failed.",
        ["1942 | DATE | 1942", "spring | DATE | 1942-SP"],
    ),
]

EXCURSIONS = [
    (
        "2009-12-19",
        (
            "On 3 May 1962 the rising began. A report of 1998 blames the army. On 4 June the town fell. "
            "On 9 July 1962 a truce held."
        ),
        ["3 May 1962 | DATE | 1962-05-03", "1998 | DATE | 1998", "4 June | DATE | 1962-06-04"],
    ),
]

BUSINESS = [
    (
        MONDAY,
        "In the third quarter the mine lost money. A year earlier it had made a profit.",
        ["the third quarter | DATE | 2021-Q3", "A year earlier | DATE | 2020-Q3"],
    ),
    (MONDAY, "Sales fell in the first quarter of 2015.", ["the first quarter of 2015 | DATE | 2015-Q1"]),
    (MONDAY, "It grew in fiscal 2019.", ["fiscal 2019 | DATE | 2019"]),
]

NOTHING = [
    (MONDAY, "A 33-year-old man and a boy of 16 died."),
    (MONDAY, "Three quarters of the town was burned."),
    (MONDAY, "Operation Red Dawn began."),
    (MONDAY, "They live in the 15 September neighborhood."),
    (MONDAY, "Malik Dorun, 26 years old, survived."),
    (MONDAY, "They may march on the town."),
    (MONDAY, "They live in the Armenian quarter."),
    (MONDAY, "The fall of the town was sudden."),
    (MONDAY, "Nearly 2000 houses burned."),
    (MONDAY, "The former mayor left."),
    (MONDAY, "Over 2000 died in the floods."),
    (MONDAY, "Between 1500 and 2000 were wounded."),
    (MONDAY, "From 1500 to 2000 are held."),
    (MONDAY, "Of 2000 arrested, 1500 were freed."),
    (MONDAY, "The number rose to 2000."),
    (MONDAY, "A total of 2000."),
    (MONDAY, "He said: '40 men fled.'"),
]

ALL = [*DATES, *HOLIDAYS, *HOURS, *LENGTHS, *HABITS, *VAGUE, *HISTORIES, *BUSINESS]


@pytest.mark.parametrize(("published", "text", "expected"), ALL)
def test_a_time_is_tagged(published: str | None, text: str, expected: list[str]) -> None:
    assert _tagged(text, published) == expected


@pytest.mark.parametrize(("published", "text", "expected"), EXCURSIONS)
def test_a_history_comes_back_from_an_excursion(
    published: str | None, text: str, expected: list[str]
) -> None:
    assert _tagged(text, published)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # Known days: Ramadan 2021 began on 13 April or the evening before, Eid al-Adha 2015 was 24 September.
        ("It fell during Ramadan.", "2021-04-13", "2021-05-12"),
        ("It fell on Eid al-Adha 2015.", "2015-09-24", "2015-09-24"),
        ("It fell on Nowruz.", "2021-03-20", "2021-03-21"),
    ],
)
def test_feasts_of_the_moon_leave_room_for_its_sighting(text: str, first: str, last: str) -> None:
    (found,) = _timexes(text, MONDAY)
    assert found.when is not None
    assert found.when.start <= date.fromisoformat(first) <= date.fromisoformat(last) <= found.when.end


@pytest.mark.parametrize(("published", "text"), NOTHING)
def test_what_is_no_time_is_not_tagged(published: str | None, text: str) -> None:
    assert _tagged(text, published) == []


@pytest.mark.parametrize(("published", "text", "expected"), [*LENGTHS[:3], *HABITS, *VAGUE])
def test_lengths_habits_and_vague_words_have_no_days(
    published: str | None, text: str, expected: list[str]
) -> None:
    found = _timexes(text, published)
    assert len(found) == len(expected)
    assert [t.when for t in found] == [None] * len(expected)


def _bounds(value: str) -> tuple[date, date] | None:
    """The first and the last day that a value allows; None where it is none of the plain calendar's."""
    day = value.partition("T")[0]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return date.fromisoformat(day), date.fromisoformat(day)
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", day):
        year, number = int(week[1]), int(week[2])
        return date.fromisocalendar(year, number, 6 if week[3] else 1), date.fromisocalendar(year, number, 7)
    if month := re.fullmatch(r"(\d{4})-(\d\d)", day):
        year, number = int(month[1]), int(month[2])
        return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])
    if re.fullmatch(r"\d{2,4}", day):
        first, last = int(day.ljust(4, "0")), int(day.ljust(4, "9"))
        return date(first, 1, 1), date(last, 12, 31)
    return None


@pytest.mark.parametrize(("published", "text", "expected"), ALL)
def test_the_days_lie_inside_the_value(published: str | None, text: str, expected: list[str]) -> None:
    found = _timexes(text, published)
    assert len(found) == len(expected)
    for timex in found:
        bounds = _bounds(timex.value)
        if timex.when is not None and bounds is not None and timex.when.precision != "span":
            assert bounds[0] <= timex.when.start <= timex.when.end <= bounds[1]
        if timex.kind in {"SET", "DURATION"} and timex.when is not None:
            assert timex.kind == "DURATION"  # "the past 48 hours" is a length with days; a habit has none
        if "X" in timex.value or timex.value.endswith("_REF"):
            assert timex.when is None


def test_a_fiscal_year_has_no_days() -> None:
    (found,) = _timexes("It grew in fiscal 2019.", MONDAY)
    assert (found.value, found.when) == ("2019", None)


def test_without_a_day_of_publication_nothing_is_dated_by_it() -> None:
    text = "Gunmen came on Friday, last week and two days ago."
    assert [t.when for t in _timexes(text, None)] == [None] * len(_timexes(text, None))


def test_tags_are_sorted_and_apart() -> None:
    text = " ".join(row[1] for row in ALL)
    found = _timexes(text, MONDAY)
    assert len(found) > 60
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    ["9" * 5000, "The depot burned in the " + "9" * 5000 + "s.", "It held " + "9" * 5000 + " sacks."],
)
def test_a_number_of_thousands_of_digits_is_no_time(text: str) -> None:
    assert _tagged(text, MONDAY) == []
