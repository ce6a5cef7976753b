"""Signing in, in a real browser: by a code, by a passkey, as a made-up person."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from playwright.sync_api import BrowserContext, Page, expect

from browser import check_at_both_widths, debugger_of
from cast import Cast

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SignIn = Callable[[BrowserContext, Any], None]


def code() -> str:
    found = re.search(r"^([A-Z0-9-]{6,9})$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found
    return found[1]


def sign_in_by_code(page: Page) -> None:
    page.goto("/account/login/")
    page.get_by_label("Email address").fill("petra.parent@example.org")
    page.get_by_role("button", name="Email me a code").click()
    page.get_by_role("heading", name="Check your email").wait_for()
    check_at_both_widths(page)
    page.get_by_label("Code").fill(code())
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name="Sign out").wait_for()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_parent_signs_in_with_a_mailed_code(
    cast: Cast, open_browser: Callable[..., Any], scripts: bool
) -> None:
    page = open_browser(scripts=scripts).new_page()
    page.goto("/account/login/")
    page.get_by_label("Email address").fill("petra.parent@example.org")
    page.get_by_role("button", name="Email me a code").click()
    page.get_by_role("heading", name="Check your email").wait_for()
    page.get_by_label("Code").fill("WRONG1")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("link", name="The code is not right")).to_be_visible()
    page.get_by_label("Code").fill(code())
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("link", name="Petra Parent")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()


def with_fingerprint(page: Page) -> None:
    """A made-up device that always recognises its owner (Chrome's virtual authenticator)."""
    session = debugger_of(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_a_passkey_made_once_signs_in_alone(cast: Cast, page: Page, settings: Any) -> None:
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    sign_in_by_code(page)
    page.goto("/account/2fa/webauthn/add/")
    check_at_both_widths(page)
    with_fingerprint(page)
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    check_at_both_widths(page)
    for path in ("/account/2fa/", "/account/2fa/webauthn/"):
        page.goto(path)
        check_at_both_widths(page)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("link", name="Sign in").first.wait_for()
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("link", name="Petra Parent").wait_for()


def test_a_passkey_that_is_not_there_says_so_and_leaves_the_code(
    cast: Cast, page: Page, settings: Any
) -> None:
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    page.goto("/account/login/")
    page.evaluate(
        "() => { navigator.credentials.get = async () => { throw new DOMException('', 'NotAllowedError') } }"
    )
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("The passkey was not used").wait_for()
    expect(page.get_by_role("button", name="Email me a code")).to_be_visible()


def test_without_scripts_no_passkey_is_offered(cast: Cast, open_browser: Callable[..., Any]) -> None:
    page = open_browser(scripts=False).new_page()
    page.goto("/account/login/")
    expect(page.get_by_role("button", name="Sign in with a passkey")).not_to_be_visible()


def test_an_authenticator_app_page_can_be_read_by_everybody(
    cast: Cast, page: Page, sign_in_as: SignIn
) -> None:
    sign_in_as(page.context, cast.parent)
    page.goto("/account/2fa/totp/activate/")
    check_at_both_widths(page)
    page.get_by_role("button", name="Turn it on").click()
    expect(page).to_have_title(re.compile("^Error: "))
    check_at_both_widths(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_one_click_is_a_made_up_person(cast: Cast, open_browser: Callable[..., Any], scripts: bool) -> None:
    from alongside.records.models import Account

    Account.objects.filter(id=cast.officer.account).update(is_persona=True)
    page = open_browser(scripts=scripts).new_page()
    page.goto("/demo")
    if scripts:
        check_at_both_widths(page)
    page.get_by_role("button", name="Be Cora Coordinator").click()
    expect(page.get_by_role("link", name="Cora Coordinator").first).to_be_visible()
    assert page.url.rsplit("/", 1)[1] not in {"", "demo"}
