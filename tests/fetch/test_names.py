"""Names that lead elsewhere, in development and in tests."""

import socket

from server.fetch import resolver


def test_without_any_it_is_the_systems() -> None:
    assert resolver("") is socket.getaddrinfo


def test_names_lead_where_they_are_told_to_and_no_others() -> None:
    resolve = resolver("*.example=127.0.0.1,other.test=127.0.0.2")

    def found(host: str) -> set[str]:
        return {place[0] for *_, place in resolve(host, 80, type=socket.SOCK_STREAM)}

    assert found("north.example") == found("WWW.North.Example") == {"127.0.0.1"}
    assert found("other.test") == {"127.0.0.2"}
    assert found("127.0.0.3") == {"127.0.0.3"}
