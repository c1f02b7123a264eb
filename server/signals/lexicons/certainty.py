"""Certainty that is stated instead of shown."""

from __future__ import annotations

from server.core.phrases import Phrases

CERTAINTY = Phrases.of(
    "certainty",
    """
    undeniable
    undeniably
    indisputable
    indisputably
    irrefutable
    irrefutably
    unquestionable
    unquestionably
    undisputable
    no doubt about it
    no doubt that
    there is no doubt
    there's no doubt
    there can be no doubt
    there is no question
    there's no question
    there can be no question
    there is no denying
    there's no denying
    there is no disputing
    leaves no doubt
    no question that
    no question about it
    without a doubt
    without any doubt
    without a shadow of a doubt
    beyond a shadow of a doubt
    beyond any doubt
    beyond all doubt
    beyond question
    beyond dispute
    make no mistake
    mark my words
    the truth is
    the truth of the matter
    the simple truth
    the plain truth
    the sad truth
    the ugly truth
    the hard truth
    the real truth
    the fact is
    the fact remains
    the fact of the matter
    the simple fact
    the plain fact
    it is a fact that
    it's a fact that
    plain and simple
    pure and simple
    end of story
    case closed
    everyone knows
    everybody knows
    we all know
    nobody can deny
    no one can deny
    cannot be denied
    can't be denied
    impossible to deny
    no sane person
    any sane person
    no reasonable person
    anyone with a brain
    anyone with common sense
    anyone with half a brain
    anyone with eyes
    any thinking person
    anyone who thinks otherwise
    it is obvious that
    it's obvious that
    it is painfully obvious
    it is abundantly clear
    it's abundantly clear
    it is crystal clear
    it's crystal clear
    plain as day
    clear as day
    clear as crystal
    couldn't be clearer
    could not be clearer
    couldn't be more obvious
    obvious to anyone
    obvious to everyone
    tells you everything
    tells you all you need
    proves once again
    proves once and for all
    the only explanation
    the only possible explanation
    the only logical explanation
    mathematically impossible
    100% certain
    100 percent certain
    absolute certainty
    absolutely certain
    rest assured
    nothing but lies
    every single one of
    not a shred of
    not a single shred
    zero evidence
    no evidence whatsoever
    """,
)
