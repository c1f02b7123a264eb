"""Page furniture that was left standing in the text."""

from __future__ import annotations

from server.core.phrases import Phrases

LEFTOVERS = Phrases.of(
    "leftovers",
    """
    featured image via
    featured image:
    featured image by
    featured image credit
    featured photo via
    featured photo by
    image via screengrab
    image via screenshot
    image via video screenshot
    photo via screengrab
    screengrab via
    click here to read
    click here to see
    click here to view
    click to enlarge
    click to tweet
    enter your email
    story continues below
    story continues after
    article continues below
    article continues after
    post continues below
    continue reading below
    continued below advertisement
    scroll down to continue
    scroll down for video
    scroll to continue
    loading comments
    log in to comment
    skip to content
    skip to main content
    - advertisement -
    advertisement - story continues
    you may also like
    you might also like
    you may also be interested in
    read more here:
    read the full story at
    read the full article at
    read the rest of
    via our friends at
    filed under:
    posted in:
    tagged with:
    h/t
    follow us on
    like us on facebook
    like us on our
    join us on facebook
    """,
)

# These say something in a sentence and nothing when they stand alone.
ALONE = Phrases.of(
    "leftovers that stand alone",
    """
    more news
    more stories
    more from our site
    trending now
    trending
    related
    related:
    related stories
    related articles
    related posts
    read next
    read more
    read also
    advertisement
    advertisements
    share this
    share this article
    share this story
    share this post
    share on facebook
    share on twitter
    share
    tweet
    print
    comments
    leave a comment
    leave a reply
    source
    source:
    sources:
    """,
)
