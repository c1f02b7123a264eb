"""How a text passes on, qualifies and explains what it says."""

from __future__ import annotations

from server.core.phrases import Phrases

# What was said elsewhere, retold without saying to whom or where.
# How somebody speaks here (“stated that”, “when asked about”, “went on to say”) is no sign of it.
SECOND_HAND = Phrases.of(
    "second-hand quoting",
    """
    was quoted as saying
    were quoted as saying
    is quoted as saying
    been quoted as saying
    quoted as saying
    was quoted saying
    was heard saying
    in a recent interview
    in a recent statement
    in a recent speech
    in a recent video
    in a recent post
    in a recent tweet
    in a video posted
    in a video that
    in a clip
    took to twitter
    took to facebook
    took to instagram
    took to social media
    taking to twitter
    taking to facebook
    taking to social media
    posted on facebook
    posted on twitter
    posted on instagram
    posted on social media
    posted to social media
    posted to facebook
    posted to twitter
    wrote on facebook
    wrote on twitter
    said on facebook
    said on twitter
    facebook post
    twitter rant
    according to the video
    according to the post
    according to the article
    according to the website
    according to the story
    """,
    # Articles, clips and posts of others
    """
    an article
    the article
    article in
    article on
    article by
    article titled
    article published
    titled
    op-ed
    screenshot
    screenshots
    as reported
    originally published
    originally reported
    as saying
    blogger
    bloggers
    media outlet
    media outlets
    news outlet
    news outlets
    posted a
    posted an
    posted the
    posted this
    retweeted
    pic.twitter.com
    t.co
    """,
)

# Statements made no larger than they are.
QUALIFIERS = Phrases.of(
    "qualifying words",
    """
    often
    sometimes
    occasionally
    frequently
    usually
    typically
    generally
    mostly
    largely
    partly
    in part
    for the most part
    in many cases
    in most cases
    in some cases
    in some ways
    to some extent
    to a large extent
    to a lesser extent
    relatively
    comparatively
    somewhat
    likely to
    unlikely to
    more likely
    less likely
    most likely
    is likely
    are likely
    was likely
    were likely
    would likely
    could likely
    tend to
    tends to
    tended to
    appears to
    appear to
    appeared to
    seems to
    seem to
    seemed to
    is expected to
    are expected to
    was expected to
    were expected to
    is thought to
    are thought to
    so far
    for now
    at times
    at least some
    not all
    not every
    not always
    initially
    eventually
    gradually
    """,
)

# What follows gives a reason, an example, or the whole that something is part of.
EXPLANATIONS = Phrases.of(
    "explaining words",
    """
    because
    for example
    for instance
    such as
    including
    includes
    included
    part of
    as part of
    along with
    among
    as well as
    in addition to
    in part because
    which means
    that means
    meaning that
    based on
    depending on
    due in part to
    as a result of
    known as
    referring to
    refers to
    is based on
    are based on
    was based on
    in response to
    in an effort to
    to ensure that
    in case of
    in the case of
    so far as
    how many
    how much
    by comparison
    in other cases
    in both cases
    in this case
    """,
)

# What people set out to do, and what it takes.
AIMS = Phrases.of(
    "aims and needs",
    """
    plan to
    plans to
    planned to
    planning to
    agreed to
    seek to
    seeks to
    sought to
    seeking to
    wants to
    hope to
    hopes to
    hoped to
    hoping to
    expect to
    expects to
    expected to
    aim to
    aims to
    aimed at
    intend to
    intends to
    prepare to
    prepares to
    preparing to
    preparing for
    try to
    tries to
    tried to
    effort to
    efforts to
    need to
    needs to
    needed to
    have to
    has to
    had to
    whether to
    how to
    ways to
    steps to
    work on
    works on
    worked on
    working on
    work with
    works with
    worked with
    working with
    working to
    continue to
    continues to
    """,
)
