"""Players, recordings and pictures of the article."""

import pytest

from server.core.model import Media
from server.extract import extract

URL = "https://news.example/city/bridge"


TWEET = (
    "<blockquote class='twitter-tweet'>x <a href='https://a.example'>a</a>"
    " <a href='https://twitter.com/a/status/1'>May 1</a></blockquote>"
)


def media(html):
    return extract(html, URL).media


def data(json):
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    ("inside", "kind", "src"),
    [
        ("<video src='/v.mp4'></video>", "video", "https://news.example/v.mp4"),
        (
            "<video><source src='v.webm'><source src='v.mp4'></video>",
            "video",
            "https://news.example/city/v.webm",
        ),
        ("<video></video>", "video", ""),
        ("<video src='blob:https://news.example/1'></video>", "video", ""),
        ("<audio src='/a.mp3'></audio>", "audio", "https://news.example/a.mp3"),
        ("<iframe src='//www.youtube.com/embed/x'></iframe>", "embed", "https://www.youtube.com/embed/x"),
        ("<iframe data-src='https://player.vimeo.com/1'></iframe>", "embed", "https://player.vimeo.com/1"),
        ("<iframe src='/player/1'></iframe>", "embed", "https://news.example/player/1"),
        ("<embed src='https://rumble.com/embed/1'>", "embed", "https://rumble.com/embed/1"),
        ("<object data='https://www.scribd.com/1'></object>", "embed", "https://www.scribd.com/1"),
        ("<amp-youtube data-videoid='abc'></amp-youtube>", "embed", "https://www.youtube.com/embed/abc"),
        ("<lite-youtube videoid='abc'></lite-youtube>", "embed", "https://www.youtube.com/embed/abc"),
        ("<lite-vimeo videoid='1'></lite-vimeo>", "embed", "https://player.vimeo.com/video/1"),
        ("<amp-video src='/v.mp4'></amp-video>", "video", "https://news.example/v.mp4"),
        ("<amp-img src='/p.jpg' width='600'></amp-img>", "image", "https://news.example/p.jpg"),
        ("<div class='fb-video' data-href='https://fb.example/1'></div>", "embed", "https://fb.example/1"),
        ("<div class='jwplayer'></div>", "embed", ""),
        (
            "<blockquote class='tiktok-embed' cite='https://t.example/1'>x</blockquote>",
            "embed",
            "https://t.example/1",
        ),
        (
            TWEET,
            "embed",
            "https://twitter.com/a/status/1",
        ),
        ("<img src='/p.jpg' width='600px' height='400'>", "image", "https://news.example/p.jpg"),
        ("<img src='data:image/gif;base64,AA' data-src='/p.jpg'>", "image", "https://news.example/p.jpg"),
        ("<img srcset='/p.jpg 1x, /q.jpg 2x'>", "image", "https://news.example/p.jpg"),
        ("<img src='/p.jpg' alt='Silicon Valley'>", "image", "https://news.example/p.jpg"),
        ("<img src='/p.jpg' width='" + "9" * 9000 + "'>", "image", "https://news.example/p.jpg"),
    ],
)
def test_what_counts(page, inside, kind, src):
    assert media(page(inside)) == (Media(kind, src),)


@pytest.mark.parametrize(
    "inside",
    [
        "<iframe src='https://ads.example/banner'></iframe>",
        "<iframe src='https://www.facebook.com/plugins/like.php?href=x'></iframe>",
        "<iframe src='https://platform.twitter.com/widgets/tweet_button.html'></iframe>",
        "<iframe></iframe>",
        "<blockquote>Words of somebody</blockquote>",
        "<img src='/site-logo.png'>",
        "<img src='/p.jpg' class='author avatar'>",
        "<img src='https://count.example/1x1.gif'>",
        "<img src='/p.jpg' width='32'>",
        "<img src='data:image/gif;base64,AA'>",
        "<img>",
    ],
)
def test_what_does_not_count(page, inside):
    assert media(page(inside)) == ()


def test_videos_of_a_side_column_are_not_the_articles(page):
    aside = "<aside><iframe src='https://www.youtube.com/embed/other'></iframe></aside>"
    assert media(page().replace("<footer>", aside + "<footer>")) == ()


def test_the_same_player_counts_once(page):
    assert len(media(page("<video src='/v.mp4'></video>" * 2)) or ()) == 1


@pytest.mark.parametrize(
    "head",
    [
        data('{"@type": "VideoObject", "contentUrl": "/v.mp4", "embedUrl": "/e"}'),
        data('{"@type": "NewsArticle", "video": {"@type": "VideoObject", "embedUrl": "/v.mp4"}}'),
        data('{"@type": "NewsArticle", "video": "https://news.example/v.mp4"}'),
        "<meta property='og:video' content='/v.mp4'>",
    ],
)
def test_videos_that_the_data_states(page, head):
    assert media(page(head=head)) == (Media("video", "https://news.example/v.mp4"),)
