"""The statements that fill a PostgreSQL (:mod:`tests.benchmarks.filling`), in the order in which they run."""

from __future__ import annotations

EXAMPLES = """
    CREATE TEMPORARY TABLE example (
        k int PRIMARY KEY, level text, score int, ruleset text, title text, published text,
        sketch bytea, findings json
    ) ON COMMIT DROP
"""
SIGNALS = """
    CREATE TEMPORARY TABLE example_signal (k int, signal text, concern int, told int) ON COMMIT DROP
"""

_DOMAINS = """
    INSERT INTO domains (domain, known)
    SELECT 'paper-' || n || '.example', timestamptz '2024-03-01' FROM generate_series(1, %(domains)s) n
"""
# The domain's number, which example, and when. The higher n's last digit, the more of the weak examples.
_DRAWN = """
    CREATE TEMPORARY TABLE drawn ON COMMIT DROP AS
    SELECT i, n, floor(%(examples)s * chance ^ (0.4 + n %% 10 / 5.0))::int AS k,
           date_trunc('second', timestamptz '2024-03-01' + random() * interval '990 days') AS verified
    FROM (SELECT i, floor((%(domains)s + 1) ^ random())::int AS n, random() AS chance
          FROM generate_series(1, %(assessments)s) i) d
"""
_ASSESSMENTS = """
    INSERT INTO assessments (id, domain, url, path, content_id, ruleset, title, published, verified,
                             first_verified, origin, level, score, digest, sketch, findings)
    SELECT md5('a' || i)::uuid, 'paper-' || n || '.example', 'https://paper-' || n || '.example/story/' || i,
           '/story/' || i, md5('c' || i) || md5('d' || i), ruleset, title || ' ' || i,
           published, verified, verified, 'reader', level, score, md5('e' || i) || md5('f' || i), sketch,
           findings
    FROM drawn JOIN example USING (k) ORDER BY verified
"""
_CONTENTS = """
    INSERT INTO contents (content_id, assessment) SELECT content_id, id FROM assessments
"""
_COUNTS = """
    UPDATE domains SET strong = c.strong, mixed = c.mixed, weak = c.weak, verified = c.verified
    FROM (SELECT 'paper-' || n || '.example' AS domain, count(*) FILTER (WHERE level = 'strong') AS strong,
                 count(*) FILTER (WHERE level = 'mixed') AS mixed,
                 count(*) FILTER (WHERE level = 'weak') AS weak, max(verified) AS verified
          FROM drawn JOIN example USING (k) GROUP BY n) c
    WHERE c.domain = domains.domain
"""
_MONTHS = """
    INSERT INTO domain_months (domain, month, strong, mixed, weak, points)
    SELECT 'paper-' || n || '.example', to_char(verified AT TIME ZONE 'UTC', 'YYYY-MM'),
           count(*) FILTER (WHERE level = 'strong'), count(*) FILTER (WHERE level = 'mixed'),
           count(*) FILTER (WHERE level = 'weak'), sum(score)
    FROM drawn JOIN example USING (k) GROUP BY 1, 2
"""
_DOMAIN_SIGNALS = """
    INSERT INTO domain_signals (domain, signal, concern, told)
    SELECT 'paper-' || n || '.example', signal, sum(many * concern), sum(many * told)
    FROM (SELECT n, k, count(*) AS many FROM drawn GROUP BY n, k) d JOIN example_signal USING (k)
    GROUP BY 1, 2
"""
_TOTALS = """
    INSERT INTO signal_totals (signal, concern, told)
    SELECT signal, sum(concern), sum(told) FROM domain_signals GROUP BY signal
"""
# Every third case is closed by a decision, and every sixth by a second one, which overturned the first.
_CASES = """
    INSERT INTO cases (id, domain, state, because, opened, changed, version, reach, severity, priority,
                       standing, outcome, assignee)
    SELECT id, domain, CASE WHEN n %% 3 = 0 THEN 'closed' ELSE 'open' END,
           (ARRAY['weak_share', 'reports', 'by_hand'])[1 + n %% 3],
           timestamptz '2026-01-01' + n * interval '1 minute',
           timestamptz '2026-11-01' + n * interval '1 minute', 1 + n %% 4, reach, severity, reach * severity,
           CASE WHEN n %% 6 = 0 THEN 2 WHEN n %% 3 = 0 THEN 1 END,
           CASE WHEN n %% 6 = 0 THEN 'concern_confirmed' WHEN n %% 3 = 0 THEN 'cleared' END,
           CASE WHEN n %% 20 = 0 THEN %(user)s::uuid END
    FROM (SELECT *, 1 + n %% 10 AS reach, 1 + n / 10 %% 10 AS severity
          FROM unnest(%(cases)s::uuid[], %(names)s::text[]) WITH ORDINALITY c (id, domain, n)) c
"""
_DECISIONS = """
    INSERT INTO decisions (id, "case", number, domain, made, author, role, outcome, reason, overturns, record)
    SELECT CASE number WHEN 1 THEN first ELSE md5('decision' || n)::uuid END, id, number, domain,
           timestamptz '2026-10-01' + n * interval '1 minute' + number * interval '1 day',
           %(user)s, 'moderator',
           (ARRAY['cleared', 'concern_confirmed'])[number], 'Ten articles read; sources are named in most.',
           CASE number WHEN 2 THEN first END, %(record)s::json
    FROM unnest(%(cases)s::uuid[], %(names)s::text[], %(decisions)s::uuid[])
         WITH ORDINALITY c (id, domain, first, n), generate_series(1, 2) number
    WHERE n %% (3 * number) = 0
"""
_NOTES = """
    INSERT INTO notes (id, "case", author, written, text)
    SELECT md5('note' || n || '-' || k)::uuid, id, %(user)s, timestamptz '2026-10-01' + k * interval '1 day',
           'Wrote to the editor, no answer yet.'
    FROM unnest(%(cases)s::uuid[]) WITH ORDINALITY c (id, n), generate_series(1, 5) k
"""
# Ten of each domain, and a few thousand more of the first ones.
_REPORTS = """
    INSERT INTO reports (id, received, assessment, ruleset, site, level, score, kind, note, domain, sender)
    SELECT md5('report' || n || '-' || k)::uuid, timestamptz '2026-10-01' + k %% 53 * interval '1 day',
           md5('c' || n) || md5('d' || n), '2026.4', domain, 'weak', 30, 'wrong_level',
           'The sources are named in the last paragraph.', domain, md5('r' || k) || md5('s' || k)
    FROM unnest(%(names)s::text[]) WITH ORDINALITY c (domain, n),
         generate_series(1, 10 + 4000 / n::int) k
"""
_REPORTED = """
    UPDATE domains SET reports = (SELECT count(*) FROM reports r WHERE r.domain = domains.domain)
"""
_LIST = """
    INSERT INTO lists (id, name, source, licence, as_of, imported)
    VALUES ('bench', 'A list', 'https://list.example/', 'CC BY 4.0', '2026-01-01', now())
"""
_LISTINGS = """
    INSERT INTO listings (list, host, domain, category, score)
    SELECT 'bench', domain, domain, 'unreliable', 0.3 FROM domains
    WHERE hashtext(domain) %% 4 = 0 OR domain = 'paper-1.example'
"""
_AUDITS = """
    INSERT INTO audits (id, domain, author, state, asked, ended, wanted, starts)
    SELECT md5('audit' || domain || k)::uuid, domain, %(user)s, 'done',
           timestamptz '2026-10-01' + k * interval '1 day', timestamptz '2026-10-02' + k * interval '1 day',
           50, 1
    FROM unnest(%(names)s::text[]) domain, generate_series(1, 3) k
"""

LIFE = (
    "SELECT setseed(0.5)",
    _DOMAINS,
    _DRAWN,
    _ASSESSMENTS,
    _CONTENTS,
    _COUNTS,
    _MONTHS,
    _DOMAIN_SIGNALS,
    _TOTALS,
    _CASES,
    _DECISIONS,
    _NOTES,
    _REPORTS,
    _REPORTED,
    _LIST,
    _LISTINGS,
    _AUDITS,
)
