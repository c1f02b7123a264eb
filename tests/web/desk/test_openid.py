"""Signing in with OpenID Connect, at a real provider on loopback."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest
import requests
from joserfc.jwk import RSAKey

from server.app.application import create_app
from server.config import Settings, SettingsError
from server.fetch.openid import subject_at
from server.services.people import PeopleService
from server.store.records.model import Role
from tests.accounts import PATIENCE
from tests.openid_provider import CLIENT, SECRET, Listener, Provider


@dataclass
class World:
    """Our service and the provider, each on a port of its own."""

    site: str
    provider: Provider

    def to_provider(self, browser: requests.Session, following: str = "/desk/account") -> str:
        """Return where the button leads."""
        response = browser.get(
            f"{self.site}/desk/openid", params={"next": following}, allow_redirects=False, timeout=PATIENCE
        )
        assert response.status_code == 303
        return response.headers["Location"]

    def back(self, browser: requests.Session, there: str) -> str:
        """Return where the provider sends the browser back to."""
        response = browser.get(there, allow_redirects=False, timeout=PATIENCE)
        assert response.status_code == 302
        return response.headers["Location"]

    def sign_in(self, browser: requests.Session, following: str = "/desk/account") -> requests.Response:
        there = self.to_provider(browser, following)
        return browser.get(self.back(browser, there), allow_redirects=False, timeout=PATIENCE)

    def is_in(self, browser: requests.Session) -> bool:
        page = browser.get(f"{self.site}/desk/account", allow_redirects=False, timeout=PATIENCE)
        return page.status_code == 200


@pytest.fixture
def world(settings: Settings, people: PeopleService) -> Iterator[World]:
    """Of those at the provider, number 7 is a user here by the name of olga."""
    with Listener() as here, Listener() as there:
        provider = Provider(there.url)
        there.serve(provider.app(f"{here.url}/desk/openid/back"))
        ours = dataclasses.replace(
            settings,
            public_url=here.url,
            oidc_issuer=there.url,
            oidc_client_id=CLIENT,
            oidc_client_secret=SECRET,
        )
        here.serve(create_app(ours))
        people.add("olga", Role.MODERATOR, "test", subject=subject_at(there.url, "7"))
        yield World(here.url, provider)


def test_who_was_added_is_in_and_goes_on_to_where_they_wanted(world: World) -> None:
    browser = requests.Session()
    form = browser.get(f"{world.site}/desk/sign-in", params={"next": "/desk/account"}, timeout=PATIENCE)
    assert 'href="/desk/openid?next=/desk/account"' in form.text
    response = world.sign_in(browser)
    assert (response.status_code, response.headers["Location"]) == (303, "/desk/account")
    page = browser.get(f"{world.site}/desk/account", timeout=PATIENCE)
    assert "Signed in as <strong>olga</strong>, moderator" in page.text
    assert "you sign in through your organisation" in page.text
    assert 'type="password"' not in page.text
    assert sorted(browser.cookies.keys()) == ["desk"]


def test_what_is_asked_of_the_provider_is_bound_to_one_attempt(world: World) -> None:
    asked = [parse_qs(urlsplit(world.to_provider(requests.Session())).query) for _ in range(2)]
    for query in asked:
        assert query["response_type"] == ["code"]
        assert query["code_challenge_method"] == ["S256"]
        assert query["scope"] == ["openid"]
        assert query["redirect_uri"] == [f"{world.site}/desk/openid/back"]
    for name in ("state", "nonce", "code_challenge"):
        assert asked[0][name] != asked[1][name]
        assert len(asked[0][name][0]) >= 43


def test_who_was_not_added_is_told_what_to_ask_for(world: World) -> None:
    world.provider.subject = "8"
    browser = requests.Session()
    response = world.sign_in(browser)
    assert response.status_code == 403
    assert "nobody has added you to this desk yet" in response.text
    assert "<code>8</code>" in response.text
    assert not world.is_in(browser)


def test_a_disabled_user_stays_out(world: World, people: PeopleService) -> None:
    people.disable("olga", "test")
    browser = requests.Session()
    assert world.sign_in(browser).status_code == 403
    assert not world.is_in(browser)


def test_nobody_is_led_elsewhere_by_it(world: World) -> None:
    response = world.sign_in(requests.Session(), "https://elsewhere.example/desk")
    assert (response.status_code, response.headers["Location"]) == (303, "/desk")


@pytest.mark.parametrize("tamper", [lambda url: url.replace("state=", "state=x"), lambda url: url + "x"])
def test_a_state_that_is_not_ours_signs_nobody_in(world: World, tamper: Callable[[str], str]) -> None:
    browser = requests.Session()
    back = world.back(browser, world.to_provider(browser))
    address, _, query = back.partition("?")
    parts = dict(parse_qsl(query))
    url = f"{address}?{urlencode({'code': parts['code']})}&{tamper(urlencode({'state': parts['state']}))}"
    response = browser.get(url, allow_redirects=False, timeout=PATIENCE)
    assert response.status_code == 403
    assert "Begin anew" in response.text
    assert not world.is_in(browser)


def test_an_answer_for_another_browser_signs_nobody_in(world: World) -> None:
    mine, other = requests.Session(), requests.Session()
    back = world.back(mine, world.to_provider(mine))
    for there in (False, True):  # whether or not the other has begun an attempt of its own
        if there:
            world.to_provider(other)
        response = other.get(back, allow_redirects=False, timeout=PATIENCE)
        assert response.status_code == 403
        assert not world.is_in(other)


def test_a_code_is_good_once_and_with_the_verifier_of_its_attempt_only(world: World) -> None:
    browser = requests.Session()
    first = world.back(browser, world.to_provider(browser))
    second = world.back(browser, world.to_provider(browser))
    code = dict(parse_qsl(urlsplit(first).query))["code"]
    state = dict(parse_qsl(urlsplit(second).query))["state"]
    mixed = f"{world.site}/desk/openid/back?{urlencode({'code': code, 'state': state})}"
    assert browser.get(mixed, allow_redirects=False, timeout=PATIENCE).status_code == 502
    assert browser.get(second, allow_redirects=False, timeout=PATIENCE).status_code == 303
    assert browser.get(second, allow_redirects=False, timeout=PATIENCE).status_code == 403


def test_a_refusal_of_the_provider_signs_nobody_in(world: World) -> None:
    browser = requests.Session()
    state = parse_qs(urlsplit(world.to_provider(browser)).query)["state"][0]
    query = urlencode({"error": "access_denied", "state": state})
    response = browser.get(f"{world.site}/desk/openid/back?{query}", timeout=PATIENCE)
    assert response.status_code == 502
    assert "did not confirm who you are" in response.text


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://other.example"},
        {"aud": ["another service"]},
        {"aud": [CLIENT, "another service"], "azp": "another service"},
        {"nonce": "of another attempt"},
        {"exp": 1_000_000_000},
        {"at_hash": "of-another-token"},
    ],
    ids="-".join,
)
def test_what_is_said_for_others_at_other_times_is_not_believed(world: World, claims: dict[str, Any]) -> None:
    world.provider.claims = claims
    browser = requests.Session()
    assert world.sign_in(browser).status_code == 502
    assert not world.is_in(browser)


def test_what_another_key_signed_is_not_believed(world: World) -> None:
    world.provider.sign_with = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
    assert world.sign_in(requests.Session()).status_code == 502


def test_a_provider_that_speaks_for_another_is_not_asked(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.provider.announced_issuer = "https://other.example"
    response = requests.get(f"{world.site}/desk/openid", allow_redirects=False, timeout=PATIENCE)
    assert response.status_code == 502
    assert "not about OIDC_ISSUER" in caplog.text


def test_a_provider_that_is_away_leaves_passwords_as_they_are(settings: Settings, visitor: Any) -> None:
    with Listener() as nobody:
        url = nobody.url  # where nobody listens any more
    away = dataclasses.replace(
        settings, public_url="http://localhost", oidc_issuer=url, oidc_client_id=CLIENT
    )
    visitor = type(visitor)(create_app(away))
    response = visitor.get("/desk/openid")
    assert response.status_code == 502
    assert visitor.sign_in("ann").status_code == 303


def test_without_a_provider_there_is_no_such_way(visitor: Any) -> None:
    assert visitor.get("/desk/openid").status_code == 404
    assert "organisation" not in visitor.get("/desk/sign-in").text


def test_a_provider_needs_all_its_settings(settings: Settings) -> None:
    with pytest.raises(SettingsError, match="OIDC_CLIENT_ID and PUBLIC_URL"):
        create_app(dataclasses.replace(settings, oidc_issuer="https://id.example"))
    assert "hush" not in repr(dataclasses.replace(settings, oidc_client_secret=SECRET))
