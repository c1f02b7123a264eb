"""The desk as people meet it: the whole service with a real database, and visitors with cookies."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.app.application import create_app
from server.app.foundations import create_database
from server.app.people import create_people
from server.config import Settings
from server.services.people import PeopleService
from server.store.records.database import Database
from server.store.records.migrating import migrate
from server.store.records.model import Role
from tests.accounts import PASSWORD
from tests.records import PATIENCE, Desk

NAMES = {"ann": Role.MODERATOR, "rea": Role.READER, "root": Role.ADMINISTRATOR}


class Visitor:
    """Somebody with a browser: keeps cookies, and sends forms with the token of the page they stand on."""

    def __init__(self, app: Flask, base_url: str = "http://localhost") -> None:
        self.client: FlaskClient = app.test_client()
        self.base_url = base_url

    def get(self, path: str) -> TestResponse:
        return self.client.get(path, base_url=self.base_url)

    def token(self, page: str) -> str:
        """Return the token in the forms of ``page``; all of them hold the same."""
        [token] = set(re.findall(r'name="csrf" value="([^"]+)"', self.get(page).text))
        return unescape(token)

    def post(
        self, path: str, page: str, headers: dict[str, str] | None = None, **fields: str
    ) -> TestResponse:
        """Send a form of ``page``."""
        sent = {"csrf": self.token(page)} | {name.replace("_", "-"): value for name, value in fields.items()}
        return self.client.post(path, data=sent, headers=headers, base_url=self.base_url)

    def send(self, path: str, page: str, **fields: str | list[str]) -> TestResponse:
        """Send a form of ``page`` whose fields are called as given, or have several values."""
        return self.client.post(path, data={"csrf": self.token(page), **fields}, base_url=self.base_url)

    def sign_in(self, name: str, password: str = PASSWORD, **fields: str) -> TestResponse:
        return self.post("/desk/sign-in", "/desk/sign-in", name=name, password=password, **fields)

    def is_in(self) -> bool:
        return self.get("/desk/account").status_code == 200


def settings_in(folder: Path) -> Settings:
    return Settings(database_url=f"sqlite:///{folder}/records.db")


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records with somebody of each role, all with the same password; made once, to be copied."""
    folder = tmp_path_factory.mktemp("people")
    migrate(settings_in(folder).database_url)
    people = create_people(create_database(settings_in(folder)))
    for name, role in NAMES.items():
        people.add(name, role, "test", password=PASSWORD)
    return folder / "records.db"


@pytest.fixture
def settings(tmp_path: Path, records: Path) -> Settings:
    shutil.copy(records, tmp_path)
    return settings_in(tmp_path)


@pytest.fixture
def desk(settings: Settings) -> Desk:
    """The records below the service, for other moderators to work in and readers to fill."""
    return Desk(settings.database_url, Database(settings.database_url, PATIENCE))


@pytest.fixture
def people(settings: Settings) -> PeopleService:
    return create_people(create_database(settings))


@pytest.fixture
def app(settings: Settings) -> Flask:
    return create_app(settings)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app)


Enter = Callable[[str], Visitor]


@pytest.fixture
def enter(app: Flask) -> Enter:
    """Return a visitor who is signed in."""

    def signed_in(name: str) -> Visitor:
        visitor = Visitor(app)
        assert visitor.sign_in(name).status_code == 303
        return visitor

    return signed_in
