"""Pleas to the reader: to pass the article on, and to pay or buy."""

from __future__ import annotations

from server.core.phrases import Phrases

SHARE_PLEAS = Phrases.of(
    "pleas to share",
    # Pass it on
    """
    please share
    share this before
    share this everywhere
    share this article with
    share this story with
    share this post with
    share this video with
    share this information with
    share this far and wide
    share this message
    share this news
    share this with everyone
    share this with your
    share this with friends
    share this video
    share it with your
    share it with everyone
    share it everywhere
    share if you
    share far and wide
    share everywhere
    share with everyone
    share with your friends
    share with friends and family
    like and share
    like, share
    like and subscribe
    retweet this
    repost this
    pass this on to
    pass this along to everyone
    forward this to everyone
    forward this to all
    forward this to your
    spread the word
    spread this
    spread the truth
    spread this far and wide
    get the word out
    make this go viral
    make it go viral
    make this viral
    let's make this go
    help this go viral
    help us spread
    tell everyone you know
    tell your friends
    tell all your friends
    let everyone know
    the world needs to see
    the world needs to know
    the world must know
    everyone needs to see
    everyone needs to know
    everyone must see
    everyone should see this
    people need to see this
    people need to know this
    sound off in the comments
    comment below
    in the comments below
    in the comment section below
    let us know in the comments
    """,
    # Before it is too late
    """
    before it's deleted
    before it is deleted
    before it gets deleted
    before they delete
    before it's taken down
    before it is taken down
    before they take it down
    before they take this down
    before it gets taken down
    before it's removed
    before it is removed
    before it gets removed
    before it's banned
    before it is banned
    before they ban
    before it disappears
    before it's censored
    before it gets censored
    you need to see this
    you need to read this
    you need to watch this
    you need to hear this
    you have to see this
    you have to watch this
    you've got to see this
    you must see this
    you must watch this
    must-see video
    must-watch video
    must see video
    must watch video
    read that again
    act now before
    act fast before
    """,
)

SALES_PLEAS = Phrases.of(
    "pleas to pay or buy",
    # For the site
    """
    donate now
    donate today
    please donate
    please consider donating
    consider donating
    consider a donation
    consider making a donation
    consider supporting our
    make a tax-deductible
    your donation helps
    your donations help
    your donation will
    your generous support
    your support helps us
    chip in a few
    please chip in
    chip in to help
    chip in today
    support our work
    support our site
    support our mission
    support this site
    support this website
    support independent media
    support independent journalism
    support us on
    help us keep
    help us continue
    help us fight
    help us stay
    help keep us
    we depend on your
    we depend on readers
    we rely on your
    we rely on readers
    we rely on donations
    we need your support
    we need your help to keep
    we can't do this without you
    become a member today
    become a patron
    become a supporter
    become a subscriber
    join our mailing list
    join our email list
    join our newsletter
    subscribe now
    sign up now for
    subscribe today
    subscribe to our
    click here to donate
    click here to subscribe
    click here to support
    click here to join
    """,
    # For a product
    """
    buy now
    click here to buy
    click here to get
    click here to order
    coupon code
    discount code
    promo code
    free shipping
    free bottle
    free e-book
    free ebook
    get yours now
    get yours today
    get your copy
    get your free
    grab your copy
    hurry while
    limited time offer
    limited-time offer
    for a limited time only
    while supplies last
    special offer:
    this special offer
    money back guarantee
    money-back guarantee
    satisfaction guaranteed
    no risk to you
    special discount
    exclusive offer
    exclusive discount
    offer expires
    order now
    order today
    order yours
    order your copy
    our online store
    our sponsor
    our sponsors
    pre-order your
    secure your copy
    shop now
    try it free
    use code
    use the code
    use the promo code
    visit our store
    visit our shop
    watch this free presentation
    """,
)
