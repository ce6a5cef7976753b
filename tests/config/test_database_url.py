"""A wrong database URL is a sentence at start-up."""

import pytest

from alongside.config import env


def test_socket_of_a_url_is_its_host() -> None:
    assert env.database("postgresql://a@/b?host=/run/pg")["HOST"] == "/run/pg"


def test_other_database_is_refused() -> None:
    with pytest.raises(env.WrongSetting, match="PostgreSQL only"):
        env.database("mysql://a@b/c")


def test_binding_on_the_server_is_refused_because_questions_travel_together() -> None:
    with pytest.raises(env.WrongSetting, match="leave it out"):
        env.database("postgresql://a@b/c?server_side_binding=true")
