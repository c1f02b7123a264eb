"""What headlines use to pull, to judge and to announce.

The lists under *Pull* are looked for in headlines only: in texts most of
their words are everywhere. Each word alone says little.
"""

from __future__ import annotations

from server.core.phrases import Phrases

# --- Pull ------------------------------------------------------------------

SHOCK = Phrases.of(
    "shock words",
    """
    shocks
    shocked
    shocking
    shockingly
    shocker
    stunning
    stunned
    stuns
    jaw-dropping
    jaw dropping
    mind-blowing
    mind blowing
    explosive claim
    explosive new
    explosive report
    bombshell
    outrageous
    horrifying
    horrific
    terrifying
    disgusting
    sickening
    insane
    insanity
    unbelievable
    unbelievably
    unreal
    incredible
    incredibly
    epic
    meltdown
    goes ballistic
    goes nuclear
    goes berserk
    goes wild
    loses it
    freaks out
    freak out
    freaking out
    lose their minds
    losing their minds
    secret plan
    secret plot
    dirty secret
    dark secret
    secretly
    miracle
    sinister
    chilling
    spine-chilling
    hair-raising
    all hell breaks loose
    game over
    blows up
    went viral
    going viral
    goes viral
    gone viral
    breaks the internet
    broke the internet
    the internet is
    must-see
    must see
    must-read
    must read
    must watch
    must-watch
    speechless
    in tears
    heart-stopping
    blood boil
    blood run cold
    """,
)

CURIOSITY = Phrases.of(
    "held-back promises",
    """
    you won't believe
    you will not believe
    you'll never believe
    you'll never guess
    won't believe what
    what happened next
    what happens next
    what happened when
    what happens when
    happens when you
    will blow your mind
    blow your mind
    blew my mind
    will shock you
    might shock you
    may shock you
    will surprise you
    might surprise you
    may surprise you
    will amaze you
    will haunt you
    will make you
    will make your
    make you want
    will have you
    will leave you
    will change your
    will change the way
    will restore your
    will melt your
    will break your
    what they don't want you to know
    they don't want you to know
    don't want you to know
    doesn't want you to know
    don't want you to see
    doesn't want you to see
    what nobody is telling you
    what no one is telling you
    aren't telling you
    isn't telling you
    won't tell you
    not telling you
    nobody is talking about
    no one is talking about
    nobody's talking about
    no one's talking about
    nobody talks about
    the reason why
    the real reason
    the truth about
    the truth behind
    the one thing
    this one thing
    this one trick
    one weird trick
    one simple trick
    guess what
    guess who
    guess where
    wait until you
    wait till you
    wait for it
    just did this
    look what
    look who
    see what
    watch what
    what she said
    what he said
    what they said
    what she did
    what he did
    what they did
    says it all
    you need to see
    you need to read
    you have to see
    you didn't know
    you never knew
    you probably
    you might not know
    you missed
    it turns out
    turns out
    can't stop
    can't handle
    can't even
    can't get over
    are you ready
    and it's
    and they're
    the answer is
    for this reason
    the reason is
    it's not what you
    not what you think
    before it's too late
    while you still can
    """,
)

# Something that the headline itself does not name.
POINTING = Phrases.of(
    "pointing ahead",
    """
    this
    these
    here's
    here is
    here are
    this is
    these are
    that'll
    this one
    something
    someone
    somebody
    one thing
    """,
)

ADDRESS = Phrases.of(
    "speaking to the reader",
    """
    you
    your
    yours
    yourself
    yourselves
    you're
    you've
    you'd
    you'll
    y'all
    """,
)

SUPERLATIVES = Phrases.of(
    "superlatives and absolutes",
    """
    the best
    the worst
    worst ever
    best ever
    greatest
    craziest
    weirdest
    strangest
    funniest
    scariest
    dumbest
    smartest
    coolest
    cutest
    happiest
    saddest
    easiest
    prettiest
    the most
    most amazing
    most important
    ultimate
    definitive
    ever
    never
    always
    every
    every single
    everyone
    everybody
    everything
    anyone
    anything
    nobody
    no one
    perfect
    perfectly
    favorite
    favourite
    favorites
    favourites
    best
    worst
    all of
    all the
    of all time
    once and for all
    forever
    """,
)

INTENSIFIERS = Phrases.of(
    "intensifiers",
    """
    actually
    really
    totally
    literally
    seriously
    definitely
    absolutely
    completely
    basically
    truly
    honestly
    obviously
    exactly
    way too
    way more
    insanely
    extremely
    ridiculously
    surprisingly
    surprising
    painfully
    weirdly
    hilariously
    instantly
    accidentally
    genuinely
    awkwardly
    pretty much
    kind of
    sort of
    just
    so
    too
    probably
    """,
)

JUDGEMENTS = Phrases.of(
    "judgements",
    """
    amazing
    awesome
    hilarious
    adorable
    gorgeous
    beautiful
    crazy
    weird
    bizarre
    creepy
    cute
    funny
    fun
    awkward
    brilliant
    genius
    powerful
    heartbreaking
    heartwarming
    inspiring
    inspirational
    magical
    badass
    unexpected
    ridiculous
    fascinating
    important
    gross
    disturbing
    wonderful
    glorious
    magnificent
    nostalgic
    relatable
    satisfying
    underrated
    obsessed
    delightful
    fabulous
    flawless
    clever
    cool
    love
    loves
    loved
    """,
)

# Spoken forms and the writer's own person; the faintest of the marks.
CHATTY = Phrases.of(
    "talk among friends",
    """
    we
    we're
    we've
    we'd
    we'll
    us all
    let's
    my
    me
    i'm
    i've
    i'll
    it's
    that's
    what's
    who's
    how's
    there's
    he's
    she's
    they're
    isn't
    aren't
    wasn't
    weren't
    doesn't
    don't
    didn't
    can't
    couldn't
    won't
    wouldn't
    shouldn't
    hasn't
    haven't
    ain't
    gonna
    gotta
    wanna
    kinda
    dude
    damn
    yep
    nope
    whoa
    hey
    """,
)

# What lists count, some words behind their number.
LISTED = frozenset(
    """things ways reasons times tips tricks hacks facts signs photos pictures pics images videos tweets
    posts moments questions mistakes lessons secrets stages types kinds quotes ideas truths problems habits
    rules steps stories lies myths charts graphs examples responses reactions""".split()
)

# --- Announcements ---------------------------------------------------------

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
    urgent:
    just in:
    developing:
    bombshell:
    watch:
    watch!
    watch -
    (watch)
    [watch]
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

# --- Verdicts --------------------------------------------------------------

VERDICTS = Phrases.of(
    "verdicts",
    """
    slams
    slammed
    slamming
    blasts
    blasted
    blasting
    bashes
    bashing
    trashes
    trashing
    rips into
    ripped into
    tears into
    tore into
    laces into
    lays into
    skewers
    skewered
    savages
    lambasts
    lambasted
    excoriates
    destroys
    gets destroyed
    obliterates
    obliterated
    eviscerates
    eviscerated
    annihilates
    annihilated
    humiliates
    humiliated
    humiliating
    embarrasses
    shames
    mocks
    mocked
    mocking
    ridicules
    ridiculed
    gets owned
    got owned
    gets schooled
    got schooled
    schooled by
    dunks on
    smacks down
    slaps down
    smackdown
    mic drop
    drops the mic
    shuts down critics
    silences critics
    claps back
    clapped back
    fires back
    fired back
    hits back
    lashes out
    lashed out
    goes off on
    calls out
    called out
    exposes
    exposed as
    exposed by
    just exposed
    finally exposed
    exposed:
    admits
    admitting
    caught lying
    caught cheating
    caught trying
    caught using
    caught on camera
    caught on tape
    caught on video
    caught red-handed
    caught in a lie
    caught in lie
    gets caught
    got caught
    just caught
    caught again
    busted
    finally
    proved wrong
    proven wrong
    proof that
    backfires
    backfired
    squirms
    whines
    whining
    rants
    ranting
    brags
    bragging
    melts down
    self-destructs
    unhinged
    clueless
    laughable
    pathetic
    hypocrisy
    hypocrite
    hypocrites
    hypocritical
    disgraceful
    shameful
    shameless
    liar
    liars
    gets what he deserves
    gets what she deserves
    get what they deserve
    """,
)
