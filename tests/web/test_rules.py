"""The rule book on the screen: open to anyone, complete, and honest about what is not verified."""

import re
from typing import Any

import pytest

from alongside.core.law import rule_page
from alongside.core.law.lawbook import LawBook

pytestmark = pytest.mark.django_db
BOOK = LawBook.load()


def test_anyone_reads_a_rule_with_its_source_and_examples(client: Any) -> None:
    page = client.get("/rules/A06").content.decode()
    assert "SEND Regulations 2014 reg 13(2)" in page
    assert "20 weeks after that day" in page
    assert "Worked examples" in page
    assert "rule A12" in page


def test_rule_that_was_not_compared_with_its_source_says_so(client: Any) -> None:
    unverified = [rule for rule in rule_page.rules() if rule_page.of(rule, BOOK).unverified]
    assert unverified
    page = client.get(f"/rules/{unverified[0]}").content.decode()
    assert "has not been compared with its source yet" in page
    assert "has not been compared with its source yet" not in client.get("/rules/A06").content.decode()


def test_every_rule_is_on_the_list_and_has_a_page(client: Any) -> None:
    listed = client.get("/rules").content.decode()
    for rule in rule_page.rules():
        assert f'href="/rules/{rule}"' in listed
        assert client.get(f"/rules/{rule}").status_code == 200


def test_no_page_of_the_law_shows_the_marks_of_its_source(client: Any) -> None:
    for address in ("/rules", *(f"/rules/{rule}" for rule in rule_page.rules())):
        main = client.get(address).content.decode().split("<main")[1].split("</main>")[0]
        words = re.sub(r"<[^>]*>", " ", main)
        assert not re.search(r"`|[a-z0-9]_[a-z0-9]|TRUE|FALSE", words), address
    assert "In the reading “8w notice”" in client.get("/rules/R09e").content.decode()


def test_rule_that_does_not_exist_is_not_found(client: Any) -> None:
    assert client.get("/rules/X99").status_code == 404


def test_reason_for_a_date_leads_to_its_rule(cast: Any, signed_in: Any) -> None:
    page = signed_in(cast.officer).get(f"/cases/{cast.case.case_id}").content.decode()
    assert 'href="/rules/A02"' in page
