"""Talk that nobody in particular answers for, and how articles announce that they check such talk."""

from __future__ import annotations

from server.core.phrases import Phrases

HEARSAY = Phrases.of(
    "hearsay",
    # Reports without a reporter
    """
    reportedly
    reports say
    reports suggest
    reports claim
    reports indicate
    reports are coming
    reports are emerging
    reports have emerged
    reports have surfaced
    reports surfaced
    reports began circulating
    according to reports
    according to some reports
    according to several reports
    according to multiple reports
    according to numerous reports
    according to various reports
    according to recent reports
    according to early reports
    according to initial reports
    according to unconfirmed reports
    according to media reports
    according to news reports
    according to online reports
    according to some accounts
    by some accounts
    unconfirmed reports
    unverified reports
    it is reported
    it is being reported
    it was reported that
    it has been reported
    """,
    # Revelations without a source
    """
    it was revealed
    it has been revealed
    it has now been revealed
    it was recently revealed
    it was later revealed
    it was discovered that
    it has been discovered
    it has been confirmed that
    it was confirmed that
    it has been learned
    it was learned
    it has come to light
    it came to light
    it has now emerged
    it is now known
    it is well known that
    it is widely known
    it turns out
    it turned out that
    turns out that
    as it turns out
    """,
    # Found, shown and said by nobody
    """
    been reported
    being reported
    been said
    being said
    been shown
    been proven
    been proved
    been found
    was found to
    were found to
    been observed
    been recorded
    been noted
    been documented
    been seen
    being seen
    been called
    being called
    been described
    being described
    been dubbed
    been deemed
    been viewed
    been known to
    been accused
    being accused
    been linked to
    been blamed
    being blamed
    been attributed
    being attributed
    been praised
    been criticized
    been criticised
    been suggested
    been claimed
    been alleged
    been established that
    been revealed
    being revealed
    been exposed as
    been debunked
    been demonstrated
    been warned
    """,
    # Rumour
    """
    rumored
    rumoured
    rumor has it
    rumour has it
    rumors are
    rumours are
    rumors have
    rumours have
    rumors that
    rumours that
    rumors of
    rumours of
    rumors began
    rumours began
    rumors swirl
    rumours swirl
    rumors swirled
    rumours swirled
    rumors circulating
    rumours circulating
    rumor mill
    rumour mill
    word has it
    word is that
    word is getting out
    word on the street
    legend has it
    is said to be
    is said to have
    are said to be
    are said to have
    was said to be
    was said to have
    were said to have
    it is said
    it is being said
    it has been said
    it is claimed
    it was claimed
    it has been claimed
    it is believed
    it is widely believed
    it is suspected
    it has been suggested
    it has been speculated
    there is speculation
    there is talk
    there are rumors
    there are rumours
    there are reports
    there are claims
    speculation is rife
    speculation is growing
    """,
    # The crowd on the net
    """
    according to social media
    according to posts on
    according to the internet
    social media users
    social media is
    social media was
    social media erupted
    social media exploded
    users on social media
    people on social media
    posts on social media
    a social media post
    internet users
    internet sleuths
    online sleuths
    online users
    netizens
    the internet is
    viral post
    viral posts
    viral message
    viral messages
    circulating online
    circulating on social media
    circulating on the internet
    making the rounds
    being shared online
    being shared on social media
    shared widely on social media
    widely shared on social media
    """,
)

# In the headline or the first paragraph these announce a check of somebody else's claim.
CHECKING = Phrases.of(
    "announcements of a check",
    """
    claim:
    fact check
    fact-check
    fact checks
    fact-checks
    fact checked
    fact-checked
    fact-checking
    false claim
    false claims
    false rumor
    false rumors
    false rumour
    false rumours
    misleading claim
    misleading claims
    unfounded claim
    unfounded claims
    no evidence that
    """,
)
