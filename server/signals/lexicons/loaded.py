"""Words that carry the judgement in themselves: exaggeration, outrage, and contempt for people."""

from __future__ import annotations

from server.core.phrases import Phrases

EXAGGERATION = Phrases.of(
    "exaggeration",
    """
    absolutely
    astonishing
    astonishingly
    astounding
    astoundingly
    beyond belief
    beyond comprehension
    beyond imagination
    blockbuster revelation
    bombshell
    bombshells
    breathtaking
    breathtakingly
    colossal
    dumbfounded
    earth-shattering
    fantastically
    flabbergasted
    gargantuan
    gigantic
    humongous
    incredible
    incredibly
    insanely
    jaw-dropping
    mind-blowing
    mind-boggling
    never before seen
    never-before-seen
    of biblical proportions
    of epic proportions
    off the charts
    outright
    phenomenal
    phenomenally
    shocker
    shocking
    shockingly
    spine-chilling
    staggering
    staggeringly
    stunningly
    stupendous
    the mother of all
    totally
    tsunami of
    unbelievable
    unbelievably
    unimaginable
    unthinkable
    utter
    utterly
    pure evil
    whopping
    massive
    massively
    completely
    countless
    tremendous
    tremendously
    catastrophic
    amazing
    amazingly
    amazed
    wildly
    stunning
    stunned
    explosive
    insane
    horrific
    horrifically
    monumental
    vastly
    spectacular
    spectacularly
    enormously
    untold
    startling
    startlingly
    epic
    endlessly
    full-blown
    unstoppable
    immensely
    fantastic
    miraculous
    miraculously
    unheard-of
    astronomical
    exponentially
    skyrocketing
    unparalleled
    perfect storm
    brilliant
    brilliantly
    wonderful
    wonderfully
    magnificent
    marvelous
    marvellous
    glorious
    superb
    outstanding
    legendary
    heroic
    heroically
    brave
    bravely
    courageous
    courageously
    fearless
    fearlessly
    truly
    downright
    sheer
    absolute
    of all time
    like never before
    never seen before
    mega
    super-secret
    game-changing
    game-changer
    life-changing
    world-shaking
    historic proportions
    unspeakable
    eye-popping
    eye-opening
    dramatic turn
    relentless
    relentlessly
    feverish
    frenzied
    frantic
    frantically
    hysterical
    hysterically
    explosively
    ferocious
    ferociously
    thunderous
    blistering
    scathing
    searing
    stinging
    withering
    epic fail
    massive blow
    """,
)

OUTRAGE = Phrases.of(
    "outrage",
    """
    a disgrace
    abhorrent
    abominable
    abomination
    absurd
    absurdity
    absurdly
    appalling
    appallingly
    asinine
    atrocious
    beyond the pale
    blatant
    blatantly
    brazen
    brazenly
    contemptible
    dastardly
    deplorable
    despicable
    diabolical
    disgraceful
    disgracefully
    disgusting
    disgustingly
    egregious
    farce
    farcical
    flagrant
    flagrantly
    ghastly
    grotesque
    heartless
    hogwash
    horrendous
    horrifying
    idiocy
    idiotic
    infuriating
    insanity
    insidious
    laughable
    laughably
    loathsome
    ludicrous
    lunacy
    makes me sick
    monstrosity
    monstrous
    moronic
    makes a mockery
    made a mockery
    nauseating
    nefarious
    nonsense
    nonsensical
    outlandish
    outrageous
    outrageously
    pathetic
    pathetically
    preposterous
    reckless disregard
    repugnant
    repulsive
    revolting
    ridiculous
    ridiculously
    shameful
    shamefully
    shameless
    shamelessly
    sheer madness
    sheer stupidity
    sick and tired
    sickening
    sickeningly
    sinister
    slap in the face
    spit in the face
    stupidity
    travesty
    unconscionable
    vile
    wicked
    terrible
    terribly
    horrible
    horribly
    awful
    awfully
    disturbing
    disturbingly
    ugly
    reckless
    recklessly
    infamous
    draconian
    unethical
    foul
    embarrassing
    embarrassingly
    brutal
    brutally
    hatred
    hateful
    chilling
    chillingly
    frightening
    frighteningly
    terrifying
    terrified
    terrifyingly
    furious
    furiously
    sickened
    nightmare
    nightmarish
    misery
    miserable
    miserably
    cruel
    cruelly
    cruelty
    outrage
    outraged
    meltdown
    disastrous
    disastrously
    vicious
    viciously
    evil
    vicious attack
    corrupt
    tyrannical
    tyranny
    malicious
    maliciously
    madness
    disgrace
    heinous
    barbaric
    sinisterly
    perverse
    twisted
    warped
    crazed
    rabid
    rampant
    enraged
    infuriated
    infuriatingly
    livid
    seething
    disgusted
    disgust
    horrified
    horrifyingly
    appalled
    shocked
    alarming
    alarmingly
    egregiously
    gross injustice
    wickedly
    ludicrously
    pitiful
    pitifully
    cowardly
    bogus
    phony
    sham
    mockery
    charade
    debacle
    fiasco
    witch hunt
    bloodbath
    carnage
    mayhem
    hellhole
    cesspool
    stab in the back
    assault on our
    war on our
    destroying our
    ruining our
    stealing our
    robbed of
    ripped off
    fed up with
    sick of
    how dare
    enough is enough
    wake up
    dishonest
    dishonestly
    arrogant
    arrogantly
    arrogance
    greedy
    greed
    ignorant
    ignorantly
    ignorance
    incompetent
    incompetence
    hypocritical
    hypocrisy
    narcissistic
    self-serving
    worthless
    foolish
    foolishly
    foolishness
    stupid
    stupidly
    dumb
    nasty
    shady
    """,
)

CONTEMPT = Phrases.of(
    "contempt for people",
    # Called stupid or mad
    """
    blithering
    bozo
    bozos
    brainwashed
    buffoon
    buffoonish
    buffoons
    bunch of clowns
    clown show
    clueless
    crackpot
    crackpots
    crazies
    cretin
    cretins
    delusional
    deranged
    dimwit
    dimwits
    dimwitted
    dolt
    dolts
    halfwit
    halfwits
    idiot
    idiots
    ignoramus
    imbecile
    imbeciles
    lunatic
    lunatics
    madman
    madmen
    madwoman
    maniacs
    moron
    morons
    nitwit
    nitwits
    nut job
    nut jobs
    nutcase
    nutcases
    nutjob
    nutjobs
    sheeple
    simpletons
    stupid people
    too stupid to
    unhinged
    wacko
    wackos
    whack job
    whack jobs
    wingnut
    wingnuts
    """,
    # Called low
    """
    blowhard
    blowhards
    bootlicker
    bootlickers
    con artist
    con artists
    con man
    con men
    con woman
    con women
    coward
    cowards
    crook
    crooked
    crooks
    crybabies
    crybaby
    degenerates
    dirtbag
    dirtbags
    egomaniac
    egomaniacs
    evildoers
    fearmonger
    fearmongers
    grifter
    grifters
    gutless
    hypocrite
    hypocrites
    liar
    liars
    lowlife
    lowlifes
    megalomaniac
    sanctimonious
    scoundrel
    scoundrels
    scum
    scumbag
    scumbags
    self-righteous
    sleaze
    sleazebag
    sleazy
    spineless
    swindler
    swindlers
    thug
    thuggish
    thugs
    traitor
    traitorous
    traitors
    turncoat
    turncoats
    two-faced
    warmonger
    warmongering
    warmongers
    windbag
    windbags
    """,
    # Called the tools of others
    """
    charlatan
    charlatans
    flunkies
    flunky
    goon
    goons
    henchman
    henchmen
    henchwoman
    henchwomen
    lackey
    lackeys
    lapdog
    lapdogs
    paid shill
    paid shills
    partisan hack
    partisan hacks
    party hack
    party hacks
    political hack
    political hacks
    propagandist
    propagandists
    puppet of
    puppets
    shill for
    shills
    shills for
    stooge
    stooges
    toadies
    useful idiot
    useful idiots
    losers
    loser
    bogus experts
    so-called expert
    so-called experts
    so-called journalist
    so-called journalists
    so-called leader
    so-called leaders
    simpleton
    snowflake
    snowflakes
    whiners
    whiner
    bullies
    bully
    tyrant
    tyrants
    fraudster
    fraudsters
    shill
    sellout
    sellouts
    pathological liar
    pathological liars
    fanatic
    fanatics
    zealot
    zealots
    extremist thugs
    maniac
    psychopath
    psychopaths
    sociopath
    sociopaths
    degenerate
    deviant
    deviants
    savage
    savages
    barbarian
    barbarians
    cronies
    crony
    minions
    minion
    sycophant
    sycophants
    apologist
    apologists
    hacks
    ideologue
    ideologues
    """,
)
