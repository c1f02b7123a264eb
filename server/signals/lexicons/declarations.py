"""What a page says of itself: corrections, credits, satire, opinion."""

from __future__ import annotations

from server.core.phrases import Phrases

# With a colon they must open a sentence.
CORRECTIONS = Phrases.of(
    "corrections",
    """
    correction:
    corrections:
    correction -
    correction (
    clarification:
    clarifications:
    an earlier version of this
    an earlier version of the article
    an earlier version of the story
    an earlier version misstated
    an earlier version incorrectly
    an earlier headline
    earlier versions of this
    a previous version of this
    a previous version of the article
    a previous version of the story
    previous versions of this
    the original version of this
    this story has been corrected
    this story has been updated to
    this story has been amended
    this story was corrected
    this story was updated to
    this story was amended
    this article has been corrected
    this article has been updated to
    this article has been amended
    this article was corrected
    this article was updated to
    this article was amended
    this post has been corrected
    this post has been updated to
    this post was updated to
    this report has been corrected
    this report has been updated to
    this piece has been corrected
    this piece has been updated to
    this piece was amended
    this version corrects
    the story has been corrected
    the article has been corrected
    the headline has been corrected
    the headline has been updated to
    the headline has been changed
    the headline was amended
    the caption has been corrected
    we have corrected
    we have updated this
    has been updated to clarify
    has been updated to correct
    has been updated to reflect
    was updated to clarify
    was updated to correct
    was updated to reflect
    was amended to clarify
    was amended to correct
    updates to correct
    updated to correct
    updated to clarify
    we regret the error
    we apologise for the error
    we apologize for the error
    """,
)

EDITORS_NOTES = Phrases.of(
    "editor's notes",
    """
    editor's note:
    editors' note:
    editor's note -
    editors' note -
    editors note:
    note to readers:
    """,
)

CREDITS = Phrases.of(
    "agency and reporter credits",
    """
    contributed to this report
    contributed to this story
    contributed to this article
    contributed to this piece
    contributed reporting
    contributed research
    additional reporting by
    additional reporting from
    reporting by
    reporting and writing by
    writing by
    editing by
    with reporting by
    with reporting from
    with files from
    with material from
    with information from
    """,
)

TITLE_SATIRE = Phrases.of(
    "headline satire tags",
    """
    satire:
    satire -
    satire |
    (satire)
    [satire]
    | satire
    - satire
    parody:
    (parody)
    [parody]
    | parody
    """,
)

SATIRE = Phrases.of(
    "satire declared",
    """
    this is satire
    this is a satire
    this is a satirical
    this is a parody
    this is parody
    this is a work of satire
    this is a work of parody
    this article is satire
    this article is satirical
    this article is a satire
    this article is a parody
    this article is a work of satire
    this story is satire
    this story is satirical
    this story is a satire
    this story is a parody
    this story is a work of satire
    this post is satire
    this post is satirical
    this piece is satire
    this piece is satirical
    this site is satire
    this site is satirical
    this site is a satire
    this site is a satirical
    this website is satire
    this website is satirical
    this website is a satire
    this website is a satirical
    we are a satire
    we are a satirical
    our satirical articles
    satire disclaimer
    filed under satire
    filed under: satire
    tagged satire
    satire for entertainment
    """,
)

TITLE_OPINION = Phrases.of(
    "headline opinion labels",
    """
    opinion:
    opinion |
    opinion -
    | opinion
    - opinion
    (opinion)
    [opinion]
    op-ed:
    op-ed |
    | op-ed
    (op-ed)
    column:
    column |
    | column
    commentary:
    commentary |
    | commentary
    (commentary)
    [commentary]
    editorial:
    editorial |
    | editorial
    guest column
    guest essay
    guest opinion
    letter:
    letters:
    letter to the editor
    letters to the editor
    | letters
    """,
)

OPINION = Phrases.of(
    "opinion declared",
    """
    views expressed are
    views expressed here
    views expressed in this
    views expressed by
    opinions expressed are
    opinions expressed here
    opinions expressed in this
    opinions expressed by
    opinions are those of
    opinions are his own
    opinions are her own
    opinions are their own
    opinions are my own
    views are his own
    views are her own
    views are their own
    views are my own
    are the author's own
    are those of the author
    are those of the authors
    are those of the writer
    is a columnist
    is an opinion columnist
    is a guest columnist
    is a syndicated columnist
    is an opinion contributor
    is an opinion writer
    this is an opinion
    this op-ed
    this column does not
    """,
)
