"""What every answer tells the browser to refuse."""

from typing import Any

import pytest

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.django_db]


def test_no_script_style_or_frame_from_elsewhere_or_from_the_page_itself(client: Any) -> None:
    policy = client.get("/")["Content-Security-Policy"]
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert parts["default-src"] == "'none'"
    assert (
        parts["script-src"] == parts["style-src"] == parts["connect-src"] == parts["form-action"] == "'self'"
    )
    assert parts["frame-ancestors"] == parts["base-uri"] == "'none'"
    assert "unsafe" not in policy


def test_types_are_not_guessed_and_no_other_site_learns_the_address(client: Any) -> None:
    response = client.get("/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


def test_behind_tls_the_browser_never_comes_back_without_it(demo: Any) -> None:
    from strict_html import StrictClient

    assert "Strict-Transport-Security" not in StrictClient().get("/", secure=True)
    demo.SECURE_HSTS_SECONDS = 31_536_000
    assert StrictClient().get("/", secure=True)["Strict-Transport-Security"] == "max-age=31536000"


def test_a_form_without_its_token_changes_nothing_and_says_so(demo: Any) -> None:
    from strict_html import StrictClient

    response = StrictClient(enforce_csrf_checks=True).post("/gallery", {})
    assert response.status_code == 403
    assert "This form has expired" in response.content.decode()


def test_the_styles_and_scripts_are_served(client: Any) -> None:
    for path in ("build/alongside.css", "build/govuk-frontend.js", "js/start.js", "images/icon.svg"):
        response = client.get(f"/static/{path}")
        assert response.status_code == 200, path
        response.close()


def test_the_brand_is_kept_for_a_day(client: Any) -> None:
    response = client.get("/brand.css")
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=86400"
