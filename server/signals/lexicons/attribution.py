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
    many argue
    many feel
    some believe
    some say
    some people say
    some have suggested
    some argue
    people are saying
    people say
    everyone knows
    everybody knows
    experts say
    experts said
    experts believe
    experts agree
    experts warn
    experts claim
    some experts
    many experts
    top experts
    scientists say
    scientists believe
    scientists agree
    doctors say
    doctors agree
    analysts say
    observers say
    observers note
    critics say
    critics argue
    critics claim
    critics have
    supporters say
    insiders say
    insiders claim
    insiders have
    sources say
    sources claim
    sources close to
    sources have confirmed
    sources inside
    a source close to
    an insider
    well-placed source
    unnamed sources
    anonymous sources
    studies show
    studies have shown
    studies suggest
    studies prove
    research shows
    research has shown
    research suggests
    research proves
    science says
    statistics show
    it is said
    it is believed
    it is widely believed
    it is rumored
    it is rumoured
    it is reported
    it is understood
    it has been said
    it has been reported
    it has been suggested
    it was revealed
    it has been revealed
    it has emerged
    reports say
    reports suggest
    reports claim
    reports indicate
    reports have surfaced
    according to reports
    according to sources
    according to experts
    according to insiders
    according to some
    rumor has it
    rumour has it
    rumors are
    rumors swirl
    word on the street
    widely believed
    widely regarded
    widely seen as
    been seen as
    been praised
    been hailed as
    been criticized by many
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
