"""Signing in: by a code sent to the address of an account that exists, or by a passkey. Nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.signals import authenticator_added
from django.conf import settings
from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path

from alongside.app.queries import accounts
from alongside.web.refused import not_found

QUIET = frozenset(
    {
        "account/messages/logged_in.txt",
        "account/messages/logged_out.txt",
        "account/messages/login_code_sent.txt",
    }
)
"""Messages that tell people what the page before them shows already."""


class Adapter(DefaultAccountAdapter):
    """How allauth behaves here. Accounts are made by invitation, when a case or a position is."""

    error_messages = {  # noqa: RUF012  as the library declares it
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": "The code is not right. Check the newest email, or ask for another code.",
        "too_many_login_attempts": "Too many tries. Wait five minutes, then ask for another code.",
        "rate_limited": "Too many tries. Wait five minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an account without a case or a position would show nothing."""
        return False

    def add_message(self, request: HttpRequest, level: int, *args: Any, **options: Any) -> None:
        """Library messages, without those that only repeat what can be seen."""
        template = options.get("message_template") or (args[0] if args else "")
        if template not in QUIET:
            super().add_message(request, level, *args, **options)

    def format_email_subject(self, subject: str) -> str:
        """The subject as it stands: no `[site]` in front."""
        return subject


class Backend(AuthenticationBackend):
    """Who has signed in, read together with what they may do, so that a request asks for them once."""

    def get_user(self, user_id: Any) -> Any:
        """The account of a session; None where it has been closed."""
        return accounts.signed_in(user_id, settings.AUTHORITY)


class SecondWay(DefaultMFAAdapter):
    """Our sentences for the second step."""

    error_messages = {  # noqa: RUF012  as the library declares it
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "The code is not right. Each code works once: wait for the next one, then try again.",
    }


@receiver(authenticator_added)
def who_adds_a_second_way_has_just_shown_it(
    sender: Any, request: HttpRequest, user: Any, authenticator: Any, **more: Any
) -> None:
    """So the recovery codes, which come next, are shown without asking again for a code that was just used."""
    record_authentication(
        request, user, method="mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
    )


def closed(request: HttpRequest, **parts: object) -> Any:
    """Pages of the library that this service does not have: signing up, passwords, changing an address."""
    return not_found(request, Exception())


def urlpatterns() -> list[URLPattern | URLResolver]:
    """The library's pages under /account/. The names stay: the library looks some of them up."""
    from allauth.account import views  # once the models are loaded

    return [
        path("login/", views.login, name="account_login"),
        path("login/code/", views.login, name="account_request_login_code"),
        path("login/code/confirm/", views.confirm_login_code, name="account_confirm_login_code"),
        path("logout/", views.logout, name="account_logout"),
        path("inactive/", views.account_inactive, name="account_inactive"),
        path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
        path("signup/", closed, name="account_signup"),
        path("email/", closed, name="account_email"),
        path("password/reset/", closed, name="account_reset_password"),
        path("2fa/", include("allauth.mfa.urls")),
    ]
