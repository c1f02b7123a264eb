"""Claims that there is evidence, by what would show it."""

from __future__ import annotations

from server.core.phrases import Phrases

RESEARCH_CLAIMED = Phrases.of(
    "research claimed",
    """
    studies show
    studies have shown
    studies suggest
    studies have suggested
    studies prove
    studies have proven
    studies have proved
    studies confirm
    studies have confirmed
    studies have found
    studies indicate
    countless studies
    numerous studies
    many studies
    research shows
    research has shown
    research suggests
    research proves
    research has proven
    research has proved
    research confirms
    science says
    science shows
    science has shown
    science proves
    science has proven
    science has proved
    science tells us
    the science is clear
    the science is settled
    scientifically proven
    scientifically proved
    clinically proven
    scientific evidence
    scientific proof
    scientists have found
    scientists have discovered
    scientists have proven
    scientists have proved
    scientists have confirmed
    statistics show
    statistics prove
    the statistics are clear
    the data is clear
    the data are clear
    the data proves
    the numbers prove
    tests have shown
    tests have proven
    proven by science
    backed by science
    """,
)

RECORDINGS_CLAIMED = Phrases.of(
    "recordings claimed",
    """
    footage shows
    footage clearly shows
    footage proves
    footage reveals
    footage confirms
    the photos show
    the pictures show
    the images show
    photos clearly show
    pictures clearly show
    images clearly show
    videos clearly show
    the video clearly shows
    the video proves
    video clearly shows
    video proves
    videos prove
    photos prove
    pictures prove
    images prove
    recordings prove
    recordings reveal
    photographic evidence
    photographic proof
    video evidence
    the videos show
    video proof
    """,
)

PROOF_CLAIMED = Phrases.of(
    "proof claimed",
    """
    documents show
    documents prove
    documents reveal
    documents confirm
    emails show
    emails prove
    emails reveal
    emails confirm
    files reveal
    files prove
    leaked documents
    leaked emails
    leaked files
    overwhelming evidence
    mounting evidence
    mountain of evidence
    mountains of evidence
    growing evidence
    undeniable evidence
    undeniable proof
    irrefutable evidence
    irrefutable proof
    indisputable evidence
    indisputable proof
    incontrovertible evidence
    incontrovertible proof
    conclusive evidence
    conclusive proof
    definitive evidence
    definitive proof
    concrete evidence
    concrete proof
    hard evidence
    hard proof
    solid evidence
    solid proof
    clear evidence
    clear proof
    ample evidence
    ample proof
    abundant evidence
    plenty of evidence
    plenty of proof
    proof positive
    the evidence is clear
    the evidence is overwhelming
    the evidence is there
    the evidence shows
    the evidence proves
    evidence proves
    evidence shows
    evidence clearly shows
    all the evidence points
    the facts prove
    history proves
    history has proven
    it has been proven
    it has been proved
    it has been shown that
    has been proven to
    has been proved to
    have been proven to
    have been proved to
    proven fact
    proven facts
    documented fact
    well-documented fact
    """,
)
