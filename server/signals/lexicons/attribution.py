"""How texts say where they know something from, and how they only seem to."""

from __future__ import annotations

from server.core.phrases import Phrases

SAYING = Phrases.of(
    "saying words",
    """
    according to
    said
    says
    told
    tells
    wrote
    writes
    stated
    testified
    tweeted
    """,
)

REPORTING = Phrases.of(
    "reporting words",
    """
    announced
    confirmed
    denied
    explained
    added
    acknowledged
    warned
    argued
    insisted
    estimated
    predicted
    reported
    reports
    posted
    declined to comment
    did not respond
    did not immediately respond
    in a statement
    in an interview
    in an email
    in an e-mail
    in a letter
    in a speech
    in a report
    news conference
    press conference
    press briefing
    """,
)

DOCUMENTS = Phrases.of(
    "named documents",
    """
    study published
    a study by
    a study from
    study in the journal
    published in the journal
    published in
    research by
    research from
    researchers at
    scientists at
    a survey by
    a survey of
    survey conducted
    a poll by
    poll conducted
    poll released
    a report by
    a report from
    report released
    report published
    annual report
    inspection report
    police report
    autopsy report
    inspector general's report
    court documents
    court records
    court filing
    court filings
    court papers
    the lawsuit
    the complaint
    the indictment
    the affidavit
    the ruling
    the memo
    the transcript
    transcript of
    public records
    data from
    data released by
    figures from
    figures released by
    statistics from
    records show
    documents show
    emails show
    filed in
    the executive order
    the bill
    the statute
    the census
    freedom of information
    """,
)

VAGUE_SOURCES = Phrases.of(
    "vague sources",
    # Many and some
    """
    many wonder
    many wondering
    many are wondering
    many believe
    many people believe
    many people say
    many people think
    many are saying
    many say
    many are calling
    many are asking
    many are questioning
    many praising
    many in shock
    many have said
    many have called
    many have praised
    many have pointed out
    many have questioned
    many have speculated
    many have suggested
    many argue
    many feel
    many fear
    many suspect
    many think
    some believe
    some fear
    some say
    some people say
    some people believe
    some people think
    some suspect
    some speculate
    some have said
    some have speculated
    some have suggested
    some have called
    some have argued
    some argue
    some claim
    some would say
    some would argue
    others believe
    others say
    others claim
    others speculate
    people are saying
    people are wondering
    people are asking
    people say
    millions believe
    most people believe
    most people agree
    everyone is talking about
    everyone is saying
    """,
    # Experts without a name
    """
    experts say
    experts said
    experts believe
    experts agree
    experts warn
    experts have warned
    experts claim
    experts fear
    experts think
    experts suggest
    experts predict
    some experts say
    some experts believe
    many experts say
    many experts believe
    most experts agree
    many experts agree
    several experts say
    leading experts say
    top experts say
    experts have said
    top experts
    scientists say
    scientists believe
    scientists agree
    scientists warn
    scientists claim
    some scientists say
    some scientists believe
    many scientists say
    many scientists believe
    doctors say
    doctors agree
    doctors believe
    doctors warn
    many doctors say
    many doctors believe
    some doctors say
    some doctors believe
    historians say
    historians believe
    economists say
    economists believe
    analysts say
    analysts believe
    some analysts say
    some analysts believe
    many analysts say
    many analysts believe
    observers say
    observers note
    observers believe
    some observers say
    many observers say
    some observers believe
    many observers believe
    """,
    # Critics, insiders and sources
    """
    critics say
    critics argue
    critics claim
    critics contend
    critics believe
    critics are calling
    critics point out
    critics have said
    critics have called
    critics have argued
    critics have accused
    some critics say
    many critics say
    some critics argue
    many critics argue
    supporters claim
    skeptics say
    insiders say
    insiders claim
    insiders believe
    insiders have said
    insiders have revealed
    insiders have confirmed
    insiders reveal
    an insider
    one insider
    a source said
    a source says
    a source claimed
    a source familiar
    a source close to
    a source inside
    a source within
    one source said
    sources say
    sources said
    sources claim
    sources claimed
    sources tell
    sources told
    sources indicate
    sources familiar with
    sources close to
    sources have confirmed
    sources have revealed
    sources have said
    sources have told
    sources inside
    sources within
    sources with knowledge
    multiple sources say
    multiple sources said
    multiple sources have
    several sources say
    several sources said
    several sources have
    numerous sources say
    numerous sources have
    reliable sources say
    reliable sources have
    trusted sources say
    trusted sources have
    well-placed source
    well-placed sources
    high-level source
    high-level sources
    unnamed source
    unnamed sources
    anonymous source
    anonymous sources
    undisclosed source
    undisclosed sources
    an unnamed official
    unnamed officials
    anonymous officials
    according to a source
    according to an insider
    according to sources
    according to experts
    according to insiders
    according to some
    according to many
    according to critics
    according to observers
    according to witnesses
    eyewitnesses say
    eyewitnesses claim
    witnesses claim
    """,
    # Seen, praised and hailed by nobody
    """
    widely believed
    widely considered
    widely regarded
    widely seen as
    been seen as
    been hailed as
    been praised by many
    been praised as
    been criticized by many
    been criticised by many
    been called by many
    been described by many
    seen by many
    considered by many
    viewed by many
    regarded by many
    """,
)

ROLES = Phrases.of(
    "roles",
    """
    adviser
    advisor
    agent
    analyst
    archbishop
    assistant
    attorney
    attorney general
    author
    biologist
    bishop
    captain
    chair
    chairman
    chairwoman
    chancellor
    chief
    chief executive
    ceo
    co-founder
    coach
    colonel
    commander
    commissioner
    congressman
    congresswoman
    coordinator
    coroner
    correspondent
    councillor
    councilman
    councilor
    councilwoman
    counsel
    delegate
    deputy
    detective
    diplomat
    director
    doctor
    dr.
    dean
    economist
    editor
    engineer
    epidemiologist
    executive
    expert
    fellow
    foreign minister
    founder
    gen.
    general
    gov.
    governor
    head
    historian
    inspector
    investigator
    judge
    justice
    lawmaker
    lawyer
    leader
    lecturer
    lieutenant
    manager
    mayor
    member
    minister
    mp
    nurse
    officer
    official
    ombudsman
    organizer
    owner
    pastor
    physician
    president
    prime minister
    principal
    prof.
    professor
    prosecutor
    psychologist
    publisher
    rep.
    representative
    researcher
    resident
    reporter
    scholar
    scientist
    secretary
    sen.
    senator
    sergeant
    sheriff
    sociologist
    solicitor
    speaker
    spokesman
    spokesperson
    spokeswoman
    strategist
    student
    superintendent
    supervisor
    surgeon
    teacher
    treasurer
    virologist
    volunteer
    witness
    """,
)
