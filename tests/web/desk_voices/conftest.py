"""The real service with a moderator and a reader signed in at the desk."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.app.application import create_app
from server.app.people import create_people
from server.config import Settings
from server.store.records.database import Database
from server.store.records.model import Role, User
from tests.store.people import PATIENCE

PASSWORD = "a long walk along the harbour"


@dataclass(frozen=True)
class SignedIn:
    """A browser of somebody who works at the desk; their forms hold the token that the desk put in."""

    client: FlaskClient
    csrf: str

    def get(self, path: str) -> TestResponse:
        return self.client.get(path, headers={"Accept": "text/html"})

    def post(self, path: str, **data: str) -> TestResponse:
        return self.client.post(path, data={**data, "csrf": self.csrf}, headers={"Accept": "text/html"})


@pytest.fixture
def app(records_url: str) -> Flask:
    return create_app(Settings(database_url=records_url))


@pytest.fixture
def kim(records_url: str) -> User:
    """The moderator."""
    people = create_people(Database(records_url, PATIENCE))
    people.add("lee", Role.READER, "test", password=PASSWORD)
    return people.add("kim", Role.MODERATOR, "test", password=PASSWORD)


@pytest.fixture
def moderator(app: Flask, kim: User) -> SignedIn:
    return sign_in(app, kim.name)


@pytest.fixture
def reader(app: Flask, kim: User) -> SignedIn:  # noqa: ARG001 - who adds both
    return sign_in(app, "lee")


def sign_in(app: Flask, name: str) -> SignedIn:
    client = app.test_client()

    def csrf(path: str) -> str:
        found = re.search(r'name="csrf" value="([^"]+)"', client.get(path).text)
        assert found
        return found[1]

    given = {"name": name, "password": PASSWORD, "csrf": csrf("/desk/sign-in")}
    assert client.post("/desk/sign-in", data=given).status_code == 303
    return SignedIn(client, csrf("/desk/account"))
