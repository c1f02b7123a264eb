"""From phrases to findings: whose words count, and against which words they are measured."""

import pytest

from server.core.attribution import words_citing_nobody
from server.core.density import concern, merit, own_hits
from server.core.model import Status
from server.core.phrases import Phrases, Scanner
from server.core.text import Text

LOUD, SOFT = Phrases("loud", ("bang", "crash")), Phrases("soft", ("hush",))
SCAN = Scanner([LOUD, SOFT]).scan


def text(source: str) -> Text:
    return Text("text", source, SCAN)


def test_quotations_are_others_words() -> None:
    body = text("Hush, a crash. “A bang and a crash,” she said. Another bang.")
    assert [hit.phrase for hit in own_hits(body, LOUD, SOFT)] == ["hush", "crash", "bang"]
    assert own_hits(text("Nothing at all."), LOUD) == []


@pytest.mark.parametrize(("bangs", "strength"), [(1, 0.0), (2, 0.333), (4, 1.0), (9, 1.0)])
def test_a_concern_grows_with_density_and_is_full(bangs: int, strength: float) -> None:
    body = text("bang " * bangs + "word " * (400 - bangs))
    finding = concern(body, own_hits(body, LOUD), 2.5, 10.0)
    assert finding.strength == strength
    assert finding.status is (Status.CONCERN if strength else Status.PASS)
    assert len(finding.spans) == (bangs if strength else 0)


def test_damping_takes_its_share() -> None:
    body = text("bang " * 4 + "word " * 396)
    assert concern(body, own_hits(body, LOUD), 0.0, 10.0, damping=0.25).strength == 0.75
    assert concern(body, own_hits(body, LOUD), 0.0, 10.0, damping=1.0).status is Status.PASS


def test_a_merit_that_is_absent_costs_nothing() -> None:
    body = text("word " * 500)
    finding = merit(body, own_hits(body, LOUD), 0.0, 10.0)
    assert (finding.status, finding.strength) == (Status.INFO, None)


def test_citing_somebody_thins_no_merit_out() -> None:
    own = "The bang was heard at the mill and in the whole of the valley. " * 40
    cited = own + "The noise came from the old mill, said Ingrid Vass, who lives there. " * 20
    one, other = text(own), text(cited)
    assert one.narrated == other.narrated == len(one.words)
    assert merit(one, own_hits(one, LOUD), 0.0, 200.0) == merit(
        other, own_hits(other, LOUD), 0.0, 200.0
    )._replace(measured={"phrases": 40, "words": len(one.words)})


def test_sentences_with_a_reporting_verb_cite() -> None:
    assert words_citing_nobody([["it", "rained."], ["so", "she", "said."], ["according", "to", "her"]]) == 2
