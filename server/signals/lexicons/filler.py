"""Stock phrases that could stand in any article, whatever it is about."""

from __future__ import annotations

from server.core.phrases import Phrases

FILLER = Phrases.of(
    "stock phrases",
    # Openings and closings
    """
    in a world where
    in a time where
    in a time when
    in today's world
    in today's society
    in today's fast-paced
    in this day and age
    in recent memory
    in conclusion
    to sum up
    in summary
    all in all
    at the end of the day
    when all is said and done
    last but not least
    only time will tell
    time will tell
    remains to be seen
    let us hope
    one thing is certain
    one thing is clear
    one thing is for sure
    the world watched
    the world is watching
    as we move forward
    as we look ahead
    as we navigate
    moving forward
    """,
    # Weight without content
    """
    speaks volumes
    sends a clear message
    sends a strong message
    sent a clear message
    sends a powerful message
    serves as a reminder
    serves as a stark reminder
    stark reminder
    powerful reminder
    a testament to
    stands as a testament
    a clear indication
    a clear indicator
    a significant step
    a step in the right direction
    a step towards
    a significant moment
    a defining moment
    a pivotal moment
    a turning point in
    go down in history
    goes down in history
    lasting impression
    lasting impact
    left an indelible mark
    paves the way
    pave the way for
    paving the way
    sparked a debate
    sparked debate
    sparked outrage
    sparked controversy
    sparked concerns
    raises questions about
    raises serious questions
    raised eyebrows
    shed light on
    sheds light on
    shedding light on
    underscores the importance
    underscores the need
    highlights the importance
    highlights the need
    plays a crucial role
    play a crucial role
    plays a vital role
    is crucial for
    of great importance
    of utmost importance
    cannot be overstated
    cannot be underestimated
    it is important to note
    it is worth noting
    it is essential to
    it is crucial to
    needless to say
    it goes without saying
    the fact of the matter is
    """,
    # Hope, unity and other scenery
    """
    glimmer of hope
    ray of hope
    beacon of hope
    a sense of hope
    brighter future
    a better future
    a better tomorrow
    new era of
    dawn of a new era
    beginning of a new era
    a new chapter in
    common goal
    common goals
    common ground
    put aside their differences
    put aside differences
    come together and
    working together towards
    work together towards
    stand the test of time
    in the midst of
    amidst growing
    amid growing concerns
    hearts and minds
    near and far
    from all walks of life
    the hearts of many
    captured the hearts
    captured the imagination
    captured the attention
    captivated the nation
    sent shockwaves
    shockwaves through
    a wave of
    a whirlwind of
    a tapestry of
    rich tapestry
    delicate balance
    complex and multifaceted
    complex web of
    ever-changing
    ever-evolving
    a double-edged sword
    the tip of the iceberg
    a perfect storm
    """,
)
