"""What people do in the browser: moderators at the desk, and a publisher who replies."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.day.publishers import Publishers
from tests.day.service import PATIENCE, Service

PASSWORD = "seven green kettles on the stove"
_MILLISECONDS = PATIENCE * 1000
TOKEN_FILE = "/.well-known/touchstone-reply.txt"


def add_moderator(service: Service, name: str) -> None:
    service.run("users", "add", name, "--role", "moderator", "--password-file", "-", given=f"{PASSWORD}\n")


def sign_in(page: Page, service: Service, name: str) -> None:
    """Come to the queue by the form."""
    page.goto(f"{service.url}/desk")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Queue")


def queue(page: Page, service: Service) -> dict[str, str]:
    """Return why each domain in the queue is there."""
    page.goto(f"{service.url}/desk/cases")
    rows = page.locator("[data-row]").all()
    return {row.locator("th a").inner_text(): row.locator("th + td").inner_text() for row in rows}


def open_case(page: Page, service: Service, domain: str) -> None:
    page.goto(f"{service.url}/desk/cases")
    page.get_by_role("link", name=domain, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(domain)


def open_by_hand(page: Page, service: Service, domain: str, reason: str) -> None:
    page.goto(f"{service.url}/desk/cases")
    page.locator("#new-domain").fill(domain)
    page.locator("#new-reason").fill(reason)
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(domain)


def audit(page: Page, publishers: Publishers, pages: int) -> None:
    """Ask for an audit from a case's page, see it under way, and watch it to its end."""
    publishers.hold_after(10)
    page.get_by_role("button", name="Audit this domain").click()
    said = page.locator("#said")
    expect(said).to_have_text(f"10 of {pages} pages looked at.", timeout=_MILLISECONDS)
    publishers.let_go()
    expect(said).to_have_text(
        f"The audit is done. {pages} of {pages} pages looked at.", timeout=_MILLISECONDS
    )


def read_evidence(page: Page) -> None:
    """Follow a quotation of the first article to these words on the publisher's page, and come back."""
    cited = page.locator("article.evidence a.cited").first
    words, href = cited.locator("q").inner_text(), cited.get_attribute("href") or ""
    assert "#:~:text=" in href
    cited.click()
    page.wait_for_url(re.compile(r"^http://[a-z.]+\.example/"))
    assert words in page.locator("article").inner_text()
    page.go_back()


def note(page: Page, text: str) -> None:
    page.get_by_label("A note").fill(text)
    page.get_by_role("button", name="Keep the note").click()
    expect(page.get_by_role("status")).to_contain_text("Your note is kept.")


def decide(page: Page, outcome: str, reason: str) -> None:
    """Fill in the form of a decision and send it; what comes of it is to be looked at."""
    page.get_by_role("radio", name=outcome).check()
    page.locator("#reason").fill(reason)
    page.get_by_role("button", name="Decide", exact=True).click()


def undo(page: Page, reason: str) -> None:
    page.get_by_text("Take back the decision that stands").click()
    page.locator("#undo-reason").fill(reason)
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("status")).to_contain_text("The decision is taken back")


def prove_control(page: Page, service: Service, publishers: Publishers, domain: str) -> None:
    """Go from the public page to a token, put it on the site, and have it found."""
    page.goto(f"{service.url}/domains/{domain}")
    page.get_by_role("link", name="Reply as the publisher").click()
    page.get_by_role("button", name="Ask for a token").click()
    publishers.files[domain, TOKEN_FILE] = f"{page.locator('.token code').inner_text()}\n"
    page.get_by_role("button", name="I have put it there").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Reply for {domain}")


def reply(page: Page, speaker: str, text: str) -> None:
    page.get_by_label("Who is speaking").fill(speaker)
    page.get_by_label("Reply", exact=True).fill(text)
    page.get_by_role("button", name="Show this reply").click()
    expect(page.locator("#replies")).to_contain_text(text)


def reject_reply(page: Page, service: Service, text: str, reason: str) -> None:
    page.goto(f"{service.url}/desk/replies")
    filed = page.locator("article.filed", has_text=text)
    filed.get_by_text("Reject this reply").click()
    filed.get_by_label("Reason, for everybody to read").fill(reason)
    filed.get_by_role("button", name="Reject", exact=True).click()
    expect(page.locator("article.filed", has_text=text)).to_contain_text("rejected")
