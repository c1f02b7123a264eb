"""What must not matter to a score does not, and what must only ever help never hurts.

Articles are made of our own sentences. Whatever they are made of, two that
differ only in what is no concern of ours have the same score.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core.assess import Engine
from server.core.model import Article, Assessment, Link
from server.scorecard import RULESET, SCORECARD
from server.signals import SIGNALS

ENGINE = Engine(SIGNALS, SCORECARD, RULESET)
MOST_OF_ONE_WORD = 3  # points

# Each names nobody's source, so that all of them together count as the text's own words.
PLAIN = tuple(
    f"The {thing} of the {place} was {state} for the {turn} time, and the work on it went on until dusk."
    for thing, place, state, turn in zip(
        ("roof", "gate", "hall", "road", "bridge", "harbour", "market", "library", "tower", "station") * 4,
        ("old town", "valley", "upper quarter", "island", "northern shore", "college", "mill", "castle") * 5,
        ("painted", "closed", "measured", "opened", "cleaned", "repaired", "surveyed") * 6,
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth") * 5,
        strict=False,
    )
)
SENTENCES = (
    "{leader} of the {party} visited {country} on Monday, March 3, and left early the next morning.",
    "“We will not raise the fee this year,” {leader} said after the meeting with the {demonym} delegation.",
    "“It was the worst decision of all, and {he} knew it,” said {citizen}, a teacher who lives in {country}.",
    "The {party} and the {faith} community have disputed the figures, but neither has published its own.",
    "{He} declined to comment, and a spokeswoman for the ministry did not respond to questions.",
    "Many people are saying that the {demonym} government knows more than it lets on.",
    "It was revealed that {he} had met the {faith} leaders in secret!",
    "This is an absolutely shocking, disgusting and unbelievable scandal that {country} will never forget.",
    "The mainstream media won't tell you what {leader} and the {party} are hiding from you.",
    "At least 1,200 people, about 4 percent of the town, were without water for three days.",
    "It is unclear whether the {party} will vote for it, although {leader} has not ruled that out.",
    "According to the report, which the agency published last week, the cost rose to $3.2 million.",
    "It is important to note that only time will tell, and it remains to be seen what comes next.",
    "Everyone knows that {he} is a disgrace, and {his} thugs are pathetic.",
    "Share this before it is deleted, and tell all your {faith} friends!",
    "{citizen} told reporters that {he} had paid for {his} own ticket to {country}.",
    "The café’s owner, {citizen}, was “not amused” — {he} had asked for a quiet evening.",
)
HEADLINES = (
    "{leader} visits {country} as {party} vote on the fee nears",
    "You won’t believe what {leader} said about the {faith} community in {country}",
    "The {party} slams {leader} over {demonym} deal",
    "Nine things the {party} does not want you to know about {leader}",
)
WORLDS: tuple[Mapping[str, str], ...] = tuple(
    dict(zip(("leader", "citizen", "party", "country", "demonym", "faith", "he", "his"), world, strict=True))
    for world in (
        ("Joe Biden", "Paul Menard", "Democrats", "France", "French", "Catholic", "he", "his"),
        ("Donald Trump", "Ingrid Vass", "Republicans", "Kenya", "Kenyan", "Muslim", "she", "her"),
        ("Keir Starmer", "Amina Otieno", "Tories", "Israel", "Israeli", "Jewish", "she", "her"),
        ("Vladimir Putin", "Kwame Mensah", "Greens", "China", "Chinese", "Hindu", "he", "his"),
        ("Angela Merkel", "Rosa Delgado", "Socialists", "Brazil", "Brazilian", "Buddhist", "she", "her"),
    )
)
SOURCES = (
    "The gauge had not been read since spring, said Tomas Hallgren, an engineer at the water authority.",
    "According to Yuki Tanabe, a professor at the university, the valve had been due for replacement.",
    "“We had warned the office of that pump,” Leila Haddad, the director of the works, told the council.",
)
STRONG_WORDS = (
    "shocking disgusting unbelievable thugs SHOCKING outrageous undeniable bombshell insane".split()
)

Template = tuple[str, tuple[tuple[str, ...], ...]]


def paragraphs(sentences: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(sentences[start : start + 3] for start in range(0, len(sentences), 3))


@st.composite
def templates(draw: st.DrawFn) -> Template:
    """A headline and the paragraphs of an article of over 500 words, with people and places left open."""
    chosen = draw(st.lists(st.sampled_from(SENTENCES), max_size=14, unique=True))
    mixed = draw(st.permutations([*PLAIN, *chosen]))
    return draw(st.sampled_from(HEADLINES)), paragraphs(tuple(mixed))


def filled(template: Template, world: Mapping[str, str] = WORLDS[0]) -> Article:
    headline, body = template
    words = {**world, "He": world["he"].capitalize()}
    text = "\n\n".join(" ".join(sentence.format(**words) for sentence in sentences) for sentences in body)
    # Dated, since otherwise a date is looked for in the first lines, which a source in front would push down.
    return Article(headline.format(**words), text, links=(), media=(), published="2025-03-04")


def assess(article: Article) -> Assessment:
    assessment = ENGINE.assess(article)
    assert assessment.score is not None
    return assessment


def points(article: Article) -> dict[str, int]:
    return {result.id: result.points for result in assess(article).signals}


def total(article: Article) -> int:
    return sum(points(article).values())


def straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def title_case(headline: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in headline.split(" "))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "straight quotes": straight,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "no-break blanks": lambda text: text.replace(" of ", " of\u00a0"),
}


@given(template=templates(), world=st.sampled_from(WORLDS[1:]))
def test_who_and_where_does_not_matter(template: Template, world: Mapping[str, str]) -> None:
    assert points(filled(template, world)) == points(filled(template))


@given(
    template=templates(), name=st.sampled_from(["leader", "party", "country", "demonym", "faith", "citizen"])
)
def test_no_single_name_matters(template: Template, name: str) -> None:
    article = points(filled(template))
    for world in WORLDS[1:]:
        assert points(filled(template, {**WORLDS[0], name: world[name]})) == article


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(template=templates())
def test_typography_does_not_matter(spelling: str, template: Template) -> None:
    article, spelt = filled(template), SPELLINGS[spelling]
    assert points(replace(article, title=spelt(article.title), text=spelt(article.text))) == points(article)


@given(template=templates())
def test_the_headlines_style_does_not_matter(template: Template) -> None:
    article = filled(template)
    assert points(replace(article, title=title_case(article.title))) == points(article)


@given(template=templates(), word=st.sampled_from(STRONG_WORDS), place=st.integers(0, 39))
def test_one_strong_word_moves_little(template: Template, word: str, place: int) -> None:
    article = filled(template)
    words = article.text.split(" ")
    at = len(words) * place // 40
    changed = " ".join([*words[:at], word, *words[at:]])
    assert abs(total(replace(article, text=changed)) - total(article)) <= MOST_OF_ONE_WORD


@given(template=templates(), word=st.sampled_from(STRONG_WORDS))
def test_one_strong_word_in_the_headline_moves_little(template: Template, word: str) -> None:
    article = filled(template)
    changed = replace(article, title=f"{article.title} in {word} scene")
    assert abs(total(changed) - total(article)) <= MOST_OF_ONE_WORD


@given(template=templates(), source=st.sampled_from(SOURCES), place=st.integers(0, 12), apart=st.booleans())
def test_a_named_source_never_hurts(template: Template, source: str, place: int, apart: bool) -> None:
    headline, body = template
    if apart:
        with_source = (*body[:place], (source,), *body[place:])
    else:
        with_source = (*body[:place], (*body[place], source), *body[place + 1 :])
    without, cited = points(filled(template)), points(filled((headline, with_source)))
    assert sum(cited.values()) >= sum(without.values()), {
        id_: (without[id_], cited[id_]) for id_ in without if without[id_] != cited[id_]
    }


@given(template=templates())
def test_saying_all_of_it_twice_changes_only_repetition(template: Template) -> None:
    article = filled(template)
    once = {result.id: result.strength for result in assess(article).signals}
    doubled = replace(article, text=f"{article.text}\n\n{article.text}")
    twice = {result.id: result.strength for result in assess(doubled).signals}
    del once["self_repetition"], twice["self_repetition"]
    assert twice == once


@given(template=templates(), data=st.data())
def test_the_order_of_links_does_not_matter(template: Template, data: st.DataObject) -> None:
    links = tuple(
        Link(f"https://{host}/{number}", "here")
        for number, host in enumerate(
            ("news.example", "statistics.gov.example", "doi.org", "court.gov", "x.edu")
        )
    )
    shuffled = tuple(data.draw(st.permutations(links)))
    article = replace(filled(template), url="https://news.example/story", links=links)
    assert points(replace(article, links=shuffled)) == points(article)
