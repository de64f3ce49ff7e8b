"""A number on the page -> whether it is no count: a date, an age, an amount, a name. One check a kind."""

from __future__ import annotations

from dateline import lexicons
from dateline.mentions.figures.alone import is_fatal
from dateline.mentions.figures.groups import Group
from dateline.mentions.figures.hedges import Bounded
from dateline.mentions.figures.page import Page
from dateline.mentions.figures.stated import toll_measure

OLDEST = 115  # years; a bare number after a name up to here is an age
FIRST_YEAR, LAST_YEAR = 1400, 2199  # four digits without a comma in here are a year
LAST_DAY = 31
LAST_HOUR = 24
BODY_REACH = 5  # tokens from "in" to the part of the body that was hit: "in his upper chest"
STREET_LONGEST = 5  # tokens of a street's name
STRONG_WORDS = frozenset({"strong", "member", "man", "person", "plus", "odd", "men"})
DYING = lexicons.words("binding", "dying")
SHAPES = frozenset({"pronged", "sided", "way", "fold", "tier", "tiered", "point"})
# What stands right after and right before a "one" that is a pronoun: "one must", "the one", "no one".
AFTER_ONE = frozenset(
    {"another", "can", "could", "must", "should", "would", "may", "might", "'s", "’s", "who", "that"}
)
BEFORE_ONE = frozenset({"no", "every", "any", "some", "this", "which", "each", "the", "such"})
COMPARED = frozenset({"as", "more", "the", "that", "higher", "larger", "bigger", "greater", "over", "than"})


def refusal(page: Page, bounded: Bounded, group: Group) -> str | None:
    """Why a number counts nothing that a ledger keeps, or None where it may."""
    for name, is_it in CHECKS:
        if is_it(page, bounded, group):
            return name
    return None


def _is_money(page: Page, bounded: Bounded, group: Group) -> bool:
    """As in "$230,000", "Rs 17,000"."""
    before = page.lower(bounded.number.start - 1)
    if before == "re" and not group.head:
        return True
    return (
        before in page.vocabulary.currency - {"re"}
        or page.lower(bounded.number.end) in page.vocabulary.currency
    )


def _is_unit(page: Page, bounded: Bounded, group: Group) -> bool:
    """The noun is one that is never counted: "three days", "40 km"."""
    if page.vocabulary.never.get(page.lower(bounded.number.end), "").startswith("length"):
        return True  # "a 120mm mortar": the calibre, not the mortars, is told
    if group.head is not None:
        return group.noun is None
    named = page.lower(group.start) in page.vocabulary.never and page.pos(group.start) != "VERB"
    return named and not group.part  # "four shot outside a bar" are four people


def _is_label(page: Page, bounded: Bounded, group: Group) -> bool:
    """The number names something: "Resolution 598", "Brigade 93"."""
    before = page.lower(bounded.start - 1)
    if bounded.number.start != bounded.start or bounded.hedged or bounded.start == 0:
        return False
    if before in {"no.", "nos.", "resolution", "article", "section", "aged", "tel", "phone", "age"}:
        return True
    return before in page.vocabulary.labels and not _counts_members(page, group)


def _counts_members(page: Page, group: Group) -> bool:
    """Whether the head is a noun of the lexicon, and no participle: "Brigade 93 killed"."""
    state = group.head is not None and page.lower(group.head) in page.vocabulary.states
    return _counts_known(page, group) and not state


def _is_of_parent(page: Page, bounded: Bounded, group: Group) -> bool:
    """“Father of 5 killed in a shooting”: how many children somebody has, not how many were killed."""
    k = bounded.start - 1
    parent = page.lower(k) == "of" and page.lower(k - 1) in page.vocabulary.parents
    return parent and not _counts_members(page, group)


def _is_channel(page: Page, bounded: Bounded, _group: Group) -> bool:
    """As in "12 News has learned", "a 911 call": a broadcaster's number, or one that is called."""
    if page.lower(bounded.number.start) == "911" and not bounded.hedged:
        return True
    after = page.tokens[bounded.number.end] if bounded.number.end < len(page.tokens) else None
    return bounded.number.kind == "digits" and after is not None and after.text in {"News", "Eyewitness"}


def _is_address(page: Page, bounded: Bounded, _group: Group) -> bool:
    """As in "1205 Elm Road", "208 Routon St.", "South 24 Parganas": a house number or part of a name."""
    number = bounded.number
    if number.kind != "digits" or bounded.hedged or "," in page.tokens[number.start].text:
        return False
    before, after = page.lower(number.start - 1), page.lower(number.end)
    if before in page.vocabulary.compass and page.pos(number.end) in {"PROPN", "NOUN"}:
        return after not in page.vocabulary.nouns
    for k in range(number.end, min(len(page.tokens), number.end + STREET_LONGEST)):
        if k > number.end and page.lower(k) in page.vocabulary.streets and page.tokens[k].text[:1].isupper():
            return True
        told = (
            page.lower(k) in page.vocabulary.states
        )  # "5 People Wounded In Drive-By Shooting" is no address
        if told or (page.pos(k) != "PROPN" and not page.tokens[k].text[:1].isupper()):
            return False
    return False


def _counts_known(page: Page, group: Group) -> bool:
    """Whether the group's head is a noun of the lexicon."""
    return group.head is not None and page.lower(group.head) in page.vocabulary.nouns


def _is_date(page: Page, bounded: Bounded, group: Group) -> bool:
    """As in "Jan. 20", "20 January", "10-15 March", "May 2014"."""
    number, months = bounded.number, page.vocabulary.months
    before, after = page.lower(number.start - 1), page.lower(number.end)
    if after in months and number.high <= LAST_DAY and number.kind != "words":
        return after != "may" or page.pos(number.end) == "PROPN"
    if before == "." and page.lower(number.start - 2) in months:
        before = page.lower(number.start - 2)
    if before not in months or number.kind == "words" or page.pos(number.start - 1) in {"AUX", "VERB"}:
        return False
    if number.high <= LAST_DAY:
        return not (_counts_known(page, group) and page.lower(number.start - 2) in {"in", "since"})
    return FIRST_YEAR <= number.low <= LAST_YEAR


def _is_year(page: Page, bounded: Bounded, group: Group) -> bool:
    """As in "in 2003", "the 2003 invasion", "1987 saw": four digits without a comma."""
    number = bounded.number
    if not FIRST_YEAR <= number.low <= LAST_YEAR or number.kind not in {"digits", "range"}:
        return False
    if len(page.tokens[number.start].text) not in {4, 9}:
        return False
    known = _counts_known(page, group) and page.lower(number.start - 1) not in page.vocabulary.clock
    known = known and _is_many(group) and page.pos(number.start - 1) not in {"NUM", "PROPN"}
    return not known and not (bounded.hedged and group.head is not None)


def _is_many(group: Group) -> bool:
    """Whether the head is a plural, as a count of four digits wants it."""
    return group.noun is not None and group.noun.plural is not False


def _is_hour(page: Page, bounded: Bounded, group: Group) -> bool:
    """As in "at around 10", "by 7": a small bare number after a word of the clock."""
    if group.head is not None or group.part or group.more or bounded.number.high > LAST_HOUR:
        return False
    if toll_measure(page, bounded.start):
        return False  # "put the toll at 20"
    at = page.lower(bounded.start - 1)
    if at not in page.vocabulary.hours and page.lower(bounded.number.start - 1) not in page.vocabulary.hours:
        return False
    return at in {"at", "by", "until", "till"} or (
        bounded.number.kind == "digits" and at in {"before", "after", "since"}
    )


def _is_age(page: Page, bounded: Bounded, group: Group) -> bool:
    """As in "Malak Maesh, 26,", "Ali (26)", "the ages of 5 and 12"."""
    number, end = bounded.number, bounded.number.end
    if number.high > OLDEST or group.more or group.part:
        return False
    before, after = page.lower(number.start - 1), page.lower(end)
    if after in {"year", "years", "month", "months"} and page.lower(end + 1) in {"-", "old"}:
        return True
    if before == "(" and after == ")":
        return True
    two_back = page.lower(number.start - 2)
    if before == "of" and two_back in {"age", "ages"}:
        return True
    closes = (
        after in {",", ".", ")", ";", "", "and"}
        or after == "who"
        or page.pos(end) in {"VERB", "AUX", "PUNCT"}
    )
    if before != "," or not closes or group.head is not None or number.kind == "words":
        return False
    return page.pos(number.start - 2) == "PROPN" and not page.tokens[number.start - 2].lower.isdigit()


def _is_compound(page: Page, bounded: Bounded, _group: Group) -> bool:
    """As in "three-week", "BMP-15", "252-972-1411", "3-1": a hyphen glues the number to its neighbour."""
    tokens, hyphens = page.tokens, page.vocabulary.hyphens
    start, end = bounded.number.start, bounded.number.end
    if (
        end + 1 < len(tokens)
        and tokens[end].lower in hyphens
        and not tokens[end - 1].space
        and not tokens[end].space
    ):
        return page.lower(end + 1) not in STRONG_WORDS
    if start >= 2 and tokens[start - 1].lower in hyphens and not tokens[start - 1].space:
        return not tokens[start - 2].space
    return False


def _is_bracketed(page: Page, bounded: Bounded, _group: Group) -> bool:
    """A citation "[3]", or an enumerator "2)" that opens a line."""
    start, end = bounded.number.start, bounded.number.end
    if page.lower(start - 1) == "[" and page.lower(end) == "]":
        return True
    return start == 0 and page.lower(end) in {".", ")", ":"} and len(page.tokens) > end + 1


def _is_fraction(page: Page, bounded: Bounded, _group: Group) -> bool:
    """As in "one in five", "three out of ten"."""
    number = bounded.number
    before, two_back = page.lower(number.start - 1), page.lower(number.start - 2)
    if before == "per" or (before == "of" and two_back == "out"):
        return True
    if before in {"in", "every"} and page.tokens[number.start - 2].pos == "NUM" and number.start >= 2:
        return True
    return (
        page.lower(number.end) in {"in", "out"}
        and page.pos(number.end + 1) == "NUM"
        and number.kind == "words"
    )


def _is_comparison(page: Page, _bounded: Bounded, group: Group) -> bool:
    """As in "three times more", "a three pronged attack": a factor or a shape."""
    if group.head is None:
        return False
    if page.lower(group.head) == "times" and page.lower(group.end) in COMPARED:
        return True
    return any(page.lower(k) in SHAPES for k in range(group.start, group.head))


def _is_blows(page: Page, _bounded: Bounded, group: Group) -> bool:
    """As in "was shot three times", "hit twelve times in the chest": blows on one body are no attacks."""
    if group.head is None or page.lower(group.head) != "times":
        return False
    verb = page.tokens[group.head].head
    if page.tokens[verb].lemma in page.vocabulary.blows or _fires_shots(page, verb):
        return True
    after = range(group.end, min(len(page.tokens), group.end + BODY_REACH))
    body = any(page.lower(k) in page.vocabulary.body for k in after)
    return body and page.lower(group.end) in {"in", "on", "across", "through", "to"}


def _fires_shots(page: Page, verb: int) -> bool:
    """As in "fired three times", "fired it twice at friends": shots; not "fired rockets five times"."""
    if page.tokens[verb].lemma != "fire":
        return False
    kids = (page.tokens[k] for k in page.sentence.kids[verb])
    return not any(kid.dep == "dobj" and kid.pos in {"NOUN", "PROPN"} for kid in kids)


def _is_pronoun(page: Page, bounded: Bounded, group: Group) -> bool:
    """As in "one another", "the one", "one must": no number of anything."""
    start, end = bounded.number.start, bounded.number.end
    if page.lower(start) != "one" or end != start + 1:
        return False
    before, after = page.lower(start - 1), page.lower(end)
    if after == "of" and group.head is None and group.part and _befell(page, group.end):
        return False  # "one of them died"
    if after == "of":
        return not is_fatal(page, group.end) and (group.head is None or not _is_one_of_people(page, group))
    return after in AFTER_ONE or before in BEFORE_ONE


def _befell(page: Page, i: int) -> bool:
    """Whether a verb of harm or death follows, with no more than its auxiliaries and adverbs before it."""
    while page.pos(i) in {"AUX", "ADV"}:
        i += 1
    verb = page.pos(i) == "VERB"
    return verb and (
        page.tokens[i].lemma in page.vocabulary.harm_verbs | DYING or page.lower(i) in page.vocabulary.harms
    )


def _is_one_of_people(page: Page, group: Group) -> bool:
    """Whether "one of" names a person ("one of our soldiers") and no rank ("one of the worst")."""
    noun = group.noun
    if noun is None or noun.unit != "people":
        return False
    owned = any(page.tokens[k].tag == "POS" for k in range(group.start, group.head or group.start))
    pointing = {"our", "their", "its", "his", "her", "the", "those"}
    best = any(page.tokens[k].tag in {"JJS", "RBS"} for k in range(group.start, group.end))
    return owned or (page.lower(group.start - 1) in pointing and not best)


def _is_fired(page: Page, bounded: Bounded, group: Group) -> bool:
    """Votes and scores: "voted 57 to 40", "won 3 to 1"."""
    before = page.tokens[bounded.start - 1].lemma if bounded.start else ""
    return group.head is None and before in page.vocabulary.scores


CHECKS = (
    ("channel", _is_channel),
    ("parent", _is_of_parent),
    ("money", _is_money),
    ("compound", _is_compound),
    ("bracketed", _is_bracketed),
    ("date", _is_date),
    ("year", _is_year),
    ("unit", _is_unit),
    ("label", _is_label),
    ("address", _is_address),
    ("hour", _is_hour),
    ("age", _is_age),
    ("fraction", _is_fraction),
    ("comparison", _is_comparison),
    ("blows", _is_blows),
    ("pronoun", _is_pronoun),
    ("score", _is_fired),
)
