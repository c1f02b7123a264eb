"""The moderators' desk: pages made on the server for people who sign in (docs/decisions/0015)."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.fetch.openid import OpenIdProvider
from server.services.accounts import AccountService
from server.services.people import PeopleService
from server.store.records.model import Role
from server.web.desk import account_pages, openid_pages, people_pages, signing_in
from server.web.desk.access import Access
from server.web.desk.navigation import navigation


def create_desk(
    access: Access, accounts: AccountService, people: PeopleService, provider: OpenIdProvider | None = None
) -> Blueprint:
    """Return the desk's blueprint with all that is about accounts; the other parts add their routes to it."""
    desk = Blueprint("desk", __name__, url_prefix="/desk")
    access.install(desk)
    form = signing_in.SignInForm(people, openid=provider is not None)
    signing_in.add_to(desk, access, accounts, form)
    if provider:
        openid_pages.add_to(desk, access, accounts, provider, form)
    account_pages.add_to(desk, access, accounts)
    people_pages.add_to(desk, access, people)

    @desk.get("")
    @access.needs(Role.READER)
    def home() -> AnyResponse:
        endpoint, _ = navigation(access.user())[0]
        return redirect(url_for(endpoint), 303)

    return desk
