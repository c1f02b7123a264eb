"""The public page of a domain, and the way to it."""

from __future__ import annotations

from calendar import month_name
from datetime import date
from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server.core.model import Level
from server.core.scoring import Scorecard
from server.hosts import registrable
from server.services.domains import FEWEST, DomainService
from server.texts.render import DEFAULT_LANGUAGE, TextsRegistry
from server.web import present_domains
from server.web.charts import timeline
from server.web.domains_api import find

Page = str | tuple[str, int] | Response


def create_domain_pages(domains: DomainService, texts: TextsRegistry, scorecard: Scorecard) -> Blueprint:
    """Return the routes of the pages on domains."""
    # The templates are in English, so the words beside them are too.
    words = texts.get(DEFAULT_LANGUAGE)
    levels = {level: words.level(level) for level in Level}
    pages = Blueprint("domain_pages", __name__)
    pages.add_app_template_filter(_day, "day")
    pages.add_app_template_filter(_month, "month")
    pages.add_app_template_filter(words.outcome, "outcome")

    @pages.get("/domains")
    def search() -> Page:
        typed = request.args.get("domain", "").strip()
        if not typed:
            return render_template("domains.html", typed="", fault=False)
        name = registrable(_host(typed))
        if name is None:
            return render_template("domains.html", typed=typed, fault=True), 422
        return redirect(url_for("domain_pages.domain", domain=name), 303)

    @pages.get("/domains/<domain>")
    def domain(domain: str) -> Page:
        name = registrable(domain)
        if name is None:
            return render_template("domains.html", typed=domain, fault=True), 422
        if name != domain:
            return redirect(url_for("domain_pages.domain", domain=name), 301)
        found = find(domains, name)
        if found is None:
            return render_template("domain_unknown.html", domain=name), 404
        it = present_domains.domain(found, words)
        months = it.record.months if it.record else []
        return render_template(
            "domain.html",
            it=it,
            levels=levels,
            chart=timeline(months, scorecard.weak, scorecard.strong),
            fewest=FEWEST,
        )

    return pages


def _host(typed: str) -> str:
    """Return the host in what readers type: a domain, or the address of a page."""
    try:
        return urlsplit(typed if "://" in typed else f"//{typed}").hostname or ""
    except ValueError:
        return ""


def _day(moment: date) -> str:
    """Return ``25 November 2026``."""
    return f"{moment.day} {month_name[moment.month]} {moment.year}"


def _month(month: str) -> str:
    """Return ``November 2026`` for ``2026-11``."""
    year, number = month.split("-")
    return f"{month_name[int(number)]} {year}"
