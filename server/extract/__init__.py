"""HTML → Article. Importing this is cheap; the extractor behind it is loaded with the first page."""

from __future__ import annotations

from server.core.model import MAX_TEXT, MAX_TITLE, Article
from server.extract.authors import authors
from server.extract.dates import modified, published
from server.extract.document import stated_address, visible_text_key
from server.extract.jsonld import objects
from server.extract.lines import article_lines, container
from server.extract.links import article_links
from server.extract.media import article_media
from server.extract.metadata import language, publisher
from server.extract.parsing import parse
from server.extract.title import headline


def extract(html: str, url: str | None) -> Article:
    """Return what the page at ``url`` holds.

    Where ``url`` is not known, as with a file, the page's own word for its
    address is taken, so that links home can be told from links elsewhere.

    A page without an article, or with a consent notice in its place, gives an
    article without text. Headline and text are cut where an article's must
    end. Never raises.
    """
    from server.extract.text import main_text  # noqa: PLC0415 - its library takes a second to load

    page = parse(html)
    url = url or stated_address(page)
    data = objects(page)
    title = headline(page, data)[:MAX_TITLE]
    paragraphs = main_text(page)
    if paragraphs and visible_text_key(paragraphs[0]) == visible_text_key(title):
        del paragraphs[0]
    if not paragraphs:
        return Article(title=title, text="", url=url)
    lines = article_lines(page, paragraphs)
    place = container(page, lines)
    return Article(
        title=title,
        text="\n\n".join(paragraphs)[:MAX_TEXT],
        url=url,
        links=article_links(page, lines, place, url),
        media=article_media(page, place, data, url),
        authors=authors(page, data),
        published=published(page, data),
        modified=modified(page, data),
        lang=language(page),
        publisher=publisher(data, url),
    )


def address_stated(html: str) -> str | None:
    """Return the absolute address that the page gives as its own, or ``None``. Never raises."""
    return stated_address(parse(html))
