"""The toll of a report's main event: short reports that are invented, with the killed and injured they tell of."""

from __future__ import annotations

import pytest
from engines import engine, sources

from dateline import language, mentions, reports
from dateline.claims import attribute
from dateline.claims.toll import Count, Toll, toll
from dateline.records import Claim

UNKNOWN = (None, None)


def taken(
    text: str, *, headline: str | None = None, attackers: bool = True
) -> tuple[Toll, tuple[Claim, ...]]:
    whole = f"{headline}\n\n{text}" if headline else text
    report = reports.from_text(whole, headline=headline, published="2031-03-09")
    sentences, _ = language.parse(report, engine())
    found, _ = mentions.find(report, sentences, sources())
    claims, _ = attribute(report, sentences, found)
    return toll(report, sentences, found, claims, attackers=attackers), claims


REPORTS = (
    # one person, told of again and again
    ("A man was shot in Varda on Friday. The victim was taken to a hospital, where he died.", (1, 1), UNKNOWN),
    ("A 14-year-old boy was shot on Friday. The boy was shot in the leg, police said. He is expected to survive.",
     UNKNOWN, (1, 1)),
    ("A woman was killed on Friday. Mara Odeh, 31, was pronounced dead at the scene.", (1, 1), UNKNOWN),
    ("A teenager shot in Varda has died. Rana Odeh, 16, did not survive her wounds.", (1, 1), UNKNOWN),
    # several, apart
    ("A 19-year-old man was shot in the leg. A 22-year-old man was shot in the arm, and a girl was hit by a bullet.",
     UNKNOWN, (3, 3)),
    ("A man was killed and a woman was wounded on Friday.", (1, 1), (1, 1)),
    ("A man was shot dead on Friday. Another man was wounded.", (1, 1), (1, 1)),
    ("A guard was killed on Friday. The guard's wife is in critical condition.", (1, 1), (1, 1)),
    # totals, their parts, and others
    ("Five people were shot in Varda. One of them died. Two of the victims were taken to a hospital.", (1, 1), (4, 4)),
    ("Two men were killed and three others were injured on Friday. A 20-year-old woman was among the injured.",
     (2, 2), (3, 3)),
    ("A baker and four others were wounded on Friday.", UNKNOWN, (5, 5)),
    ("Six people, including two children, were killed in Varda.", (6, 6), UNKNOWN),
    ("At least fifteen people were shot in Varda on Friday.", UNKNOWN, (15, None)),
    ("A triple shooting in Varda left a man dead on Friday.", (1, 1), (2, 2)),
    ("A quadruple homicide in Varda shocked the town.", (4, 4), UNKNOWN),
    ("Police found four victims in a flat in Varda. All four victims were shot.", UNKNOWN, (4, 4)),
    ("Two people are dead in Varda. A man shot a woman and then himself, police said.", (2, 2), UNKNOWN),
    ("Four people were taken to a hospital in Varda, where they were pronounced dead.", (4, 4), UNKNOWN),
    ("Five people were shot in Varda on Friday. Three others were taken to a hospital.", UNKNOWN, (5, 5)),
    ("Five teens were hurt on Friday. Four boys and a girl were shot. Four victims were taken to a hospital.",
     UNKNOWN, (5, 5)),
    ("Four people were shot. All four victims were taken to a hospital. One of the victims died.", (1, 1), (3, 3)),
    ("Two boys were shot dead on Friday. One boy was pronounced dead at the scene. The other died in a hospital.",
     (2, 2), UNKNOWN),
    ("Five people were shot, one of them fatally, in Varda.", (1, 1), (4, 4)),
    ("Police are investigating the fatal shooting of a 34-year-old woman.", (1, 1), UNKNOWN),
    ("He was charged with the shooting of two girls by their uncle.", UNKNOWN, (2, 2)),
    ("Two men were charged in the non-fatal shooting of a boy.", UNKNOWN, (1, 1)),
    ("Police are investigating a shooting death in Varda.", (1, 1), UNKNOWN),
    ("Four people, three women and a man, were shot in Varda.", UNKNOWN, (4, 4)),
    ("Three people were killed and another wounded in Varda.", (3, 3), (1, 1)),
    ("The brothers met three friends. All five men were shot, and Rado Odeh died.", (1, 1), (4, 4)),
    ("One of five victims in a Varda shooting has died.", (1, 1), (4, 4)),
    # of another day
    ("A boy was shot in Varda on Friday. Just last year, a man was shot in the street.", UNKNOWN, (1, 1)),
    ("A boy was shot on Friday. The child's grandfather died in a crash.", UNKNOWN, (1, 1)),
    ("Two officers were shot in Varda. Two women were found dead.", (2, 2), (2, 2)),
    ("At least two were hurt in Varda. A boy, a girl and a nurse were shot.", UNKNOWN, (3, None)),
    ("They charged the father of a girl shot in the street.", UNKNOWN, (1, 1)),
    ("A 16-year-old was taken to the juvenile detention center. A boy was shot.", UNKNOWN, (1, 1)),
    ("Shots were fired into a home, striking a child in the shoulder.", UNKNOWN, (1, 1)),
    ("Police are investigating an accidental shooting death. The gun went off, striking a man in the chest.",
     (1, 1), UNKNOWN),
    ("A 5-year-old boy shot and critically injured his 6-year-old brother.", UNKNOWN, (1, 1)),
    ("Rado Odeh, a 22-year-old Latino, died in Varda after he was shot.", (1, 1), UNKNOWN),
    ("Matt Odeh, 15, died on March 1, killed by a gunshot wound.", (1, 1), UNKNOWN),
    # told by wounds or death alone, with no act
    ("A baby and four other people are in the hospital after a shooting in Varda.", UNKNOWN, (5, 5)),
    ("A shooting in Varda sent five people to the hospital.", UNKNOWN, (5, 5)),
    ("A shooting in Varda left a boy in critical condition.", UNKNOWN, (1, 1)),
    ("A shooting in Varda left a girl clinging to life. The girl is fighting for her life.", UNKNOWN, (1, 1)),
    ("A crash sent two people to the hospital. A man was shot dead on Friday.", (1, 1), UNKNOWN),
    ("Officers found a man with a gunshot wound to the leg.", UNKNOWN, (1, 1)),
    ("Officers found Mara Odeh, 21, suffering from a gunshot wound. Odeh was pronounced dead at the scene.",
     (1, 1), UNKNOWN),
    ("An injured woman was found outside the house.", UNKNOWN, (1, 1)),
    ("Three others walked into a hospital with gunshot wounds.", UNKNOWN, (3, 3)),
    ("A boy was killed. The deceased was a pupil in Varda.", (1, 1), UNKNOWN),
    ("A shooting claimed the lives of a boy and his mother.", (2, 2), UNKNOWN),
    ("The family of a 14-year-old boy fatally shot outside a shop is devastated.", (1, 1), UNKNOWN),
    ("Her son was shot on Friday. The mother died in May of cancer.", UNKNOWN, (1, 1)),
    ("There is one wounded and one deceased, police in Varda said.", (1, 1), (1, 1)),
    ("Police found a body in a burnt house in Varda.", (1, 1), UNKNOWN),
    # whoever did it, with those harmed
    ("A clerk killed four classmates and himself in Varda.", (5, 5), UNKNOWN),
    ("A man shot dead seven people before killing himself.", (8, 8), UNKNOWN),
    # apart, and together
    ("A 20-year-old man was shot and died. Another 20-year-old man was shot in the back.", (1, 1), (1, 1)),
    ("A shooting left three dead and injured another. Three of the shooting victims died at the scene.",
     (3, 3), (1, 1)),
    ("A teen was killed and a girl wounded. Two teenagers were shot, police said.", (1, 1), (1, 1)),
    ("Several people were hurt on Friday. Mara Odeh, Rana Vale, Anna Rell and Nora Bast were taken to a hospital.",
     UNKNOWN, (4, 4)),
    ("A triple shooting left one person dead and two others injured.", (1, 1), (2, 2)),
    ("Two were killed and five others wounded. Five others were hurt, police said, among them a boy.", (2, 2), (5, 5)),
    # nobody, and nothing said
    ("A gun went off in a shop in Varda. No one was hurt.", UNKNOWN, (0, 0)),
    ("Police in Varda are looking for a man who stole a car.", UNKNOWN, UNKNOWN),
    ("A man tried to kill his neighbour in Varda.", UNKNOWN, UNKNOWN),
    ("A man was charged with murder in Varda.", (1, 1), UNKNOWN),
    ("Six men are charged over the attempted murders of five teenagers in Varda.", UNKNOWN, UNKNOWN),
    # other events
    ("A man was killed in Varda on Friday. At least 40 people have been killed there this year.", (1, 1), UNKNOWN),
    # their own hand
    ("A man shot his wife before turning the gun on himself. The woman is in a hospital in Varda.", (1, 1), (1, 1)),
    ("Mara Odeh accidentally shot herself in the foot.", UNKNOWN, (1, 1)),
    ("Police say Ardan killed one person, wounded three others, and then killed himself.", (2, 2), (3, 3)),
    ("A soldier killed a woman and then himself in Varda on Friday.", (2, 2), UNKNOWN),
    ("A rampage left seven people dead before the gunman killed himself.", (8, 8), UNKNOWN),
    ("A man shot and killed his wife, son and daughter before killing himself in a home.", (4, 4), UNKNOWN),
    ("The officer was hurt after he shot himself in the foot. The officer was taken to a hospital.", UNKNOWN, (1, 1)),
    # a rank among those told of
    ("Four men were shot at a bar. Three were treated for wounds. The fourth man died.", (1, 1), (3, 3)),
    ("A third person has died after a shooting in Varda. Officers had found four shooting victims.", (3, None), (1, 1)),
    ("An eighth-grade student shot himself dead in Varda.", (1, 1), UNKNOWN),
    # parts of the body, and sickbeds
    ("The gun went off, grazing the back of the victim's head.", UNKNOWN, (1, 1)),
    ("The bullet struck the inside of Mr. Odeh's thigh.", UNKNOWN, (1, 1)),
    ("A girl went to a hospital for treatment of a gunshot wound to the leg.", UNKNOWN, (1, 1)),
    ("The shooting left a woman dead and their 13-year-old daughter in a coma.", (1, 1), (1, 1)),
    ("The victim was released from the hospital on Sunday. The suspect was released from the detention center.",
     UNKNOWN, (1, 1)),
    # the same people again
    ("A boy was shot on Monday. The victim has been identified as Dno Russell. Russell died. Dno was shot in the head.",
     (1, 1), UNKNOWN),
    ("Three women were found killed. Police identified the victims as Mara Odeh, 20, Rana Odeh, 30, and Ana Rell, 40.",
     (3, 3), UNKNOWN),
    ("A baby was shot in the head. Father and son were transported to a hospital. The baby died.", (1, 1), (1, 1)),
    ("A 12-year-old boy was shot. The victim was identified as Marlin Rell Jr., 12. Rell was pronounced dead.",
     (1, 1), UNKNOWN),
    ("A woman was killed and three men were wounded. Three other victims were taken to a hospital.", (1, 1), (3, 3)),
    ("A triple shooting in Varda. Three people were injured, including a girl who succumbed to her injuries.",
     (1, 1), (2, 2)),
    ("One of the victims in the shooting that sent five people to the hospital has died.", (1, 1), (4, 4)),
    ("A 14-year-old was shot. He was one of four people hit by gunfire.", UNKNOWN, (4, 4)),
    ("Three people are dead and a fourth is wounded, police in Varda said.", (3, 3), (1, 1)),
    ("A girl, 12, was killed. Her father stood by when a constable shot Mr. Odeh in the arm.", (1, 1), (1, 1)),
    ("Several were hit. The victims were identified as Mara Odeh, 24, Rana Vale, 26, Nora Bast, 21, and Ana Rell, 23.",
     UNKNOWN, (4, 4)),
    ("A man has died after a shooting. Police said that a man, identified as Timo Rell, 61, suffered a gunshot wound.",
     (1, 1), UNKNOWN),
    ("A girl was shot in the leg. Early reports said one person had died, but that proved to be incorrect.",
     UNKNOWN, (1, 1)),
    ("A bystander said (Photo: Drew Odeh / Varda Post) that a man shot his girlfriend.", UNKNOWN, (1, 1)),
)  # fmt: skip


@pytest.mark.parametrize(("text", "killed", "injured"), REPORTS)
def test_the_toll_of_a_report(
    text: str, killed: tuple[int | None, int | None], injured: tuple[int | None, int | None]
) -> None:
    got, _ = taken(text)
    assert (got.killed, got.injured) == (Count(*killed), Count(*injured))


def test_a_headline_and_its_text_tell_of_the_same_people() -> None:
    got, _ = taken(
        "Two men and a boy were shot on Friday, police said.", headline="2 men, 1 boy shot in Varda"
    )
    assert (got.killed, got.injured) == (Count(), Count(3, 3))


def test_the_headlines_total_comes_first() -> None:
    text = "Three people were killed in Varda. Earlier, twelve people had been killed in Selm."
    got, _ = taken(text, headline="3 killed in Varda")
    assert got.killed == Count(3, 3)


HEADLINES = (
    (
        "Mother charged after 5-year-old shot in Varda",
        "A girl, 5, was shot in the arm on Friday.",
        UNKNOWN,
        (1, 1),
    ),
    ("Father of 5 killed in Varda", "Aron Vale, a father of five, was shot dead on Friday.", (1, 1), UNKNOWN),
    ("Three fatally shot outside a bar", "Police have no suspect.", (3, 3), UNKNOWN),
    ("Boy dies after being shot by another boy", "A boy has died, police said.", (1, 1), UNKNOWN),
    ("Teen shot, two others wounded", "The two others are stable.", UNKNOWN, (3, 3)),
    (
        "Seven men shot in Varda",
        "Seven men were shot. Two more men walked into a hospital with gunshot wounds.",
        UNKNOWN,
        (7, 7),
    ),
    ("Mother of son shot speaks", "The woman spoke on Friday.", UNKNOWN, (1, 1)),
    ("Two shot, one dead in Varda", "A man was found dead on Friday.", (1, 1), (1, 1)),
    ("5 people shot, 1 dead after party in Varda", "A man was found dead on Friday.", (1, 1), (4, 4)),
    ("Four shot to death in Varda, then gunman kills himself", "The man is not named.", (5, 5), UNKNOWN),
    (
        "Baby, 4 people injured in Varda",
        "A baby and four other people were injured on Friday.",
        UNKNOWN,
        (5, 5),
    ),
    ("3 Men, 1 Female Passerby Injured in Varda", "Four people were injured after gunfire.", UNKNOWN, (4, 4)),
    ("Father kills wife, son, daughter, then himself", "Neighbours heard shots.", (4, 4), UNKNOWN),
    ("Man arrested in fatal shooting of mother, 2 teens in Varda", "A man was arrested.", (3, 3), UNKNOWN),
    (
        "Police seek man who killed 4 people - NewsOn7.com - Varda, OK - News, Video",
        "A search is on.",
        (4, 4),
        UNKNOWN,
    ),
    (
        "Man shot in Varda - KZZA 9 News Port Varda, Louisiana News, Weather",
        "Man shot in Varda",
        UNKNOWN,
        (1, 1),
    ),
)


@pytest.mark.parametrize(("headline", "text", "killed", "injured"), HEADLINES)
def test_whom_a_headline_counts(
    headline: str, text: str, killed: tuple[int | None, int | None], injured: tuple[int | None, int | None]
) -> None:
    got, _ = taken(text, headline=headline)
    assert (got.killed, got.injured) == (Count(*killed), Count(*injured))


def test_who_is_told_of_late_for_the_first_time_is_of_another_event() -> None:
    talk = "The mayor spoke of the harbour and of the price of fish. " * 12
    got, claims = taken(
        f"A man was killed in Varda on Friday. {talk}A 12-year-old girl was killed in Selm in May."
    )
    assert got.killed == Count(1, 1)
    assert [c.id in got.used for c in claims if c.figures] == [True, False]
    assert [c.id in got.aside for c in claims if c.figures] == [False, True]


def test_a_second_victim_told_of_late_counts_where_none_was_hurt_before() -> None:
    talk = "The mayor spoke of the harbour and of the price of fish. " * 12
    late = "A second victim was hit in the leg."
    assert taken(f"A man was killed in Varda on Friday. {talk}{late}")[0].injured == Count(1, 1)
    assert taken(f"A man was killed and a boy wounded on Friday. {talk}{late}")[0].injured == Count(1, 1)


def test_an_attacker_can_be_left_out() -> None:
    text = "A gunman killed a baker in Varda. The gunman was shot dead by police."
    assert taken(text)[0].killed == Count(2, 2)
    assert taken(text, attackers=False)[0].killed == Count(1, 1)


def test_a_claim_is_used_or_set_aside_not_both() -> None:
    text = "Three people were killed in Varda on Friday. In an unrelated attack, two men were killed in Selm."
    got, claims = taken(text)
    assert got.killed == Count(3, 3)
    assert not set(got.used) & set(got.aside)
    assert len(got.used) == len(got.aside) == 1
    assert {*got.used, *got.aside} <= {c.id for c in claims}


@pytest.mark.parametrize(
    ("count", "best"), [(Count(), None), (Count(3), 3), (Count(None, 5), 5), (Count(2, 4), 2)]
)
def test_the_number_that_stands_for_a_count(count: Count, best: int | None) -> None:
    assert count.best == best
