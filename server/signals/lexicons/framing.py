"""Frames that ask for distrust: of all other media, and of hidden hands behind events."""

from __future__ import annotations

from server.core.phrases import Phrases

ANTI_MEDIA = Phrases.of(
    "distrust of other media",
    # What they are called
    """
    mainstream media
    mainstream press
    mainstream news
    mainstream journalists
    mainstream outlets
    mainstream narrative
    main stream media
    lamestream
    lamestream media
    corporate media
    corporate press
    corporate-controlled media
    corporate-owned media
    establishment media
    establishment press
    controlled media
    captured media
    complicit media
    compliant media
    corrupt media
    crooked media
    dishonest media
    lying media
    lying press
    biased media
    fake news media
    bought-and-paid-for media
    presstitute
    presstitutes
    media elite
    media elites
    media establishment
    media hacks
    media machine
    media puppets
    media whores
    dinosaur media
    so-called journalism
    so-called journalist
    so-called journalists
    so-called news
    so-called reporters
    propaganda machine
    propaganda outlet
    propaganda outlets
    """,
    # What they are said to keep back
    """
    media blackout
    news blackout
    media cover-up
    media coverup
    media lies
    media manipulation
    media narrative
    media propaganda
    media silence
    media is lying
    media is hiding
    media is ignoring
    media is silent
    media are lying
    media are hiding
    media are ignoring
    media are silent
    media refuses to
    media refuse to
    media refused to
    media won't tell you
    media won't report
    media won't show
    media won't cover
    media won't touch
    media won't talk
    media will not tell you
    media will not report
    media will not show
    media has ignored
    media have ignored
    media conveniently
    media doesn't want
    media does not want
    media don't want
    media do not want
    media would have you believe
    media wants you to
    media want you to
    ignored by the media
    ignored by the mainstream
    hidden by the media
    suppressed by the media
    censored by the media
    not being reported
    won't be reported
    nobody is reporting
    no one is reporting
    you won't hear about
    you won't hear this
    you will not hear about
    you will not hear this
    you won't see this
    you will not see this
    you won't read this
    won't see on the news
    what they won't tell you
    what they don't tell you
    what they aren't telling you
    what they're not telling you
    they won't tell you
    they aren't telling you
    they're not telling you
    they are not telling you
    aren't being told
    isn't being reported
    hit piece
    hit pieces
    smear piece
    smear pieces
    smear job
    propaganda
    propagandists
    censored
    censoring
    censorship
    suppressing
    suppressed
    suppression of
    silenced
    silencing
    muzzled
    the narrative
    narratives
    narrative that
    false narrative
    false narratives
    alternative media
    independent media
    legacy media
    unreported
    underreported
    under-reported
    gatekeepers
    bought and paid for
    memory hole
    memory-holed
    the media won't
    the media will not
    media is trying
    media are trying
    scrubbed from
    shadow-banned
    shadow banned
    shadowbanned
    deplatformed
    de-platformed
    """,
)

HIDDEN_HANDS = Phrases.of(
    "hidden hands",
    # The plot
    """
    cover-up
    cover-ups
    coverup
    coverups
    hidden agenda
    hidden agendas
    secret agenda
    sinister agenda
    nefarious agenda
    real agenda
    true agenda
    hidden hand
    hidden hands
    hidden truth
    hidden truths
    what they are planning
    what they have planned
    inside job
    false flag
    false flags
    false-flag
    crisis actor
    crisis actors
    psyop
    psyops
    psy-op
    psy-ops
    mind control program
    sinister plot
    sinister plan
    sinister forces
    dark forces
    shadowy forces
    shadowy elite
    evil forces
    evil plan
    secret plot
    secret plan to
    secret society
    secret societies
    secret cabal
    cabal
    shadow government
    secret government
    one world government
    one-world government
    world domination
    global elite
    global elites
    so-called elite
    so-called elites
    corrupt elite
    corrupt elites
    elites want
    ruling elite
    ruling elites
    power elite
    the powers that be
    puppet master
    puppet masters
    puppeteers
    pulling the strings
    pulls the strings
    pull the strings
    behind the curtain
    planned all along
    deliberately engineered
    carefully orchestrated
    who really controls
    who really runs
    who is really behind
    who's really behind
    what's really going on
    what is really going on
    control the masses
    thought police
    swept under the rug
    swept under the carpet
    """,
    # The reader's part
    """
    they don't want you
    they do not want you
    doesn't want you to know
    does not want you to know
    don't want you to know
    do not want you to know
    don't want you to see
    want you to believe
    wants you to believe
    would have you believe
    want us to believe
    what are they hiding
    what they are hiding
    what they're hiding
    what is being hidden
    trying to hide the
    hide the truth
    hiding the truth
    suppress the truth
    suppressing the truth
    the truth is being
    the truth about what
    people need to wake up
    people are waking up
    time to wake up
    wake up and
    wake up, people
    wake up people
    wake up!
    wake up to the fact
    wake up to the truth
    waking up to the truth
    woke up to the truth
    down the rabbit hole
    open your eyes
    eyes are opening
    connect the dots
    connecting the dots
    follow the money
    do your own research
    do your research
    think for yourself
    question everything
    red-pilled
    official narrative
    official story
    official version of events
    the official version
    just a coincidence
    mere coincidence
    is it a coincidence
    not a coincidence
    no coincidence
    coincidence?
    too convenient
    elites
    the elites
    the elite
    ruling class
    powers that be
    powerful people
    powerful forces
    powerful interests
    shadowy
    covering up
    covered up
    coincidence
    coincidences
    coincidentally
    conveniently
    rigged
    waking up
    woke up to
    orchestrated
    orchestrating
    brainwash
    brainwashed
    brainwashing
    mind control
    their agenda
    ulterior motive
    ulterior motives
    in the pocket of
    in cahoots
    trying to hide
    the masses
    police state
    surveillance state
    big brother
    totalitarian
    totalitarianism
    authoritarian agenda
    new world order
    sheeple
    nefarious
    suspiciously
    mysteriously
    foul play
    rabbit hole
    """,
)

# Words that announce something as found out.
REVELATIONS = Phrases.of(
    "words of revelation",
    """
    expose
    exposes
    exposed as
    exposed the
    exposed how
    exposing
    reveal
    reveals
    revealed
    revelation
    revelations
    busted
    caught on video
    caught on tape
    caught on camera
    caught lying
    caught red-handed
    uncovered
    uncovers
    unmask
    unmasked
    unmasks
    unearthed
    leaked
    leaks
    come to light
    came to light
    comes to light
    coming to light
    brought to light
    laid bare
    lays bare
    blew the lid off
    red-handed
    """,
)
