"""Promises of something to see or hear, by what would keep them."""

from __future__ import annotations

from server.core.phrases import Phrases

# In a headline these announce what the page holds.
TITLE_VIDEO = Phrases.of(
    "headline video tags",
    """
    (video)
    [video]
    {video}
    (videos)
    [videos]
    (w/video)
    (with video)
    (video inside)
    (full video)
    (watch)
    [watch]
    video:
    videos:
    watch:
    - video
    | video
    +video
    + video
    watch the video
    watch video
    see the video
    must-see video
    must see video
    """,
)
TITLE_PHOTOS = Phrases.of(
    "headline photo tags",
    """
    (photo)
    (photos)
    [photos]
    [photo]
    (pics)
    [pics]
    (pictures)
    (images)
    photos:
    pics:
    see photos
    see the photos
    see pics
    in pictures
    in photos
    """,
)
TITLE_AUDIO = Phrases.of(
    "headline audio tags",
    """
    (audio)
    [audio]
    audio:
    listen:
    (listen)
    (podcast)
    [podcast]
    """,
)

# In the body these point at something on the page, or say that a recording exists.
BODY_VIDEO = Phrases.of(
    "video promised",
    """
    captured on video
    caught on video
    caught on camera
    captured on camera
    caught on tape
    see the clip
    watch the clip
    see the video
    watch the video
    watch this video
    watch the full video
    watch it here
    watch below
    watch above
    watch here
    video below
    video above
    video here
    clip below
    clip above
    clip here
    footage below
    footage above
    in the video below
    in the clip below
    the following video
    this video shows
    """,
)
BODY_PHOTOS = Phrases.of(
    "photos promised",
    """
    photos below
    photo below
    pictures below
    images below
    image below
    see the photos
    see the pictures
    see photos
    screenshot below
    screenshots below
    see the screenshot
    """,
)
BODY_AUDIO = Phrases.of(
    "audio promised",
    """
    audio below
    recording below
    listen below
    listen here
    listen to the audio
    listen to the recording
    listen to the full
    hear the recording
    """,
)
BODY_DOCUMENTS = Phrases.of(
    "documents promised",
    """
    documents below
    document below
    read the document
    read the full document
    read the full report here
    read the full letter
    read the letter below
    letter below
    see the documents
    see the document
    the full document here
    """,
)
