"""Days, months and spans of time as reports name them."""

from __future__ import annotations

from server.core.phrases import Phrases

WEEKDAYS = Phrases("weekdays", ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))

# Whether it is a date shows in what stands around it.
MONTHS = Phrases(
    "months",
    tuple(
        """january february march april may june july august september october november december
        jan. feb. mar. apr. aug. sep. sept. oct. nov. dec.""".split()
    ),
)

YEARS = Phrases(
    "years", tuple(f"{before} {year}" for before in ("in", "since", "until") for year in range(1900, 2050))
)

CLOCK_TIMES = Phrases("clock times", ("a.m.", "p.m.", "pm", "o'clock"))

# A span of time seen from the day of the report or of another event.
RELATIVE_DATES = Phrases.of(
    "relative dates",
    """
    last week
    last weekend
    last month
    last year
    last spring
    last summer
    last fall
    last autumn
    last winter
    this week
    this weekend
    this month
    this year
    this spring
    this summer
    this fall
    this autumn
    this winter
    next week
    next weekend
    next month
    next year
    next spring
    next summer
    next fall
    next autumn
    next winter
    earlier this week
    earlier this month
    earlier this year
    earlier that day
    earlier that week
    earlier that month
    earlier that year
    later this week
    later this month
    later this year
    later that day
    later that week
    later that month
    later that year
    late last week
    late last month
    late last year
    early last week
    early last month
    early last year
    early this week
    early this month
    early this year
    early next week
    early next month
    early next year
    that same day
    that same week
    that same month
    that same year
    the same day
    the same week
    the same month
    the same year
    the day before
    the week before
    the month before
    the year before
    the day after
    the week after
    the month after
    the year after
    the next day
    the following day
    the following week
    the following month
    the following year
    the previous day
    the previous week
    the previous month
    the previous year
    the past week
    the past month
    the past year
    the past decade
    """,
)

# These count behind a number or “a”: “two days later”, “a year ago”.
SPANS_OF_TIME = Phrases(
    "spans of time",
    tuple(
        f"{unit} {direction}"
        for unit in """minutes hour hours day days night nights week weeks month months year years
        decade decades""".split()
        for direction in ("ago", "earlier", "later", "before", "after")
    ),
)
