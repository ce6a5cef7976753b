"""Finding a child by whatever somebody has in hand."""

from datetime import date

import pytest

from alongside.app.actions import requests
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.requests import NewRequest
from alongside.app.queries import search
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import Channel, RequestSource
from alongside.core.refusal import Refused
from cast import Cast


@pytest.fixture
def children(cast: Cast) -> Cast:
    """Names with everything that names have."""
    for forename, surname, born_on, known_as, upn, nhs in (
        ("Zoë", "O'Brien", date(2016, 2, 29), "Zo", "A931000012345", "9434765919"),
        ("Anne-Marie", "Smith-Jones", date(2012, 9, 1), "", "B931000054321", ""),
        ("Müge", "Şahin", date(2012, 9, 1), "", "", ""),
    ):
        requests.register(
            NewChild(forename, surname, born_on, known_as=known_as, upn=upn, nhs_number=nhs),
            [NewParty("PARENT", "A Parent")],
            NewRequest(date(2026, 11, 23), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.PHONE, "A Parent"),
            by=cast.officer,
            at=cast.at,
        )
    return cast


def names(cast: Cast, asked: str) -> list[str]:
    return [found.name for found in search.search(asked, by=cast.officer, at=cast.at).found]


def found_or_refused(cast: Cast, asked: str) -> list[str]:
    """Whom it finds; nobody where it is refused as nothing to look for."""
    try:
        return names(cast, asked)
    except Refused:
        return []


@pytest.mark.parametrize(
    "asked",
    [
        "obrien", "O'Brien", "o’brien", "zoe", "ZOË", "zoe ob", "obr zo", "A931000012345", "9434765919", "943 476 5919",
        "29/2/2016", "29 February 2016", "2016-02-29", "E26-00002", "e26-00002", "zoe 29.2.2016", "Zo",
        "obrien E26-00002",
    ],
)  # fmt: skip
def test_child_is_found_by(children: Cast, asked: str) -> None:
    assert names(children, asked) == ["Zoë O'Brien"]


@pytest.mark.parametrize(
    "asked",
    ["zoe smith", "29/2/2016 smith", "E26-00001 zoe", "brienx", "30/2/2015 x", "9434765910", "E26-99999"],
)
def test_what_does_not_fit_in_every_part_is_not_found(children: Cast, asked: str) -> None:
    if "30/2" in asked:
        with pytest.raises(Refused, match="not a real date"):
            names(children, asked)
    else:
        assert names(children, asked) == []


def test_both_halves_of_a_double_name_find_it(children: Cast) -> None:
    assert (
        names(children, "jones")
        == names(children, "smith")
        == names(children, "marie")
        == ["Anne-Marie Smith-Jones"]
    )


def test_date_of_birth_alone_finds_all_who_share_it(children: Cast) -> None:
    assert names(children, "1 Sep 2012") == ["Anne-Marie Smith-Jones", "Müge Şahin"]


def test_accents_do_not_matter(children: Cast) -> None:
    assert names(children, "muge sahin") == ["Müge Şahin"]


@pytest.mark.parametrize("asked", ["", "   ", "!!!", "' | *", ":* & )"])
def test_nothing_to_look_for_is_a_sentence(children: Cast, asked: str) -> None:
    with pytest.raises(Refused, match="Enter a name"):
        names(children, asked)


@pytest.mark.parametrize("asked", ["a' or 1=1 --", "x:*|y", "\\", "<->", "%", "\x00zoe", "ΩΩΩ", "😀"])
def test_signs_of_the_query_language_are_only_text(children: Cast, asked: str) -> None:
    assert found_or_refused(children, asked) in ([], ["Zoë O'Brien"])


def test_date_in_the_future_is_a_sentence(children: Cast) -> None:
    with pytest.raises(Refused, match="is in the future"):
        names(children, "1/1/2030")


@pytest.mark.parametrize("who", ["parent", "stranger", "psychologist", "senco"])
def test_only_officers_search(children: Cast, who: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        search.search("ivy", by=children.again(getattr(children, who)), at=children.at)


def test_another_authority_finds_nobody_of_this_one(children: Cast) -> None:
    assert search.search("ivy", by=children.officer_elsewhere, at=children.at).found == ()


def test_too_many_are_cut_and_said_to_be(children: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST", 1)
    results = search.search("1 Sep 2012", by=children.officer, at=children.at)
    assert len(results.found) == 1
    assert results.is_cut
