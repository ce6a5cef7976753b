"""`alongside setup`: a new live install gets its authority and the first person who can add the others."""

import pytest
from typer.testing import CliRunner

from alongside.app import scope
from alongside.cli.main import app
from alongside.records.models import Account, Authority, OutboxMessage, Position

run = CliRunner()
pytestmark = pytest.mark.django_db
FIRST = ("--first-officer-email", "fay.first@example.org", "--first-officer-name", "Fay First")
BOTH = ("setup", "--authority", "931", "--name", "Northshire County Council", *FIRST)


def test_setup_enters_the_authority_and_its_first_officer_once() -> None:
    done = run.invoke(app, BOTH)
    assert done.exit_code == 0, done.output
    assert "Authority 931: entered." in done.stdout
    assert "fay.first@example.org: invited as data officer" in done.stdout
    again = run.invoke(app, BOTH)
    assert again.exit_code == 0, again.output
    assert "Authority 931: here already." in again.stdout
    assert "fay.first@example.org: data officer already." in again.stdout
    assert Authority.objects.get(code="931").name == "Northshire County Council"
    with scope.opened_to_all("931"):
        assert Position.objects.get().role == "DATA_OFFICER"
        assert OutboxMessage.objects.get().to_email == "fay.first@example.org"


def test_setup_alone_enters_nobody() -> None:
    done = run.invoke(app, ["setup"])
    assert done.exit_code == 0, done.output
    assert not Authority.objects.exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--authority", "866", "--name", "Southby"), "authority 931, not “866”"),
        (("--authority", "931"), "Give its name too"),
        (("--authority", "931", "--name", "N", *FIRST[:2]), "together"),
        (
            ("--authority", "931", "--name", "N", "--first-officer-email", "x", *FIRST[2:]),
            "“x” is not an email",
        ),
        (("--name", "N"), "ALONGSIDE_AUTHORITY"),
    ],
)
def test_wrong_options_enter_nothing(options: tuple[str, ...], words: str) -> None:
    done = run.invoke(app, ["setup", *options])
    assert done.exit_code == 2
    assert words in done.stderr
    assert not Authority.objects.exists()
    assert not Account.objects.exists()
