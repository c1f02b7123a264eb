"""How reports name offices, how they say who said something, and how they learnt it."""

from __future__ import annotations

from server.core.phrases import Phrases

# Offices and bodies that answer for what they say, without their names.
OFFICES = Phrases.of(
    "named offices",
    """
    spokesman
    spokeswoman
    spokesperson
    spokesmen
    spokeswomen
    spokespeople
    spokespersons
    press secretary
    press office
    press officer
    communications director
    director of communications
    director of
    deputy director
    executive director
    managing director
    assistant director
    associate director
    director general
    director-general
    chief executive
    chief financial officer
    chief operating officer
    chief economist
    chief scientist
    chief of staff
    chief justice
    general counsel
    chairman of
    chairwoman of
    chairperson of
    chair of
    secretary of
    deputy secretary
    assistant secretary
    under secretary
    undersecretary
    secretary general
    secretary-general
    permanent secretary
    minister of
    minister for
    deputy minister
    ministry of
    ministry for
    the ministry
    the ministry's
    ministry officials
    ministry spokesman
    ministry spokeswoman
    department of
    department for
    the department
    the department's
    department officials
    office of
    the agency
    the agency's
    agency officials
    bureau of
    the bureau
    the bureau's
    the commission
    commissioner
    commissioners
    the committee
    the committee's
    subcommittee
    select committee
    the council
    the council's
    council member
    council members
    city council
    county council
    board member
    board members
    task force
    the tribunal
    association of
    federation of
    professor of
    professor at
    professor emeritus
    associate professor
    assistant professor
    senior lecturer
    lecturer in
    lecturer at
    research fellow
    senior fellow
    fellow at
    researcher at
    researchers at
    researchers from
    scientist at
    scientists at
    economist at
    economists at
    analyst at
    analyst with
    analysts at
    attorney for
    attorneys for
    lawyer for
    lawyers for
    attorney general
    solicitor general
    inspector general
    auditor general
    district attorney
    public defender
    prosecutors
    prosecutor's office
    prosecutors' office
    the coroner
    coroner's office
    the ombudsman
    police said
    police say
    police chief
    chief of police
    police department
    police spokesman
    police spokeswoman
    police officials
    fire department
    fire chief
    sheriff's office
    sheriff's department
    sheriff's deputies
    superintendent
    comptroller
    treasurer
    mayor's office
    governor's office
    mayor of
    ambassador to
    ambassadors
    envoy to
    diplomats
    officials
    official said
    official says
    official at
    official with
    official in
    official who
    a senior official
    administration official
    lawmakers
    legislators
    regulators
    investigators
    auditors
    trustees
    company said
    company says
    company's chief executive
    court said
    court ruled
    court of appeal
    court of appeals
    head of the
    vice president at
    members of the committee
    members of the council
    members of the board
    authorities said
    authorities say
    university officials
    agency said
    ministry said
    department said
    committee said
    council said
    board said
    commission said
    office said
    researchers said
    scientists said
    """,
)

# Plain verbs, which leave the judgement to the reader.
PLAIN_VERBS = Phrases.of(
    "plain verbs of saying",
    """
    according to
    said
    says
    told
    tells
    added
    wrote
    testified
    recalled
    explained
    """,
)

# Verbs that pass judgement on what somebody says, or on how. “Claimed” and
# “admitted” have other senses, so that they stand with a word beside them.
JUDGING_VERBS = Phrases.of(
    "judging verbs",
    """
    claimed that
    claimed he
    claimed she
    claimed they
    claimed it
    claimed to
    claimed the
    claimed in
    claimed on
    he claimed
    she claimed
    they claimed
    who claimed
    also claimed
    has claimed
    have claimed
    had claimed
    falsely claimed
    claims that
    claims he
    claims she
    claims they
    claims to
    he claims
    she claims
    who claims
    also claims
    claiming that
    claiming he
    claiming she
    claiming they
    claiming to
    claiming it
    admitted that
    admitted he
    admitted she
    admitted they
    admitted it
    he admitted
    she admitted
    they admitted
    finally admitted
    openly admitted
    even admitted
    admits that
    admits he
    admits she
    admits they
    he admits
    she admits
    finally admits
    openly admits
    even admits
    admitting that
    confessed that
    confessed to being
    confesses that
    let slip
    bragged
    brags
    bragging
    boasted
    boasting
    gloated
    gloats
    gloating
    crowed
    gushed
    gushes
    gushing
    ranted
    rants
    ranting
    went on a rant
    railed against
    rails against
    railing against
    raged against
    fumed
    fumes
    fuming
    seethed
    whined
    whines
    whining
    moaned
    sneered
    sneers
    sneering
    scoffed
    scoffs
    scoffing
    smirked
    snarled
    spewed
    spews
    spewing
    spouted
    spouts
    spouting
    screeched
    shrieked
    yelled
    thundered
    bellowed
    blurted
    babbled
    blathered
    parroted
    parrots
    parroting
    regurgitated
    preached to
    lectured
    berated
    berates
    berating
    slammed
    slams
    slamming
    blasted
    blasts
    bashed
    bashes
    bashing
    trashed
    trashes
    trashing
    ripped into
    rips into
    ripping into
    tore into
    tears into
    tearing into
    lashed out
    lashes out
    lashing out
    hit back at
    hits back at
    hitting back at
    fired back
    fires back
    clapped back
    claps back
    shot back
    shoots back
    went off on
    goes off on
    unloaded on
    unloads on
    lit into
    laid into
    lambasted
    lambastes
    lambasting
    excoriated
    eviscerated
    eviscerates
    skewered
    skewers
    mocked
    mocks
    mocking
    taunted
    taunts
    taunting
    ridiculed
    ridicules
    ridiculing
    trolled
    trolling
    exclaimed
    exclaims
    proclaimed
    proclaims
    proclaiming
    trumpeted
    peddled
    peddles
    peddling
    lied about
    lies about
    lying about
    insinuated
    insinuates
    insinuating
    went ballistic
    goes ballistic
    melted down
    had a meltdown
    doubled down
    doubles down
    doubling down
    """,
)

# How the report itself learnt something: it asked, was there or read the papers.
FIRST_HAND = Phrases.of(
    "first-hand knowledge",
    """
    in an interview
    in interviews
    in a telephone interview
    in a phone interview
    in a video interview
    in a recent interview
    in a brief interview
    in a separate interview
    in an exclusive interview
    during an interview
    interviews with
    interview with
    interviewed by
    people interviewed
    told reporters
    tells reporters
    speaking to reporters
    speaking with reporters
    spoke to reporters
    spoke with reporters
    talking to reporters
    asked by reporters
    told a news conference
    told a press conference
    at a news conference
    at a press conference
    in a news conference
    in a press conference
    during a news conference
    during a press conference
    at a news briefing
    at a press briefing
    during a news briefing
    during a press briefing
    in a conference call
    on a conference call
    in a statement
    in a written statement
    in a joint statement
    in a brief statement
    in an emailed statement
    statement from
    a statement released
    a statement issued
    statement said
    in a news release
    in a press release
    news release
    in an email
    in an e-mail
    in emails
    in e-mails
    by email
    by e-mail
    via email
    by phone
    by telephone
    in a text message
    in text messages
    in a phone call
    in a letter
    in a memo
    in a memorandum
    in a report
    in a filing
    in filings
    in a lawsuit
    in an affidavit
    in a deposition
    in an indictment
    in a complaint
    in a speech
    testified
    court documents
    court records
    court filing
    court filings
    court papers
    documents obtained
    documents reviewed
    documents seen
    records obtained
    records reviewed
    emails obtained
    emails reviewed
    e-mails obtained
    e-mails reviewed
    obtained by
    reviewed by
    transcript of
    on condition of anonymity
    on the condition of anonymity
    not authorized to
    not authorised to
    said by phone
    said by email
    told the inquiry
    told the court
    told the committee
    told the panel
    told the council
    told lawmakers
    told investigators
    told police
    in testimony before
    in testimony to
    in prepared remarks
    in remarks to
    in an audio recording
    in a recording of
    in a transcript
    according to a transcript
    according to court
    according to documents
    according to records
    according to minutes
    according to a copy
    according to an internal
    according to a filing
    according to filings
    according to a lawsuit
    according to the lawsuit
    according to a complaint
    according to the complaint
    according to the indictment
    according to the affidavit
    according to an affidavit
    according to a statement
    according to the statement
    according to a report
    according to the report
    according to data
    according to figures
    according to a study
    according to the study
    according to a survey
    according to the survey
    according to a spokesman
    according to a spokeswoman
    according to a spokesperson
    a copy of which
    shared with reporters
    provided to reporters
    asked not to be named
    asked not to be identified
    declined to be named
    declined to be identified
    """,
)
# A speaker met before is cited again. Each verb with each pronoun, and turned round as in “said he”.
SPEAKER_AGAIN = Phrases(
    "speakers cited again",
    tuple(
        f"{who}{between} {verb}"
        for who in ("he", "she", "they")
        for between in ("", " also", " later", " then")
        for verb in ("said", "says", "told", "added", "wrote", "explained", "recalled", "noted", "testified")
    ),
)
