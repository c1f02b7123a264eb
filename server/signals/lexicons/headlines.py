"""What headlines use to pull: shock, curiosity gaps, urgency tags."""

from __future__ import annotations

from server.core.phrases import Phrases

SHOCK = Phrases.of(
    "shock words",
    """
    shock
    shocks
    shocked
    shocking
    shockingly
    shocker
    stunning
    stunned
    stuns
    jaw-dropping
    mind-blowing
    mind blowing
    explosive
    bombshell
    outrage
    outrageous
    horrifying
    terrifying
    disgusting
    sickening
    insane
    unbelievable
    incredible
    epic
    destroys
    destroyed by
    slams
    slammed
    blasts
    obliterates
    eviscerates
    annihilates
    humiliates
    humiliated
    meltdown
    goes ballistic
    goes nuclear
    loses it
    freaks out
    exposed
    exposes
    caught red-handed
    busted
    secret plan
    secretly
    miracle
    nightmare
    apocalypse
    doom
    chaos
    devastating
    savage
    brutal
    sick
    evil
    """,
)

CURIOSITY = Phrases.of(
    "forward references",
    """
    you won't believe
    you will not believe
    won't believe what
    what happened next
    what happens next
    will blow your mind
    blow your mind
    will shock you
    will surprise you
    will amaze you
    will make you
    here's why
    here's what
    here is why
    here is what
    here's how
    this is why
    this is what
    this is how
    the reason why
    the reason is
    the real reason
    the truth about
    the truth behind
    what they don't want you to know
    they don't want you to know
    don't want you to know
    what nobody is telling you
    nobody is talking about
    no one is talking about
    the one thing
    this one trick
    one weird trick
    one simple trick
    guess what
    guess who
    wait until you see
    wait till you see
    just did this
    look what
    what she said
    what he said next
    you need to know
    you should know
    everything you need to know
    reasons why
    things you
    signs you
    find out
    will leave you
    can't stop
    the internet is
    goes viral
    """,
)

URGENT_TAGS = Phrases.of(
    "urgency tags",
    """
    breaking:
    breaking news:
    breaking -
    breaking!
    (breaking)
    [breaking]
    alert:
    red alert
    urgent:
    exclusive:
    just in:
    developing:
    bombshell:
    watch:
    watch!
    watch -
    (watch)
    [watch]
    must watch
    must-watch
    must see
    must-see
    must read
    must-read
    video:
    (video)
    [video]
    (videos)
    [videos]
    +video
    + video
    (photos)
    [photos]
    (pics)
    [pics]
    (audio)
    [audio]
    (details)
    wow!
    wow:
    omg
    boom!
    boom:
    lol
    wtf
    """,
)
