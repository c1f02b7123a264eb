"""What the articles of the day are made of: sentences of our own, with gaps for what tells them apart."""

NAMES = (
    "Ashdown",
    "Berrick",
    "Calloway",
    "Dunmore",
    "Ellery",
    "Fennick",
    "Garrow",
    "Holloway",
    "Inskip",
    "Jessop",
)
FIRST_NAMES = ("Ada", "Bruno", "Clara", "Dmitri", "Esther", "Felix", "Grace")
PLACES = (
    "Norwick",
    "Eastbourne Quay",
    "Harrowgate Mill",
    "Pellam",
    "Stonebridge",
    "Wexcombe",
    "Tarn Valley",
    "Oldcastle",
)
THINGS = (
    "water tower",
    "harbour wall",
    "night train",
    "grain store",
    "school roof",
    "radio mast",
    "ferry licence",
)
MATTERS = (
    "drainage",
    "lighting",
    "harvest",
    "rental",
    "transport",
    "insurance",
    "forestry",
    "heating",
    "tourism",
)

WEAK = (
    "What happened at the {thing} of {place} is shocking, and the {matter} elites are desperate to hide it from you.",
    "Sources say that {name} knew all about the {thing}, and many people believe that {place} was only the start.",
    "They don't want you to know who is pulling the strings behind the {matter} scandal in {place}.",
    "Everybody knows that the {matter} figures of {name} are a disgrace, and the corrupt council of {place} stays silent.",
    "It is said that the {thing} was sold long ago, and insiders whisper that {name} made a fortune with {matter}.",
    "The lying media won't tell you a word about {name}, because the {matter} business of {place} pays them.",
    "Wake up: the {thing} is a cover-up, and {place} has obviously been betrayed by the {matter} cartel.",
    "Nobody can deny any longer that {name} destroyed {place} with this insane, pathetic {matter} plan.",
    "Reports have emerged online that the {thing} in {place} hides the biggest {matter} secret of all time.",
    "Share this before it is deleted, because {name} will do anything to bury the truth about the {thing}!",
    "According to rumours, the {matter} papers of {place} vanished in one night, and {name} was allegedly seen nearby.",
    "The so-called experts laughed at {place}, but the {thing} proves beyond doubt that the {matter} hoax is over.",
    "It is absolutely certain that the {thing} will ruin {place}, and {name} and other crooks will get rich on {matter}.",
    "Some say the {matter} collapse was no accident, and that {name} planned the end of {place} from the very beginning.",
    "In a world where {matter} is everything, the {thing} of {place} speaks volumes about the evil of {name}.",
    "This bombshell about {name} has left {place} speechless, and the {thing} will go down in history.",
    "The truth about {matter} is finally exposed: the {thing} was never what the clowns of {place} told us.",
    "People are outraged, social media is exploding, and {name} hides in {place} like a coward over the {thing}.",
    "You won't believe how {name} tricked {place}, and the {matter} establishment hopes that you never find out.",
    "Rumour has it that a video of the {thing} exists, and that {name} of {place} paid millions to suppress it.",
    "Make no mistake, the {matter} traitors in {place} will stop at nothing, and the {thing} is just their first step.",
    "As everyone can see, the disgusting {matter} deal of {name} is an inside job that stinks to high heaven in {place}.",
    "Connect the dots between {name}, the {thing} and {place}, and the whole rotten {matter} system falls apart!",
)

SOURCED = (
    "“We measured the {thing} in {place} twice in {month},” said {first} {name}, the town's chief {matter} engineer.",
    "About {figure} people use the {thing} on a weekday, according to a count that the {matter} office of {place} published on Tuesday.",
    "{first} {name}, a spokeswoman for the {matter} union, said that its members in {place} had not been asked, but would agree if the cost stayed below ${figure}.",
    "The {matter} committee of {place} voted 7 to 4 on {month} 12 to repair the {thing}, the minutes show.",
    "It is not yet clear who will pay for the {thing}; the {matter} department told this newspaper that it expects an answer by {month}.",
    "{name} Construction, which built the {thing} in 1987, did not respond to questions about {place} by Thursday evening.",
    "However, {first} {name}, who teaches {matter} policy at the University of {place}, said that the estimate of {figure} was too low.",
    "The report of {month} 2025 gives two reasons: the {thing} was last inspected in 2016, and the {matter} budget of {place} was cut by 3 percent.",
    "“I would rather wait than do it twice,” said {first} {name}, who has run a {matter} shop near the {thing} in {place} since 2009.",
    "The county's auditor, {first} {name}, found in {month} that {figure} hours of {matter} work in {place} had been recorded twice.",
    "While the mayor of {place} said that the {thing} was safe, the {matter} inspector asked for at least two more tests because a crack had grown by 4 millimetres.",
    "Some residents of {place} disagree: a petition against the {thing} had {figure} signatures on Monday, {first} {name} said in an interview.",
    "The {matter} agency denied that it had known of the fault in the {thing}, and said in a statement that {place} was told within nine days.",
    "If the council of {place} agrees in {month}, work on the {thing} could begin within six weeks, the {matter} plan says, and would last about {figure} hours.",
    "{first} {name} of the {matter} court in {place} said on Friday that the case about the {thing} had been adjourned until {month} 20.",
    "A second study, by the {matter} institute in {place}, came to a lower figure of {figure}, though it looked at fewer than half of the sites.",
    "The {matter} minister's office confirmed in an e-mail that it had received the letter from {place}, and declined to comment on the {thing}.",
    "“Nobody has shown us the contract,” said {first} {name}, a member of the {place} council, who wants the {thing} to stay in public hands.",
    "The {thing} carried {figure} tonnes in 2024, about 5 percent less than in the year before, {matter} statistics of {place} show.",
)

MONTHS = ("January", "March", "April", "June", "September", "October", "November")
