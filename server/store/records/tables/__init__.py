"""The tables as they are now. How they came about is in ``migrations``; a test compares the two."""

from server.store.records.tables.audits import AUDIT_PAGES, AUDITS
from server.store.records.tables.base import METADATA
from server.store.records.tables.cases import CASES, DECISIONS, NOTES
from server.store.records.tables.domains import (
    ASSESSMENTS,
    CONTENTS,
    DOMAIN_MONTHS,
    DOMAIN_SIGNALS,
    DOMAINS,
    SIGNAL_TOTALS,
)
from server.store.records.tables.housekeeping import DEAD_JOBS, SECRETS
from server.store.records.tables.lists import LISTINGS, LISTS
from server.store.records.tables.log import LOG
from server.store.records.tables.people import ATTEMPTS, SESSIONS, USERS
from server.store.records.tables.replies import CLAIMS, REPLIES
from server.store.records.tables.reports import DISAGREEMENTS, REPORTS

__all__ = [
    "ASSESSMENTS",
    "ATTEMPTS",
    "AUDITS",
    "AUDIT_PAGES",
    "CASES",
    "CLAIMS",
    "CONTENTS",
    "DEAD_JOBS",
    "DECISIONS",
    "DISAGREEMENTS",
    "DOMAINS",
    "DOMAIN_MONTHS",
    "DOMAIN_SIGNALS",
    "LISTINGS",
    "LISTS",
    "LOG",
    "METADATA",
    "NOTES",
    "REPLIES",
    "REPORTS",
    "SECRETS",
    "SESSIONS",
    "SIGNAL_TOTALS",
    "USERS",
]
