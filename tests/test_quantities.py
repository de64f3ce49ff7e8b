"""Quantities in single sentences: value, unit, kind and change; and the numbers that are none.

Every sentence is made up. An expected quantity is "words | value | unit | kind | change".
"""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

import pytest

from dateline.language import load, parse
from dateline.mentions import quantities
from dateline.mentions.figures.vocabulary import vocabulary
from dateline.mentions.quantities import Quantity
from dateline.mentions.quantities.units import units
from dateline.records import Report, ReportId, Span


@cache
def _engine() -> Any:
    return load()


def _read(text: str) -> tuple[Quantity, ...]:
    report = Report(ReportId("made-up"), text)
    sentences, _ = parse(report, _engine())
    return quantities.find(report, sentences)


def _row(text: str, q: Quantity) -> str:
    value = f"{q.first:.12g}" if q.first == q.last else f"{q.first:.12g} to {q.last:.12g}"
    return f"{q.span.of(text)} | {value} | {q.unit} | {q.kind} | {q.change}"


COUNTS = [
    (
        "The convoy had twenty-one lorries and a dozen cars.",
        ["twenty-one lorries | 21 | lorry | count | =", "a dozen cars | 12 | car | count | ="],
    ),
    ("Two dozen tents were sent to Dell.", ["Two dozen tents | 24 | tent | count | ="]),
    ("The camp holds 1.2 million people.", ["1.2 million people | 1200000 | people | count | ="]),
    ("They lost 35m of their leaflets.", ["35m of their leaflets | 35000000 | leaflet | count | ="]),
    ("One of the guards slept.", ["One of the guards | 1 | guard | count | ="]),
    ("Two of Karim's brothers left.", ["Two of Karim's brothers | 2 | karim brother | count | ="]),
    ("The 12 page document was read out.", ["12 page | 12 | page | count | ="]),
    ("The survey asked 2,019 people.", ["2,019 people | 2019 | people | count | ="]),
    ("He sold 3.5m syringes.", ["3.5m syringes | 3500000 | syringe | count | ="]),
    ("A 2,000-strong force left.", ["2,000-strong | 2000 |  | number | ="]),
    ("There were zero complaints.", ["zero complaints | 0 | complaint | count | ="]),
    ("The index closed at 27,349.19.", ["27,349.19 | 27349.19 |  | number | ="]),
    (
        "The four-, five- and six-storey blocks fell.",
        [
            "four | 4 | storey | count | =",
            "five | 5 | storey | count | =",
            "six-storey | 6 | storey | count | =",
        ],
    ),
]

MEASURES = [
    ("The shell landed 40 km away.", ["40 km | 40 | kilometre | length | ="]),
    (
        "He ran at 12 km/h for 2½ hours.",
        ["12 km/h | 12 | kilometre per hour | speed | =", "2½ hours | 2.5 | hour | time | ="],
    ),
    ("The estate covers 3923sq m.", ["3923sq m. | 3923 | square metre | area | ="]),
    ("The plant makes 52,000 barrels a day.", ["52,000 barrels a day | 52000 | barrel per day | volume | ="]),
    ("The phone has just 64GB of storage.", ["64GB | 64 | gigabyte | data | ="]),
    ("The board is 1 1/2 metres wide.", ["1 1/2 metres | 1.5 | metre | length | ="]),
    ("Three and a half years later the mill closed.", ["Three and a half years | 3.5 | year | time | ="]),
    ("Temperatures sank to -12 degrees Celsius.", ["-12 degrees Celsius | -12 | celsius | heat | down"]),
    ("It was minus-30 degrees in Dell.", ["minus-30 degrees | -30 | degree | heat | ="]),
    ("The search lasted half an hour.", ["half an hour | 0.5 | hour | time | ="]),
    ("A 15-year-old boy slept.", ["15-year-old | 15 | year of age | age | ="]),
    (
        "She has two sons, aged 7 and 9.",
        ["two sons | 2 | son | count | =", "7 | 7 | year of age | age | =", "9 | 9 | year of age | age | ="],
    ),
    ("The mill earned $4m a year earlier.", ["$4m | 4000000 | dollar | money | ="]),
    ("Karim Salo, 34, was freed.", ["34 | 34 | year of age | age | ="]),
]

MONEY_AND_SHARES = [
    ("The bridge cost $4.2b.", ["$4.2b | 4200000000 | dollar | money | ="]),
    ("They asked for €3.9 billion.", ["€3.9 billion | 3900000000 | euro | money | ="]),
    (
        "He paid Rs 5 crore and 20 lakh rupees.",
        [
            "Rs 5 crore | 50000000 | indian rupee | money | =",
            "20 lakh rupees | 2000000 | indian rupee | money | =",
        ],
    ),
    (
        "Rent is 8.99 Australian dollars per month.",
        ["8.99 Australian dollars per month | 8.99 | australian dollar per month | money | ="],
    ),
    ("The firm won a $40-million contract.", ["$40-million | 40000000 | dollar | money | ="]),
    ("The order is worth RM120,000.", ["RM120,000 | 120000 | malaysian ringgit | money | ="]),
    ("Half of the harvest was lost.", ["Half of the harvest | 0.5 | harvest | ratio | ="]),
    ("A third of the wells are dry.", ["A third of the wells | 0.333333333333 | well | ratio | ="]),
    ("Two-thirds of the barns burned down.", ["Two-thirds of the barns | 0.666666666667 | barn | ratio | ="]),
    ("One in five children is hungry.", ["One in five children | 0.2 | child | ratio | ="]),
    ("Two out of three wells are dry.", ["Two out of three wells | 0.666666666667 | well | ratio | ="]),
    ("The ratio of guards to guests was 3:1.", ["3:1 | 3 |  | ratio | ="]),
    ("They gave odds of 10 to 4.", ["10 to 4 | 2.5 |  | ratio | ="]),
    ("Bread rose by 3.5 per cent.", ["3.5 per cent | 3.5 | percentage | share | up"]),
]

RANGES = [
    ("The wall is 3 to 5 metres high.", ["3 to 5 metres | 3 to 5 | metre | length | ="]),
    (
        "Between 3 and 5 million litres leaked.",
        ["Between 3 and 5 million litres | 3000000 to 5000000 | litre | volume | ="],
    ),
    ("Two to three thousand men camped.", ["Two to three thousand men | 2000 to 3000 | man | count | ="]),
    ("It takes 3-5 days.", ["3-5 days | 3 to 5 | day | time | ="]),
    ("She needs 2000 - 2500 calories.", ["2000 - 2500 calories | 2000 to 2500 | calorie | force | ="]),
    ("The fine fell from $75 to $46.", ["from $75 to $46 | 75 to 46 | dollar | money | ="]),
    (
        "Pay is $500,000 to $1 million a year.",
        ["$500,000 to $1 million a year | 500000 to 1000000 | dollar per year | money | ="],
    ),
    (
        "The loss widened from 20 tons in 2008 to 29 tons.",
        ["from 20 tons in 2008 to 29 tons | 20 to 29 | ton | weight | ="],
    ),
    (
        "The stock rose 18 cents to $2.50.",
        ["18 cents | 18 | cent | money | up", "$2.50 | 2.5 | dollar | money | ="],
    ),
]

CHANGES = [
    ("Up to 60 lorries arrived.", "<"),
    ("Fewer than 10 lorries arrived.", "<"),
    ("Just under 40 lorries arrived.", "<"),
    ("At least 20 lorries arrived.", ">"),
    ("More than 20 lorries arrived.", ">"),
    ("About 20 lorries arrived.", "~"),
    ("Some 30-odd lorries arrived.", "~"),
    ("20 or more lorries arrived.", ">"),
    ("The planes dropped 500-lb crates.", "="),
    ("The river fell below its 30-year mean.", "="),
    ("Nearly 20 lorries arrived.", "~"),
    ("Prices were up 9 percent.", "up"),
    ("Prices fell 9 percent.", "down"),
    ("They cut the ration for the month by 9 percent.", "down"),
    ("They added 20 lorries.", "="),
    ("The lorry averaged 20 miles.", "~"),
    ("Use only sub-7 nanometre chips.", "<"),
]

NONE = [
    "A Boeing 747 was parked on Route 66.",
    "The S&P 500 and the G7 were mentioned.",
    "New iPhone 11 covers are sold near Planet 9 park.",
    "On 3 March 2015 at 5 p.m. they met in Room 12.",
    "The town fell in 2003, and the 2019 survey said so.",
    "Call 252-972-1411 for details.",
    "The council voted 57 to 40.",
    "The team won 3-1 on Sunday, and the other game ended 2-2.",
    "They live at 1205 Elm Road.",
    "It was the third attack and the 22nd this year.",
    "See Section 4, Article 51 and paragraph three of the order.",
    "Highway 4 and Channel 9 are closed.",
    "Nobody knows the one who did it, and no one asked.",
    "At 0740 the guns opened.",
    "The show starts at 8 and ends by 10.",
    "Chapters 3 to 5 are long, and Sections 7 and 8 are short.",
    "On Nov. 5-7 they met.",
    "He was given a one-way ticket.",
    "The keeper Dario Menk (4) waved.",
    "The flag flew at half-staff in the second half.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*COUNTS, *MEASURES, *MONEY_AND_SHARES, *RANGES],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_quantities(text: str, expected: list[str]) -> None:
    assert [_row(text, q) for q in _read(text)] == expected


@pytest.mark.parametrize(("text", "change"), CHANGES)
def test_what_the_words_around_a_number_do_to_it(text: str, change: str) -> None:
    assert [q.change for q in _read(text)] == [change]


@pytest.mark.parametrize("text", NONE)
def test_numbers_that_are_no_quantities(text: str) -> None:
    assert _read(text) == ()


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Some 46 percent of all town councils agreed.", ("town", "councils")),
        ("The village bought a 6kW electric motor.", ("electric", "motor")),
        ("The mill reported sales of 5,835 units.", ("sales",)),
        ("The northern river rose 3 metres.", ("northern", "river")),
        ("Seven miles (11 km) were closed.", ()),
    ],
)
def test_what_is_measured(text: str, of: tuple[str, ...]) -> None:
    assert _read(text)[-1].of == of


def test_vague_words_keep_the_ranges_that_figures_have() -> None:
    several, dozens = _read("Several hundred farmers left, and dozens stayed.")
    assert (several.low, several.high, several.unit, several.vague) == (300, 900, "farmer", True)
    assert (dozens.low, dozens.high, dozens.vague) == (24, 99, True)


def test_a_range_keeps_the_order_in_which_it_was_told() -> None:
    (fall,) = _read("The fine fell from $75 to $46.")
    assert (fall.first, fall.last, fall.low, fall.high) == (75, 46, 46, 75)


def test_an_unknown_change_is_refused() -> None:
    with pytest.raises(ValueError, match="a change is one of"):
        Quantity(1, 1, "", "", "number", "more", Span(ReportId("made-up"), 0, 1))


def test_units_of_measure_and_money_are_never_counts_of_people() -> None:
    never, money = vocabulary().never, vocabulary().currency
    assert {"kilometres", "feet", "dollars", "tonnes", "years", "hertz"} <= never.keys()
    assert {"€", "$", "rs", "usd"} <= money
    assert "barrel" not in never  # barrels are counted as things too


def test_no_symbol_stands_for_two_units() -> None:
    table = units()
    both = table.symbols.keys() & table.codes.keys()
    assert both == {"N", "R"}  # newton and naira, roentgen and rand: money stands before its number
    assert not table.symbols.keys() & table.marks.keys()


@pytest.mark.parametrize(
    ("before", "again", "after"),
    [
        ("", "999", ""),
        ("", "1/", "1"),
        ("", "1–", "1"),
        ("5 m ", "per m ", ""),
        ("5 ", "million ", ""),
        ("", "1,", "111"),
        ("", "$", "5"),
        ("", "five ", ""),
        ("from ", "3 to ", "4"),
        ("2", "½", ""),
    ],
)
def test_hostile_text_takes_steps_as_it_is_long(before: str, again: str, after: str) -> None:
    """Four times the text takes some four times the steps, not sixteen; time is not the same twice."""
    short, long = (f"{before}{again * times}{after}" for times in (375, 1500))
    few, _ = _steps(short)
    many, found = _steps(long)
    assert many < 8 * few
    assert all(abs(q.high) <= 1e18 and q.span.of(long) for q in found)


def _steps(text: str) -> tuple[int, tuple[Quantity, ...]]:
    """How many calls it takes to find the quantities of a text that is parsed already, and the quantities."""
    report = Report(ReportId("made-up"), text)
    sentences, _ = parse(report, _engine())
    count = 0

    def note(*_: Any) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        found = quantities.find(report, sentences)
    finally:
        sys.setprofile(None)
    return count, found
