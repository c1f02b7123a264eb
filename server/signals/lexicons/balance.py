"""How reports weigh: the other side, what is not known, contrast and measure."""

from __future__ import annotations

from server.core.phrases import Phrases

# Each list is one way of hearing the other side.
ASKED_FOR_COMMENT = Phrases(
    "asked for comment",
    (
        *(
            f"{declined} {what}"
            for declined in ("declined", "declines", "declining", "refused", "refuses")
            for what in (
                "to comment",
                "to say",
                "to answer",
                "to discuss",
                "to respond",
                "to elaborate",
                "to be interviewed",
                "comment",
                "an interview",
            )
        ),
        *(
            f"{negation}{immediately} {verb}"
            for negation in ("did not", "didn't", "does not", "doesn't", "would not", "wouldn't")
            for immediately in ("", " immediately")
            for verb in ("comment", "respond", "reply", "return", "answer")
        ),
        *(
            f"{negation}{immediately} {verb}"
            for negation in ("has not", "hasn't", "have not", "haven't", "had not", "hadn't")
            for immediately in ("", " immediately", " yet")
            for verb in ("commented", "responded", "replied", "answered")
        ),
        *(
            f"{could_not}{immediately} be {reached}"
            for could_not in ("could not", "couldn't")
            for immediately in ("", " immediately")
            for reached in ("reached", "contacted", "located")
        ),
        "for comment",
        "had no comment",
        "asked to comment",
        "asked to respond",
        "asked for a response",
        "asked about",
        "asked whether",
        "asked if",
        "asked why",
        "not immediately available",
    ),
)

DENIALS = Phrases.of(
    "denials",
    """
    denied
    denies
    denying
    disputed
    disputes
    disputing
    rejected
    rejects
    rejecting
    rebutted
    refuted
    pleaded not guilty
    pleads not guilty
    disagreed
    disagrees
    took issue with
    takes issue with
    pushed back
    pushes back
    pushing back
    objected to
    objects to
    """,
)

DEFENCES = Phrases.of(
    "defences",
    """
    defended
    defends
    defending
    in defense of
    in defence of
    responded
    responds
    replied
    replies
    countered
    counters that
    apologized
    apologised
    acknowledged
    acknowledges
    stands by
    stood by
    maintained that
    maintains that
    insisted that
    insists that
    """,
)

OPPONENTS = Phrases.of(
    "opponents",
    """
    critics
    a critic of
    opponents
    skeptics
    sceptics
    detractors
    opposes
    opposed by
    objections
    criticism from
    criticism of
    critical of
    criticized
    criticised
    questioned whether
    questioned the
    raised concerns
    expressed concern
    expressed concerns
    """,
)

SUPPORTERS = Phrases.of(
    "supporters",
    """
    supporters
    proponents
    advocates
    backers
    defenders
    in favor of
    in favour of
    supportive of
    praised
    welcomed
    """,
)

BOTH_SIDES = Phrases.of(
    "both sides",
    """
    both sides
    each side
    either side
    the other side
    on the other hand
    others say
    others said
    others argue
    others argued
    others disagree
    others believe
    others have
    by contrast
    in contrast
    """,
)

# What the report says is not known, or not known yet.
OPEN_QUESTIONS = Phrases.of(
    "open questions",
    """
    unclear
    not clear
    wasn't clear
    isn't clear
    not immediately clear
    not yet clear
    not entirely clear
    less clear
    not known
    not yet known
    not immediately known
    isn't known
    wasn't known
    not yet been determined
    not been determined
    yet to be determined
    to be determined
    undetermined
    uncertain
    uncertainty
    unresolved
    inconclusive
    preliminary
    too early to
    too soon to
    remains to be seen
    remain to be seen
    remains an open question
    an open question
    open to question
    little evidence
    scant evidence
    without evidence
    without providing evidence
    insufficient evidence
    unproven
    unconfirmed
    unverified
    not confirmed
    not been confirmed
    not yet confirmed
    not yet been confirmed
    not verified
    not been verified
    could not be verified
    could not be confirmed
    could not be determined
    could not independently verify
    could not independently confirm
    could not immediately verify
    could not immediately confirm
    could not verify
    could not confirm
    couldn't verify
    couldn't confirm
    could not be independently verified
    could not be independently confirmed
    cannot be independently verified
    cannot be independently confirmed
    has not been independently verified
    have not been independently verified
    not independently verified
    unable to verify
    unable to confirm
    under investigation
    still investigating
    did not say
    didn't say
    did not specify
    didn't specify
    did not provide
    did not elaborate
    not been released
    not identified
    not been identified
    may or may not
    hard to say
    difficult to say
    hard to know
    difficult to know
    hard to tell
    difficult to tell
    questions remain
    question remains
    remains unknown
    remain unknown
    remained unknown
    still unknown
    is unknown
    are unknown
    was unknown
    were unknown
    unknown whether
    unknown how
    unknown if
    unknown number
    largely unknown
    no evidence that
    no evidence of
    no immediate evidence
    found no evidence
    not known whether
    nobody knows
    no one knows
    cannot be ruled out
    could not be ruled out
    cannot rule out
    could not rule out
    not ruled out
    yet to be confirmed
    yet to confirm
    have yet to
    has yet to
    had yet to
    """,
)

# An open question only where something is decided or found out, not in “whether or not you like it”.
WHETHER = Phrases("whether", ("whether",))

# Words that set one thing against another.
WEIGHING = Phrases.of(
    "weighing words",
    """
    but
    though
    although
    even though
    while
    whereas
    despite
    in spite of
    even as
    even if
    even so
    except
    except for
    with the exception of
    unless
    rather than
    instead of
    as opposed to
    unlike
    nonetheless
    nevertheless
    notwithstanding
    in contrast
    on the other hand
    at the same time
    otherwise
    not necessarily
    by contrast
    apart from
    aside from
    regardless of
    """,
)
# These weigh at the start of a sentence: “Yet the vote was close.”
OPENING = Phrases("opening words that weigh", ("yet", "still"))

# Comparisons and bounds, where a superlative would be louder.
MEASURES = Phrases.of(
    "measured quantities",
    """
    more than
    fewer than
    less than
    greater than
    larger than
    smaller than
    higher than
    lower than
    older than
    younger than
    longer than
    shorter than
    better than
    worse than
    earlier than
    later than
    faster than
    slower than
    no more than
    no less than
    no fewer than
    not more than
    at least
    at most
    up to
    as many as
    as much as
    as few as
    as little as
    or fewer
    compared with
    compared to
    in comparison
    relative to
    about half
    about a third
    about a quarter
    half of
    third of
    quarter of
    two-thirds
    three-quarters
    one-third
    one-quarter
    a majority of
    the majority of
    a minority of
    a handful of
    some of
    many of
    most of
    several of
    few of
    two of
    three of
    four of
    five of
    among
    roughly
    approximately
    nearly
    slightly
    an estimated
    estimated
    on average
    an average of
    average of
    the average
    median
    per capita
    per year
    per day
    per week
    per month
    per person
    a total of
    in total
    at a rate of
    range from
    ranged from
    ranging from
    out of every
    per cent of
    percent of
    a share of
    """,
)
# At the start of a sentence these turn against the one before.
TURNS = Phrases.of(
    "turns",
    """
    but
    yet
    still
    even so
    then again
    on the other hand
    that said
    at the same time
    not everyone
    not all of
    nor
    """,
)
