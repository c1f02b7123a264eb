"""Fill a PostgreSQL with a desk's life: many domains, cases and verified assessments, by the same rule each time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import psycopg
from server.store.records.findings import findings_document

from server.core.model import Article
from server.services.assessing import default_engine

SEED = Path(__file__).parents[2] / "seeds" / "articles" / "000_8b099efbd90d4261.txt"
USER = "00000000-0000-0000-0000-000000000001"

# A few domains have many articles and most have few, as in life: domain n has about 1/n of the first one's.
_STATEMENTS = (
    "SELECT setseed(0.5)",
    """INSERT INTO users (id, name, role, password, added)
       VALUES (%(user)s, 'mara', 'moderator', %(password)s, now())""",
    """INSERT INTO domains (domain, known, verified)
       SELECT 'paper-' || n || '.example', timestamptz '2024-01-01', timestamptz '2026-11-01'
       FROM generate_series(1, %(domains)s) n""",
    """CREATE TEMPORARY TABLE drawn ON COMMIT DROP AS
       SELECT i, 1 + floor(%(domains)s ^ random())::int %% %(domains)s AS n, random() AS chance, random() AS when_
       FROM generate_series(1, %(assessments)s) i""",
    """INSERT INTO assessments (id, domain, url, content_id, ruleset, title, published, verified, origin,
                                level, score, digest, sketch, findings)
       SELECT md5('a' || i)::uuid, 'paper-' || n || '.example', 'https://paper-' || n || '.example/story/' || i,
              md5('c' || i) || md5('d' || i), '2026.2', 'What the council said about bridge number ' || i,
              '2026-10-01', timestamptz '2024-01-01' + when_ * interval '1000 days', 'reader',
              level, CASE level WHEN 'strong' THEN 80 WHEN 'mixed' THEN 60 WHEN 'weak' THEN 30 END,
              md5('e' || i) || md5('f' || i), decode(repeat(md5('s' || i), 32), 'hex'), %(findings)s::json
       FROM (SELECT *, CASE WHEN chance < .02 THEN 'unscored'
                            WHEN chance < .02 + .5 * ((n %% 10) / 10.0) THEN 'weak'
                            WHEN chance < .8 THEN 'mixed' ELSE 'strong' END AS level FROM drawn) d""",
    """UPDATE domains SET (strong, mixed, weak, unscored) =
         (SELECT count(*) FILTER (WHERE level = 'strong'), count(*) FILTER (WHERE level = 'mixed'),
                 count(*) FILTER (WHERE level = 'weak'), count(*) FILTER (WHERE level = 'unscored')
          FROM assessments a WHERE a.domain = domains.domain)""",
    """INSERT INTO domain_months (domain, month, strong, mixed, weak, unscored, points)
       SELECT domain, to_char(verified, 'YYYY-MM'), count(*) FILTER (WHERE level = 'strong'),
              count(*) FILTER (WHERE level = 'mixed'), count(*) FILTER (WHERE level = 'weak'),
              count(*) FILTER (WHERE level = 'unscored'), coalesce(sum(score), 0)
       FROM assessments GROUP BY 1, 2""",
    """INSERT INTO domain_signals (domain, signal, concern, told)
       SELECT domain, signal, ((weak + mixed) * (.1 + .8 * random()))::int, weak + mixed + strong
       FROM domains, unnest(%(signals)s::text[]) signal""",
    """INSERT INTO signal_totals (signal, concern, told)
       SELECT signal, sum(concern), sum(told) FROM domain_signals GROUP BY 1""",
    """INSERT INTO cases (id, domain, state, because, opened, changed, version, reach, severity, priority, outcome)
       SELECT md5('case' || n)::uuid, 'paper-' || n || '.example', CASE WHEN n %% 3 = 0 THEN 'closed' ELSE 'open' END,
              (ARRAY['weak_share', 'reports', 'moderator'])[1 + n %% 3],
              timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-11-01', 1 + n %% 4, reach, severity,
              reach * severity, CASE WHEN n %% 3 = 0 THEN 'cleared' END
       FROM (SELECT n, 1 + n %% 10 AS reach, 1 + (n / 10) %% 10 AS severity
             FROM generate_series(1, %(cases)s) n) c""",
    """INSERT INTO decisions (id, "case", number, domain, made, author, role, outcome, reason, record)
       SELECT md5('decision' || n)::uuid, md5('case' || n)::uuid, 1, 'paper-' || n || '.example',
              timestamptz '2026-10-01', %(user)s, 'moderator', 'cleared', 'Sources are named throughout.', '{}'
       FROM generate_series(3, %(cases)s, 3) n""",
    """INSERT INTO notes (id, "case", author, written, text)
       SELECT md5('note' || n || '-' || k)::uuid, md5('case' || n)::uuid, %(user)s,
              timestamptz '2026-10-01' + k * interval '1 day', 'Wrote to the editor, no answer yet.'
       FROM generate_series(1, %(cases)s) n, generate_series(1, 5) k""",
    """INSERT INTO reports (id, received, assessment, ruleset, site, level, score, kind, domain, sender, state)
       SELECT md5('report' || n || '-' || k)::uuid, timestamptz '2026-10-01' + k * interval '1 hour',
              md5('c' || n) || md5('d' || n), '2026.2', 'paper-' || n || '.example', 'weak', 30, 'wrong_level',
              'paper-' || n || '.example', md5('r' || k) || md5('s' || k), 'open'
       FROM generate_series(1, %(cases)s) n, generate_series(1, 10) k""",
    "UPDATE domains SET reports = (SELECT count(*) FROM reports r WHERE r.domain = domains.domain)",
)


def fill(url: str, *, domains: int, cases: int, assessments: int, password: str) -> None:
    """Fill the migrated tables at ``url``; ``password`` is the hash for the user ``mara``."""
    title, _, body = SEED.read_text(encoding="utf-8").partition("\n")
    found = default_engine().assess(Article(title=title, text=body))
    values: dict[str, Any] = {
        "user": USER,
        "password": password,
        "domains": domains,
        "cases": cases,
        "assessments": assessments,
        "findings": json.dumps(findings_document(found)),
        "signals": [signal.id for signal in found.signals],
    }
    with psycopg.connect(url) as connection:
        for statement in _STATEMENTS:
            connection.execute(statement, values)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
