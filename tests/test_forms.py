"""Forms asked for once are the forms that the whole pipeline would have given."""

from __future__ import annotations

import pytest
from engines import engine

from dateline.language import Engine, forms, load

TEXTS = (
    "There is no one left in the town. There's nobody, and there were 12 dead.",
    "They ain't gonna leave; y'all gotta go, let's go. C'mon, they shoulda said so.",
    "The shelling\n has killed  three men\u00a0and wounded others in Tal Amra on 3 May.",
    "He'd have gone. Nothin' doin', ol' friend: 'em lot went in, and that was that.",
    "IS fighters shot at it; it shot at you, and I saw I was alone.",
)


@pytest.fixture(scope="module", name="engine")
def the_engine() -> Engine:
    return engine()


def whole(engine: Engine, text: str) -> list[tuple[str, ...]]:
    return [(t.lower_, t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in engine(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_forms_are_those_of_the_pipeline(engine: Engine, text: str) -> None:
    for _ in range(2):  # asked for, then remembered
        [(_, known)] = forms.parsed(engine, [text])
        assert [form[:5] for form in known] == whole(engine, text)


def test_forms_are_forgotten_when_they_are_too_many(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "MOST_KEPT", 3)
    found = [[form[:5] for form in known] for _, known in forms.parsed(engine, TEXTS)]
    assert found == [whole(engine, text) for text in TEXTS]


def test_a_pipeline_with_other_rules_is_run_as_it_is() -> None:
    engine = load()
    assert forms._known(engine) is not None
    engine.get_pipe("attribute_ruler").add([[{"SHAPE": "Xxxxx"}]], {"LEMMA": "name"})
    forms._known.cache_clear()
    assert forms._known(engine) is None
    [(_, known)] = forms.parsed(engine, ["Shells fell on Sardis."])
    assert [form.lemma for form in known] == ["name", "fall", "on", "name", "."]
