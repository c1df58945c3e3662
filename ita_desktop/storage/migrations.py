"""How the file came to its present shape, step by step; a file of any older version walks the same way.

Each step is written down once and never changed, so it spells its tables out rather than asking today's records.
Steps run in one transaction: an upgrade happens whole or not at all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from ita_desktop.storage.digests import reseal

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x49544131
"""`ITA1`, so that any tool can tell whose file this is."""

SCORE = "check (score glob '[0-9]*' and cast(score as real) between 0 and 100)"
A_YEAR = "year integer not null references years (number) deferrable initially deferred"
SEALED = "digest integer not null"


def m001_the_workbook(db: Database) -> None:
    for statement in (
        f"""create table office (
            id integer primary key check (id = 1),
            name text not null, kind text not null, district text not null, province text not null,
            divisions text not null, people text not null, telephone text not null, website text not null,
            {SEALED}) strict""",
        f"""create table years (
            number integer primary key check (number between 2500 and 2699),
            measures_year integer not null check (measures_year between 2500 and 2699),
            framework text not null,
            reported_total text, reported_level text,
            strength_mark text not null, strength_top integer check (strength_top > 0),
            {SEALED}) strict""",
        *(
            f"""create table {name} (
            {A_YEAR}, number integer not null check (number > 0), score text not null {SCORE},
            {SEALED}, primary key (year, number)) strict, without rowid"""
            for name in ("indicator_scores", "eit_parts")
        ),
        f"""create table item_scores (
            {A_YEAR}, code text not null, score text not null {SCORE},
            {SEALED}, primary key (year, code)) strict, without rowid""",
        f"""create table respondents (
            {A_YEAR}, tool text not null, "by" text not null, "group" text not null, position integer not null,
            male integer not null check (male >= 0), female integer not null check (female >= 0),
            other integer not null check (other >= 0),
            {SEALED}, primary key (year, tool, "by", "group")) strict, without rowid""",
        f"""create table remarks (
            {A_YEAR}, item text not null, position integer not null, text text not null,
            {SEALED}, primary key (year, item)) strict, without rowid""",
        f"""create table findings (
            {A_YEAR}, id text not null, position integer not null,
            indicator integer, items text not null, topic integer check (topic between 1 and 7),
            kind text not null check (kind in ('strength', 'fix', 'improve', 'keep')),
            text text not null, advice text not null, drafts text not null,
            {SEALED}, primary key (year, id)) strict, without rowid""",
        f"""create table measures (
            {A_YEAR}, id text not null, position integer not null,
            findings text not null, indicator integer, items text not null, topic integer check (topic between 1 and 7),
            title text not null, analysis text not null, steps text not null, owners text not null,
            start text check (start is date(start)), "end" text check ("end" is date("end")),
            revised_end text check (revised_end is date(revised_end)), period_text text not null,
            followup text not null, budget text check (budget glob '[0-9]*'), drafts text not null,
            {SEALED}, primary key (year, id)) strict, without rowid""",
        f"""create table rounds (
            {A_YEAR}, id text not null, position integer not null,
            name text not null, due text check (due is date(due)),
            {SEALED}, primary key (year, id)) strict, without rowid""",
        f"""create table followups (
            {A_YEAR}, measure text not null, round text not null, position integer not null,
            state text not null check (state in ('not_started', 'in_progress', 'done', 'cancelled')),
            progress integer check (progress between 0 and 100),
            result text not null, obstacles text not null,
            reported text check (reported is date(reported)), evidence text not null,
            {SEALED}, primary key (year, measure, round),
            foreign key (year, measure) references measures (year, id) deferrable initially deferred,
            foreign key (year, round) references rounds (year, id) deferrable initially deferred
            ) strict, without rowid""",
        f"""create table checklist (
            {A_YEAR}, item text not null, position integer not null,
            owner text not null, due text check (due is date(due)), link text not null,
            state text not null check (state in ('not_started', 'in_progress', 'done', 'cancelled')),
            note text not null,
            {SEALED}, primary key (year, item)) strict, without rowid""",
        f"""create table calendar (
            {A_YEAR}, id text not null, position integer not null,
            title text not null, start text check (start is date(start)), "end" text check ("end" is date("end")),
            owner text not null,
            {SEALED}, primary key (year, id)) strict, without rowid""",
        f"""create table silenced (
            {A_YEAR}, rule text not null, kind text not null, record text not null, field text not null,
            quote text not null, position integer not null,
            reason text not null, "when" text check ("when" is date("when")),
            {SEALED}, primary key (year, rule, kind, record, field, quote)) strict, without rowid""",
        f"""create table papers (
            {A_YEAR}, name text not null check (name in ('memo', 'report', 'order', 'agenda')), body text not null,
            {SEALED}, primary key (year, name)) strict, without rowid""",
        f"""create table shelf (
            kind text not null, name text not null, body text not null,
            {SEALED}, primary key (kind, name)) strict, without rowid""",
        f"""create table pictures (
            name text primary key, media_type text not null, content blob not null,
            {SEALED}) strict""",
        f"""create table history (
            seq integer primary key, at text not null, label text not null,
            source text not null, year integer, record text not null, before text not null,
            {SEALED}) strict""",
        """create table seals (
            name text primary key, rows integer not null, mark integer not null) strict, without rowid""",
    ):
        db.execute(statement)


STEPS: tuple[Callable[[Database], None], ...] = (m001_the_workbook,)


def newest() -> int:
    """The version that this program writes. A file of version n has walked the first n steps."""
    return len(STEPS)


def names(version: int) -> list[str]:
    return [step.__name__ for step in STEPS[:version]]


def walked(connection: sqlite3.Connection) -> list[str]:
    """The steps a file says it has walked."""
    return [name for (name,) in connection.execute("select name from _sqlite_migrations order by id")]


def walk(connection: sqlite3.Connection, version: int | None = None) -> None:
    """Walk all steps that are still ahead, in the caller's transaction, and seal what came of it.

    Up to an older version only where somebody wants to know what its files look like.
    """
    # On first need only: of all starts of the program, few make or upgrade a file.
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("ita_desktop")
    for step in STEPS[:version]:
        migrations()(step)
    migrations.apply(Database(connection, recursive_triggers=False, execute_plugins=False))
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {newest() if version is None else version}")
    reseal(connection)
