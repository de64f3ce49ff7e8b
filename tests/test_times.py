"""Times: what a report's words about time resolve to, and what must give nothing.

Every sentence is made up. A row is (published, text, expected); each expected time is written as
"words = start..end", one day or a whole unit shortened: "2022-01-20", "2016-12", "2011", "1980s".
"""

from __future__ import annotations

import calendar
import functools
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from dateline import lexicons
from dateline.language import load, parse
from dateline.mentions import times
from dateline.records import Mention, Report, ReportId, When

MONDAY = "2022-02-07"  # a Monday


@functools.cache
def _engine() -> Any:
    return load()


def _find(text: str, published: str | None) -> tuple[Mention, ...]:
    day = date.fromisoformat(published) if published else None
    report = Report(id=ReportId("made-up"), text=text, published=day)
    sentences, _ = parse(report, _engine())
    return times.find(report, sentences)


def _short(when: When) -> str:
    a, b = when.start, when.end
    if a == b:
        return a.isoformat()
    if (a.year, a.month, a.day) == (b.year, b.month, 1) and b.day == calendar.monthrange(b.year, b.month)[1]:
        return f"{a:%Y-%m}"
    if a.timetuple().tm_yday == 1 and (b.month, b.day) == (12, 31):
        if a.year == b.year:
            return f"{a.year}"
        if b.year - a.year == 9 and a.year % 10 == 0:
            return f"{a.year}s"
    return f"{a}..{b}"


def _told(text: str, published: str | None) -> list[str]:
    return [f"{' '.join(m.span.of(text).split())} = {_short(m.value)}" for m in _find(text, published)]  # type: ignore[arg-type]


OUTRIGHT = [
    (None, "The depot burned on 3 February 2022.", ["3 February 2022 = 2022-02-03"]),
    (None, "The depot burned on Feb. 3, 2022.", ["Feb. 3, 2022 = 2022-02-03"]),
    (None, "Shells fell on February 3rd 2022 near Odrin.", ["February 3rd 2022 = 2022-02-03"]),
    (None, "He was shot on the 29th March 2018.", ["the 29th March 2018 = 2018-03-29"]),
    (None, "He was shot on the 4th of May 2018.", ["the 4th of May 2018 = 2018-05-04"]),
    (None, "Rebels left on 2016-10-20.", ["2016-10-20 = 2016-10-20"]),
    (None, "SAN LUZ, 9 JAN 90 (ABCD) -- A MAYOR WAS FOUND DEAD.", ["9 JAN 90 = 1990-01-09"]),
    (None, "The order is dated 12-Apr-2012.", ["12-Apr-2012 = 2012-04-12"]),
    (None, "The order is dated 28/03/2002.", ["28/03/2002 = 2002-03-28"]),
    (None, "The order is dated 03/28/2002.", ["03/28/2002 = 2002-03-28"]),
    (None, "The order is dated 05/05/2002.", ["05/05/2002 = 2002-05-05"]),
    (None, "The order is dated 28.02.2014.", ["28.02.2014 = 2014-02-28"]),
    (None, "On Friday, 3 May 2013, troops left.", ["Friday, 3 May 2013 = 2013-05-03"]),
    (None, "On the night of Jan. 20, 2022, men came.", ["the night of Jan. 20, 2022 = 2022-01-20"]),
    (None, "On the evening of 1 November 2019 he fled.", ["the evening of 1 November 2019 = 2019-11-01"]),
    (None, "A breakout took place in July 2013.", ["July 2013 = 2013-07"]),
    (None, "By April 1988 the army had regrouped.", ["April 1988 = 1988-04"]),
    (None, "Early in the war, in mid-April 2014, they met.", ["mid-April 2014 = 2014-04-11..2014-04-20"]),
    (None, "The raid came in early November 2005.", ["early November 2005 = 2005-11-01..2005-11-10"]),
    (None, "It fell at the end of May 1941.", ["the end of May 1941 = 1941-05-21..1941-05-31"]),
    (None, "It fell in the first week of May 1941.", ["the first week of May 1941 = 1941-05-01..1941-05-07"]),
    (None, "It fell in the last week of May 1941.", ["the last week of May 1941 = 1941-05-25..1941-05-31"]),
    (
        None,
        "It fell in the second half of May 1941.",
        ["the second half of May 1941 = 1941-05-15..1941-05-31"],
    ),
    (None, "Fighting flared in early 1987.", ["early 1987 = 1987-01-01..1987-04-30"]),
    (None, "Fighting flared in mid-2014.", ["mid-2014 = 2014-05-01..2014-08-31"]),
    (None, "Fighting flared at the end of 2013.", ["the end of 2013 = 2013-09-01..2013-12-31"]),
    (
        None,
        "Fighting flared in the second half of 2013.",
        ["the second half of 2013 = 2013-07-01..2013-12-31"],
    ),
    (
        None,
        "Fighting flared in the first quarter of 2013.",
        ["the first quarter of 2013 = 2013-01-01..2013-03-31"],
    ),
    (None, "The town fell in 2016.", ["2016 = 2016"]),
    (None, "In 2016 rebels took the town.", ["2016 = 2016"]),
    (None, "The town (2011) was calm.", ["2011 = 2011"]),
    (None, "1987 saw a new wave of attacks.", ["1987 = 1987"]),
    (None, "The 2003 invasion began badly.", ["2003 = 2003"]),
    (None, "Its 1990 invasion began badly.", ["1990 = 1990"]),
    (None, "In 1990-94 the teams dug up graves.", ["1990-94 = 1990-01-01..1994-12-31"]),
    (None, "From 1996 to 2006 they dug up graves.", ["From 1996 to 2006 = 1996-01-01..2006-12-31"]),
    (None, "Between 1996 and 2006 they dug.", ["Between 1996 and 2006 = 1996-01-01..2006-12-31"]),
    (None, "War raged in the 1980s.", ["the 1980s = 1980s"]),
    (None, "War raged in the late 1980s.", ["the late 1980s = 1987-01-01..1989-12-31"]),
    (None, "They fled in summer 2014.", ["summer 2014 = 2014-06-01..2014-08-31"]),
    (None, "They fled in the winter of 1941.", ["the winter of 1941 = 1941-12-01..1942-02-28"]),
    (None, "They met from 3 to 5 March 2015.", ["from 3 to 5 March 2015 = 2015-03-03..2015-03-05"]),
    (None, "They met between 18 and 24 May 2015.", ["between 18 and 24 May 2015 = 2015-05-18..2015-05-24"]),
    (None, "They met on 5-7 April 2015.", ["5-7 April 2015 = 2015-04-05..2015-04-07"]),
    (None, "They met on 5–7 April 2015.", ["5–7 April 2015 = 2015-04-05..2015-04-07"]),
    (None, "They met on May 18-24, 2015.", ["May 18-24, 2015 = 2015-05-18..2015-05-24"]),
    (None, "They met from May 3 to May 9, 2019.", ["from May 3 to May 9, 2019 = 2019-05-03..2019-05-09"]),
    (
        None,
        "They met from 30 December 2018 to 2 January 2019.",
        ["from 30 December 2018 to 2 January 2019 = 2018-12-30..2019-01-02"],
    ),
    (None, "They met from January to March 2012.", ["from January to March 2012 = 2012-01-01..2012-03-31"]),
    (None, "The dead were sent home (July-November 1954).", ["July-November 1954 = 1954-07-01..1954-11-30"]),
]

FROM_PUBLICATION = [
    (MONDAY, "On Jan. 20 gunmen stormed the depot.", ["Jan. 20 = 2022-01-20"]),
    (MONDAY, "Gunmen stormed the depot on March 18.", ["March 18 = 2021-03-18"]),
    (MONDAY, "The talks will open on March 18.", ["March 18 = 2022-03-18"]),
    ("2017-01-13", "In December a missile hit the port.", ["December = 2016-12"]),
    ("2017-01-13", "A missile hit the port in early December.", ["early December = 2016-12-01..2016-12-10"]),
    (MONDAY, "Troops stood guard in early February.", ["early February = 2022-02-01..2022-02-07"]),
    (MONDAY, "Two men were shot on Saturday.", ["Saturday = 2022-02-05"]),
    (MONDAY, "Two men were shot on Monday.", ["Monday = 2022-02-07"]),
    (MONDAY, "She returned home Friday.", ["Friday = 2022-02-04"]),
    (MONDAY, "two men were shot on wednesday night.", ["wednesday night = 2022-02-02"]),
    (MONDAY, "The leader was killed last Thursday.", ["last Thursday = 2022-02-03"]),
    (MONDAY, "The leader was killed last Monday.", ["last Monday = 2022-01-31"]),
    (MONDAY, "They will meet next Tuesday.", ["next Tuesday = 2022-02-08"]),
    (MONDAY, "They will meet on Thursday.", ["Thursday = 2022-02-10"]),
    (MONDAY, "They plan to meet on Thursday.", ["Thursday = 2022-02-10"]),
    (MONDAY, "They planned a rally on Thursday.", ["Thursday = 2022-02-10"]),
    (MONDAY, "He said he would leave on Thursday.", ["Thursday = 2022-02-10"]),
    (MONDAY, "The deal expires on March 18.", ["March 18 = 2022-03-18"]),
    (MONDAY, "On Friday at 8 am shells fell.", ["Friday = 2022-02-04"]),
    (
        MONDAY,
        "Shells fell from Thursday to Saturday.",
        ["from Thursday to Saturday = 2022-02-03..2022-02-05"],
    ),
    (MONDAY, "Shells fell early on Friday morning.", ["early on Friday morning = 2022-02-04"]),
    (MONDAY, "Shells fell on Friday last week.", ["Friday last week = 2022-02-04"]),
    (MONDAY, "The mayor was found dead today.", ["today = 2022-02-07"]),
    (MONDAY, "The mayor was found dead this morning.", ["this morning = 2022-02-07"]),
    (MONDAY, "The mayor was found dead yesterday evening.", ["yesterday evening = 2022-02-06"]),
    (MONDAY, "The mayor died the day before yesterday.", ["the day before yesterday = 2022-02-05"]),
    (MONDAY, "The mayor will speak tomorrow.", ["tomorrow = 2022-02-08"]),
    (MONDAY, "Rebels cut the line last night.", ["last night = 2022-02-06"]),
    (MONDAY, "Jets bombed the town overnight.", ["overnight = 2022-02-06..2022-02-07"]),
    (MONDAY, "Bombs went off this weekend.", ["this weekend = 2022-02-05..2022-02-06"]),
    (MONDAY, "Bombs went off over the weekend.", ["the weekend = 2022-02-05..2022-02-06"]),
    ("2022-02-06", "Bombs went off over the weekend.", ["the weekend = 2022-02-05..2022-02-06"]),
    (MONDAY, "The ministry fell silent last week.", ["last week = 2022-01-31..2022-02-06"]),
    (MONDAY, "Judges might resign next week.", ["next week = 2022-02-14..2022-02-20"]),
    (MONDAY, "The group struck last month.", ["last month = 2022-01"]),
    (MONDAY, "The group struck last year.", ["last year = 2021"]),
    # Times of the day are no years.
    (MONDAY, "The curfew was relaxed from 1800 hrs to 2100 hrs.", []),
    (MONDAY, "Police fired at the crowd until 1130.", []),
    (MONDAY, "The abbey was attacked around 1100.", []),
    (MONDAY, "The war lasted until 1953.", ["1953 = 1953"]),
    (MONDAY, "The group struck late last year.", ["late last year = 2021-09-01..2021-12-31"]),
    (MONDAY, "The group struck this year.", ["this year = 2022"]),
    (MONDAY, "The group struck earlier this month.", ["earlier this month = 2022-02-01..2022-02-07"]),
    ("2022-02-10", "The group struck earlier this week.", ["earlier this week = 2022-02-07..2022-02-10"]),
    (MONDAY, "The group struck in July last year.", ["July last year = 2021-07"]),
    (MONDAY, "The group struck last March.", ["last March = 2021-03"]),
    (MONDAY, "The group struck last summer.", ["last summer = 2021-06-01..2021-08-31"]),
    ("2016-10-25", "The push began eight days ago.", ["eight days ago = 2016-10-17"]),
    ("2002-03-27", "Four youths were held a few days ago.", ["a few days ago = 2002-03-22..2002-03-25"]),
    ("2002-03-27", "Some men were held three months ago.", ["three months ago = 2001-12"]),
    (MONDAY, "He was jailed four years ago.", ["four years ago = 2018"]),
    (MONDAY, "He was jailed two weeks ago.", ["two weeks ago = 2022-01-24..2022-01-30"]),
    (MONDAY, "He fell ill only a fortnight back.", ["a fortnight back = 2022-01-24..2022-01-30"]),
    (MONDAY, "Ten died over the past 48 hours.", ["the past 48 hours = 2022-02-05..2022-02-07"]),
    (MONDAY, "Ten died in the last three days.", ["the last three days = 2022-02-04..2022-02-07"]),
    (MONDAY, "Ten died over the past week.", ["the past week = 2022-01-31..2022-02-07"]),
    (MONDAY, "Five judges have been killed in two months.", ["two months = 2021-12-07..2022-02-07"]),
    (
        MONDAY,
        "Police have held 150 people since Friday evening.",
        ["since Friday evening = 2022-02-04..2022-02-07"],
    ),
    (MONDAY, "Thousands have died since March 2011.", ["since March 2011 = 2011-03-01..2022-02-07"]),
    (MONDAY, "Thousands have died since 2014.", ["since 2014 = 2014-01-01..2022-02-07"]),
    (MONDAY, "After the Sept. 11 attacks the war began.", ["Sept. 11 = 2001-09-11"]),
]

PAIRS = [
    (
        MONDAY,
        "Shells fell yesterday and this morning.",
        ["yesterday and this morning = 2022-02-06..2022-02-07"],
    ),
    (MONDAY, "Shells fell on Thursday and Friday.", ["Thursday and Friday = 2022-02-03..2022-02-04"]),
    (MONDAY, "Ten died in December and January.", ["December and January = 2021-12-01..2022-01-31"]),
    (MONDAY, "So far this year, 40 have died.", ["this year = 2022-01-01..2022-02-07"]),
    (MONDAY, "He was killed on Christmas Day.", ["Christmas Day = 2021-12-25"]),
    (MONDAY, "Soldiers guard a bridge in Odrin, May 3.", ["May 3 = 2021-05-03"]),
    (MONDAY, "Nine killed in March 30 attack.", ["March 30 = 2021-03-30"]),
    (MONDAY, "The court meets on March 3.", ["March 3 = 2022-03-03"]),
    (MONDAY, "The court has set March 3 for it.", ["March 3 = 2022-03-03"]),
    (MONDAY, "He has been in jail since May.", ["since May = 2021-05-01..2022-02-07"]),
    (MONDAY, "The raid in nineteen ninety-six failed.", ["nineteen ninety-six = 1996"]),
]

CHAINS = [
    (
        "2016-10-25",
        "Last Wednesday, gunmen tied up six men. The following day, troops found the bodies.",
        ["Last Wednesday = 2016-10-19", "The following day = 2016-10-20"],
    ),
    (
        None,
        "Rostin fell on 23 February 1918. The day before, the army had left.",
        ["23 February 1918 = 1918-02-23", "The day before = 1918-02-22"],
    ),
    (
        None,
        "On 5 November 2005 marines moved in, and held the city four days later. On 10 November they left.",
        ["5 November 2005 = 2005-11-05", "four days later = 2005-11-09", "10 November = 2005-11-10"],
    ),
    (
        None,
        "In July 1988 planes gassed a village, as they had done four months earlier elsewhere.",
        ["July 1988 = 1988-07", "four months earlier = 1988-03"],
    ),
    (
        MONDAY,
        "The breakout of July 2013 helped the group grow the following year, officials said last Friday.",
        ["July 2013 = 2013-07", "the following year = 2014", "last Friday = 2022-02-04"],
    ),
    (
        None,
        "The war began on 4 May 1962. In August of that year a truce held.",
        ["4 May 1962 = 1962-05-04", "August of that year = 1962-08"],
    ),
    (
        None,
        "On 3 March 2021 the town fell. He died two days after 9 March 2021.",
        ["3 March 2021 = 2021-03-03", "two days after 9 March 2021 = 2021-03-11"],
    ),
    (
        None,
        "On 3 March 2021 the town fell. That night, the mayor fled.",
        ["3 March 2021 = 2021-03-03", "That night = 2021-03-03"],
    ),
    (
        None,
        "1987 saw a new wave of attacks. The army did better later that year.",
        ["1987 = 1987", "later that year = 1987"],
    ),
    (
        "2009-12-19",
        "In January men took Kirsk. They left on 28 January 1918. It fell on 23 May 1918. He died 13 June.",
        [
            "January = 1918-01",
            "28 January 1918 = 1918-01-28",
            "23 May 1918 = 1918-05-23",
            "13 June = 1918-06-13",
        ],
    ),
    (
        "2009-12-19",
        "On 20 November 1917 tanks broke through. In December the front froze. In February the push came.",
        ["20 November 1917 = 1917-11-20", "December = 1917-12", "February = 1918-02"],
    ),
    (
        "2009-12-19",
        "1936\nThe rising failed.\nOn 21 July it spread.\n1937\nOn 8 March a town fell. Today it is rebuilt.",
        ["1936 = 1936", "21 July = 1936-07-21", "1937 = 1937", "8 March = 1937-03-08"],
    ),
    (
        MONDAY,
        "The war began in 2011. On Jan. 20 the depot burned, police said on Friday.",
        ["2011 = 2011", "Jan. 20 = 2022-01-20", "Friday = 2022-02-04"],
    ),
    (
        "2011-08-21",
        "2011-08-15: Larum falls.\n2011-08-19: A man died Thursday night.\n2011-08-20: Last week men fled.",
        [
            "2011-08-15 = 2011-08-15",
            "2011-08-19 = 2011-08-19",
            "Thursday night = 2011-08-18",
            "2011-08-20 = 2011-08-20",
            "Last week = 2011-08-08..2011-08-14",
        ],
    ),
    (
        None,
        "SAN LUZ, 9 JAN 90 (ABCD) -- A MAYOR KIDNAPPED ON 5 JANUARY WAS FOUND DEAD TODAY.",
        ["9 JAN 90 = 1990-01-09", "5 JANUARY = 1990-01-05", "TODAY = 1990-01-09"],
    ),
]

NOTHING = [
    (None, "Two men were shot on Saturday."),
    (None, "He was shot on January 21, police said."),
    (None, "The mayor was found dead today."),
    (None, "Rebels cut the line last night."),
    (None, "Thousands have died since 2014."),
    (None, "The order is dated 11/03/2002."),
    (None, "It fell on 30 February 2012."),
    (MONDAY, "Killings have risen in recent months."),
    (MONDAY, "Killings rose in recent years."),
    (MONDAY, "A week after the raid calm returned."),
    (MONDAY, "Two weeks after the prison break, gunmen came."),
    (MONDAY, "The day after the attack, gunmen came."),
    (MONDAY, "The day before the vote, gunmen came."),
    (MONDAY, "Days earlier, gunmen came."),
    (MONDAY, "Hundreds died there decades ago."),
    (MONDAY, "They fought for three days."),
    (MONDAY, "A weeklong siege and a month-long war followed."),
    (MONDAY, "It was the worst attack in at least three years."),
    (MONDAY, "Their siege lasted close to nine months."),
    (MONDAY, "A 33-year-old man and a boy of 16 died."),
    (MONDAY, "Malik Dorun, 26, a guard, survived."),
    (MONDAY, "He is in his 40s."),
    (MONDAY, "The shots were heard at 6 p.m. near the well."),
    (MONDAY, "The shots were heard at around 11 pm."),
    (MONDAY, "They may march on the town, the second in the plain."),
    (MONDAY, "Protesters held a march against the war."),
    (MONDAY, "About 2016 people fled."),
    (MONDAY, "Nearly 2000 houses burned."),
    (MONDAY, "Resolution 1701 was passed."),
    (MONDAY, "A C-130 landed."),
    (MONDAY, "The Al-Sahra 2011 brigade surrendered."),
    (MONDAY, "The February 17 Brigade surrendered."),
    (MONDAY, "The Sunday Herald did not reply."),
    (MONDAY, "They protest every Friday."),
    (MONDAY, "Bloody Sunday is not forgotten."),
    (MONDAY, "The last week of the war was the worst."),
    (MONDAY, "The temple was built in 1200 BC."),
    (MONDAY, "He thanked April Dorsan and the others."),
    (MONDAY, "They killed 15 and wounded 30."),
    (MONDAY, "The shells fell within two hours."),
]

COUNTS = [
    (MONDAY, "In May 10 people died.", ["May = 2021-05"]),
    (MONDAY, "On May 10 gunmen came.", ["May 10 = 2021-05-10"]),
    (None, "On March 3, 2000 people died in 2014.", ["2014 = 2014"]),
]


@pytest.mark.parametrize(
    ("published", "text", "expected"), [*OUTRIGHT, *FROM_PUBLICATION, *PAIRS, *CHAINS, *COUNTS]
)
def test_a_time_resolves_to_its_days(published: str | None, text: str, expected: list[str]) -> None:
    assert _told(text, published) == expected


@pytest.mark.parametrize(("published", "text"), NOTHING)
def test_what_is_no_date_or_cannot_be_resolved_gives_nothing(published: str | None, text: str) -> None:
    assert _told(text, published) == []


def test_a_line_that_opens_with_its_date_says_so() -> None:
    found = _find("2011-08-15: Rebels take Larum.\n20 May 2012 - Rebels leave.", "2013-01-01")
    assert [m.rule for m in found] == ["times.line_date", "times.line_date"]


def test_a_mention_hangs_on_the_parse_by_its_head() -> None:
    text = "Gunmen stormed the depot on the night of Jan. 20."
    (found,) = _find(text, MONDAY)
    assert text[found.anchor :].startswith("night")
    assert found.note == "seen from 2022-02-07"


def test_mentions_are_sorted_and_apart() -> None:
    text = " ".join(row[1] for row in [*OUTRIGHT, *FROM_PUBLICATION])
    found = _find(text, MONDAY)
    assert len(found) > 60
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_a_word_stands_in_one_class() -> None:
    words = [word for entry in lexicons.load("times")["classes"].values() for word in entry["words"]]
    assert len(words) == len(set(words))
