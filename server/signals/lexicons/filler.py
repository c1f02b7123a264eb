"""Stock phrases that could stand in any article, and stock words that count in their company."""

from __future__ import annotations

from server.core.phrases import Phrases

FILLER = Phrases.of(
    "stock phrases",
    # Openings
    """
    in a bizarre turn
    in a dramatic turn
    in a twist of fate
    in a rapidly changing world
    in an ever-changing world
    in the ever-evolving
    in the fast-paced world
    amid a backdrop of
    against the backdrop of growing
    navigate the complexities
    navigating the complexities
    the world watched in
    in a world where
    in a time where
    in a time when
    in an era where
    in an age where
    in today's world
    in today's society
    in today's digital
    in today's fast-paced
    in this day and age
    in a recent development
    in a recent turn of events
    in a shocking turn
    in a surprising turn
    in a stunning turn
    in an unexpected turn
    in a shocking revelation
    in a stunning revelation
    in a surprising move
    in a shocking move
    in a stunning move
    in a bold move
    in a groundbreaking
    in a significant development
    in a historic move
    in light of these
    in light of this
    in the face of adversity
    amid growing concerns
    amidst growing
    amidst the chaos
    as we move forward
    as we look ahead
    as we navigate
    as the world continues
    as the world watches
    as the situation unfolds
    as the situation continues
    as the story unfolds
    as the story continues
    as the debate continues
    as the debate rages
    as events unfold
    continues to unfold
    continue to unfold
    as more details emerge
    as more information becomes
    """,
    # Closings
    """
    as time goes on
    no matter the outcome
    leaves us wondering
    leaves many wondering
    history will be the judge
    food for thought
    in conclusion
    to sum up
    all in all
    at the end of the day
    when all is said and done
    first and foremost
    last but not least
    only time will tell
    time will tell
    remains to be seen
    remains uncertain
    let us hope
    let us remember
    one thing is certain
    one thing is clear
    one thing is for sure
    one thing remains clear
    one thing remains certain
    it comes as no surprise
    it is no surprise that
    it should come as no surprise
    it is no secret that
    it is a reminder
    we must remember
    serves to remind
    will undoubtedly
    will forever be remembered
    will be remembered as
    will always be remembered
    for generations to come
    """,
    # Weight without content
    """
    emphasized the importance of
    emphasizes the importance of
    emphasizing the importance of
    emphasized the need for
    emphasizing the need for
    highlighted the importance of
    highlighted the need for
    highlights the importance of
    highlights the need for
    highlighting the importance of
    highlighting the need for
    underscored the importance of
    underscored the need for
    underscores the importance of
    underscores the need for
    underscoring the importance of
    underscoring the need for
    reminded of the importance of
    a reminder of the importance
    the urgent need for
    it is important to note
    it is important to remember
    it is important to acknowledge
    it is important to recognize
    it is important to approach
    it's important to remember
    it's worth noting that
    it is essential to
    it is crucial to
    it is vital to
    it is imperative to
    it is imperative that
    a significant step towards
    a significant step forward
    a significant turning point
    shedding light on the
    of vital importance
    left a lasting
    the complexities of the situation
    valuable insights into
    a deeper understanding of
    gain a deeper understanding
    a profound sense of
    speaks volumes
    a beacon of hope
    a beacon of light
    emphasised the importance of
    emphasises the importance of
    emphasising the importance of
    emphasised the need for
    emphasising the need for
    it is important to recognise
    the potential to revolutionise
    the potential to revolutionize
    the world was watching
    working towards a better
    sends a clear message
    sends a strong message
    sends a powerful message
    sent a clear message
    sent a strong message
    a clear message that
    a clear message to
    serves as a reminder
    serve as a reminder
    serving as a reminder
    serves as a stark
    serves as a powerful
    serves as a testament
    serves as a cautionary
    serves as a beacon
    serves as a symbol
    serve as an inspiration
    stark reminder
    powerful reminder
    sobering reminder
    poignant reminder
    important reminder
    reminds us of
    reminds us all
    reminds us that
    a testament to
    a clear indication
    a clear indicator
    a call to action
    a significant milestone
    significant milestone
    marks a significant
    a step in the right direction
    a significant moment
    a defining moment
    a pivotal moment
    a crucial moment
    a critical juncture
    go down in history
    goes down in history
    lasting impression
    lasting legacy
    a lasting impact
    left an indelible mark
    leave an indelible mark
    paves the way
    paving the way
    shed new light
    raises questions about
    raises important questions
    raises serious questions
    raising eyebrows
    far-reaching implications
    profound impact
    profound implications
    significant implications
    crucial role in
    pivotal role in
    vital role in
    integral role in
    plays a crucial
    play a crucial
    plays a vital
    plays a pivotal
    plays a significant
    is essential that
    is crucial that
    of great importance
    of utmost importance
    of paramount importance
    the utmost importance
    cannot be overstated
    cannot be understated
    cannot be underestimated
    cannot be ignored
    should not be overlooked
    should not be taken lightly
    it's important to note
    it is worth noting
    it is worth mentioning
    it is evident that
    it becomes clear that
    needless to say
    it goes without saying
    make informed decisions
    it is up to us
    """,
    # Stir without an event
    """
    this revelation has
    these revelations have
    has sent shockwaves
    a heated debate
    a subject of debate
    the subject of much debate
    a firestorm of
    a range of emotions
    a storm of controversy
    gained widespread attention
    drawn widespread attention
    garnered significant attention
    leaving many in
    captures the essence
    sent shockwaves
    sends shockwaves
    sending shockwaves
    shockwaves through
    sparked a debate
    sparked debate
    sparked a heated
    sparked controversy
    sparked concern
    sparked concerns
    sparked widespread
    sparked speculation
    sparking debate
    sparking outrage
    sparking controversy
    sparking concerns
    sparked a wave of
    sparked a flurry
    ignited a debate
    ignited a firestorm
    ignited a heated
    ignited a fierce
    drawn widespread
    met with mixed reactions
    garnered attention
    garnered significant
    garnered widespread
    gained widespread
    captured the hearts
    captured the attention
    captured the imagination
    captured the world's
    captivated the nation
    captivated audiences
    captivated the world
    captivating audiences
    taken the world by storm
    taken the internet by storm
    took the world by storm
    spread like wildfire
    making headlines
    under intense scrutiny
    shocking revelation
    shocking revelations
    fans and critics alike
    fans alike
    experts alike
    on the edge of their seats
    left many wondering
    leaving many wondering
    left many questioning
    leaving many to
    eagerly awaiting
    eagerly await
    eagerly anticipating
    """,
    # Hope, unity and other scenery
    """
    a glimmer of hope
    a ray of hope
    brighter future for all
    a sense of accomplishment
    a sense of belonging
    a sense of pride
    work towards a common
    working towards a common
    work towards a better
    towards a common goal
    toward a common goal
    willingness to work together
    testament to the power of
    the power of unity
    the resilience of the
    resilience and determination
    strength and resilience
    determination and resilience
    passion and dedication
    dedication and passion
    unwavering determination
    unwavering resolve
    unparalleled dedication
    commitment to serving
    a true testament
    a tight-knit community
    come together to support
    leave no stone unturned
    leaving no stone unturned
    a sense of hope
    a sense of unity
    a sense of urgency
    a brighter future
    a better tomorrow
    a future where
    a new era of
    dawn of a new era
    beginning of a new era
    a new chapter in
    put aside their differences
    put differences aside
    working together towards
    work together towards
    working tirelessly
    stand the test of time
    hearts and minds
    all walks of life
    the hearts of many
    fabric of society
    moral compass
    trials and tribulations
    hard work and dedication
    dedication and hard work
    commitment to excellence
    unwavering commitment
    unwavering support
    unwavering dedication
    unwavering belief
    steadfast commitment
    tireless efforts
    outpouring of support
    outpouring of love
    like-minded individuals
    a whirlwind of
    a tapestry of
    rich tapestry
    intricate web of
    delicate balance
    complex web of
    complex and multifaceted
    the complexities of
    ever-changing
    ever-evolving
    constantly evolving
    rapidly evolving
    double-edged sword
    game-changer
    a wide array of
    a diverse range of
    a plethora of
    a myriad of
    a multitude of
    countless individuals
    """,
)
# Ordinary words that pile up where nothing is told.
STOCK_WORDS = Phrases.of(
    "stock words",
    """
    acclaimed
    additionally
    admirable
    admiration
    adversity
    alarming
    authenticity
    bustling
    camaraderie
    captivate
    captivated
    captivating
    collectively
    commendable
    commitment
    compassion
    consequently
    crucial
    cultivate
    dedication
    delve
    delves
    delving
    determination
    diligently
    discourse
    embark
    embarked
    embarking
    embodies
    embody
    embracing
    emphasise
    emphasised
    emphasises
    emphasising
    emphasize
    emphasized
    emphasizes
    emphasizing
    empower
    empowering
    endeavor
    endeavors
    endeavour
    endeavours
    enhance
    enhances
    enhancing
    ensuring
    esteemed
    evident
    exemplified
    exemplifies
    foster
    fostering
    fosters
    furthermore
    garner
    garnered
    garnering
    gratitude
    groundbreaking
    heart-wrenching
    heartfelt
    highlighting
    iconic
    ignited
    igniting
    immense
    implications
    influential
    insights
    instill
    instilled
    intricate
    invaluable
    journey
    landscape
    meticulous
    meticulously
    moreover
    multifaceted
    navigate
    navigating
    newfound
    noteworthy
    nuanced
    outpouring
    paramount
    perseverance
    pivotal
    poignant
    polarizing
    prioritise
    prioritize
    profound
    profoundly
    ramifications
    reaffirmed
    realm
    reiterated
    relentless
    relentlessly
    remarkable
    renowned
    repercussions
    resilience
    resilient
    resonate
    resonated
    resonates
    resonating
    seamless
    seamlessly
    shaping
    showcase
    showcased
    showcases
    showcasing
    significance
    societal
    solidified
    solidifying
    sparking
    staunch
    steadfast
    strives
    striving
    tapestry
    testament
    thought-provoking
    tireless
    tirelessly
    transformative
    underscore
    underscored
    underscores
    underscoring
    unforeseen
    unparalleled
    unprecedented
    unraveling
    unsettling
    unwavering
    unyielding
    vehemently
    vibrant
    well-being
    """,
)
