"""The four tabs; they do not know each other. The window has their signs, and loads each when it is first looked at."""

from __future__ import annotations

from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Sign, Tab


def _scores(session: Session, _jobs: Jobs) -> Tab:
    from ita_desktop.ui.tabs.scores.tab import ScoresTab

    return ScoresTab(session)


def _findings(session: Session, _jobs: Jobs) -> Tab:
    from ita_desktop.ui.tabs.findings.tab import FindingsTab

    return FindingsTab(session)


def _measures(session: Session, _jobs: Jobs) -> Tab:
    from ita_desktop.ui.tabs.measures.tab import MeasuresTab

    return MeasuresTab(session)


def _followups(session: Session, jobs: Jobs) -> Tab:
    from ita_desktop.ui.tabs.followups.tab import FollowUpsTab

    return FollowUpsTab(session, jobs)


SIGNS = (
    Sign("คะแนน", "scores", "scores", frozenset({"scores", "remark", "respondents"}), _scores),
    Sign("ข้อค้นพบ", "finding", "findings", frozenset({"finding"}), _findings),
    Sign("มาตรการ", "measure", "measures", frozenset({"measure"}), _measures),
    Sign("การติดตาม", "followup", "followups", frozenset({"followup", "round", "checklist"}), _followups),
)
