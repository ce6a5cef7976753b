"""Signing in by a code, adding a second way, signing out. The real library, the real pages."""

import re
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail

from cast import Cast
from strict_html import StrictClient

pytestmark = pytest.mark.usefixtures("demo")
ADDRESS = "petra.parent@example.org"


def text(response: Any) -> str:
    return str(response.content.decode())


def ask_for_code(client: Any, address: str = ADDRESS) -> Any:
    return client.post("/account/login/", {"login": address}, follow=True)


def mailed_code() -> str:
    found = re.search(r"^([A-Z0-9-]{6,9})$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[1]


def test_a_code_that_was_mailed_signs_in(client: Any, cast: Cast) -> None:
    page = ask_for_code(client)
    assert "Check your email" in text(page)
    assert mail.outbox[-1].to == [ADDRESS]
    assert mail.outbox[-1].subject == "Your sign-in code"
    client.post("/account/login/code/confirm/", {"code": mailed_code()})
    assert client.session["_auth_user_id"] == str(cast.parent.account)


def test_signing_in_leads_back_to_the_page_that_was_asked_for(client: Any, cast: Cast) -> None:
    client.post(
        "/account/login/?next=/try/work", {"login": "cora.coordinator@example.org", "next": "/try/work"}
    )
    page = client.post(
        "/account/login/code/confirm/?next=/try/work", {"code": mailed_code(), "next": "/try/work"}
    )
    assert page["Location"] == "/try/work"


def test_an_address_without_an_account_cannot_be_told_from_one_with(cast: Cast) -> None:
    known = ask_for_code(StrictClient())
    unknown = ask_for_code(StrictClient(), "nobody@example.org")
    assert without_token(text(unknown)) == without_token(text(known)).replace(ADDRESS, "nobody@example.org")
    assert mail.outbox[-1].to == ["nobody@example.org"]
    assert "There is no account for it." in str(mail.outbox[-1].body)


def without_token(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_no_mail_says_who_the_child_is(client: Any, cast: Cast) -> None:
    ask_for_code(client)
    assert "Ivy" not in str(mail.outbox[-1].body) + mail.outbox[-1].subject


def test_a_wrong_code_is_refused_with_a_sentence_and_a_link_to_the_box(client: Any, cast: Cast) -> None:
    ask_for_code(client)
    page = text(client.post("/account/login/code/confirm/", {"code": "AAAAAA"}))
    assert "<title>Error: Check your email" in page
    assert 'href="#id_code">The code is not right.' in page


def test_too_many_wrong_codes_end_the_attempt(client: Any, cast: Cast) -> None:
    ask_for_code(client)
    code = mailed_code()
    for _ in range(3):
        client.post("/account/login/code/confirm/", {"code": "AAAAAA"})
    client.post("/account/login/code/confirm/", {"code": code})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("typed", "sentence"), [("", "Enter your email address"), ("petra", "like name@example.com")]
)
def test_what_is_no_address_is_refused_with_a_sentence(
    client: Any, cast: Cast, typed: str, sentence: str
) -> None:
    page = text(client.post("/account/login/", {"login": typed}))
    assert "There is a problem" in page
    assert sentence in page
    assert not mail.outbox


@pytest.mark.parametrize(
    "path", ["signup/", "email/", "password/reset/", "password/change/", "password/set/"]
)
def test_nobody_can_sign_up_or_use_a_password(client: Any, cast: Cast, path: str) -> None:
    assert client.get(f"/account/{path}").status_code == 404


def test_a_closed_account_cannot_sign_in(client: Any, cast: Cast) -> None:
    from alongside.records.models import Account

    Account.objects.filter(id=cast.parent.account).update(is_active=False)
    ask_for_code(client)
    assert "There is no account for it." in str(mail.outbox[-1].body)


def test_signing_out_takes_a_press_of_a_button(signed_in: Any, cast: Cast) -> None:
    client = signed_in(cast.parent)
    assert "Sign out" in text(client.get("/account/logout/"))
    assert "_auth_user_id" in client.session
    client.post("/account/logout/")
    assert "_auth_user_id" not in client.session


def totp_code(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))


@pytest.fixture
def with_app(transactional_db: None, signed_in: Any, cast: Cast) -> Any:
    """The parent, signed in, who has just set up an authenticator app; kept for good, as in life."""
    client = signed_in(cast.parent)
    page = text(client.get("/account/2fa/totp/activate/"))
    secret = re.search(r"Key: <strong>(\w+)</strong>", page)
    assert secret
    client.post("/account/2fa/totp/activate/", {"code": totp_code(secret[1])})
    return client


def test_an_authenticator_app_can_be_set_up_and_gives_recovery_codes(with_app: Any) -> None:
    assert "An authenticator app is set up." in text(with_app.get("/account/2fa/"))
    codes = text(with_app.get("/account/2fa/recovery-codes/"))
    assert "10 of 10 codes are left." in codes
    download = with_app.get("/account/2fa/recovery-codes/download/")
    assert download["Content-Disposition"].startswith("attachment")
    assert len(text(download).split()) == 10


def test_with_an_app_the_mailed_code_alone_does_not_sign_in(with_app: Any) -> None:
    codes = text(with_app.get("/account/2fa/recovery-codes/download/")).split()
    with_app.post("/account/logout/")
    ask_for_code(with_app)
    page = with_app.post("/account/login/code/confirm/", {"code": mailed_code()}, follow=True)
    assert "Second step" in text(page)
    assert "_auth_user_id" not in with_app.session
    assert "The code is not right." in text(with_app.post("/account/2fa/authenticate/", {"code": "000000"}))
    with_app.post("/account/2fa/authenticate/", {"code": codes[0]})
    assert "_auth_user_id" in with_app.session


def test_without_a_second_way_the_page_says_so(signed_in: Any, cast: Cast) -> None:
    assert "No authenticator app is set up." in text(signed_in(cast.parent).get("/account/2fa/"))


@pytest.mark.parametrize(
    "path",
    ["", "totp/deactivate/", "recovery-codes/generate/", "webauthn/", "webauthn/add/", "reauthenticate/"],
)
def test_every_page_about_the_account_is_a_good_page(with_app: Any, path: str) -> None:
    assert with_app.get(f"/account/2fa/{path}").status_code == 200


def test_a_wrong_code_of_the_app_is_refused_with_a_sentence(signed_in: Any, cast: Cast) -> None:
    client = signed_in(cast.parent)
    client.get("/account/2fa/totp/activate/")
    page = text(client.post("/account/2fa/totp/activate/", {"code": "000000"}))
    assert "There is a problem" in page
    assert 'href="#id_code"' in page


def test_the_account_pages_are_for_those_who_have_signed_in(client: Any, cast: Cast) -> None:
    assert client.get("/account/2fa/")["Location"].startswith("/account/login/")
