"""Page furniture that was left standing in the text."""

from __future__ import annotations

from server.core.phrases import Phrases

LEFTOVERS = Phrases.of(
    "leftovers",
    """
    featured image via
    featured image:
    featured image by
    featured photo via
    image via screengrab
    image via screenshot
    share this before
    share this article
    share this story
    share this post
    share this on facebook
    share on facebook
    please share this
    share with your friends
    share with everyone
    share if you
    like us on facebook
    follow us on facebook
    follow us on twitter
    join us on facebook
    like and share
    click here to subscribe
    click here to read
    click here to see
    click here for more
    click to tweet
    subscribe to our newsletter
    sign up for our newsletter
    sign up for our free
    enter your email
    story continues below
    article continues below
    continue reading below
    scroll down to continue
    scroll down for video
    - advertisement -
    sponsored content
    you may also like
    you might also like
    read more here:
    this article first appeared on
    this article originally appeared on
    via our friends at
    h/t
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
    related stories
    related articles
    read next
    read more
    read also
    advertisement
    advertisements
    sponsored
    share this
    share
    comments
    leave a comment
    source
    """,
)
