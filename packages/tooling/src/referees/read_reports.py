"""What the referees of the reports share: the files of a folder, and verdicts as JSON on the standard output."""

import json
import pathlib
import sys
import traceback


def facts_of(folder, stem):
    """The report of the same name as JSON, which another referee holds against its schema."""
    with open(folder / f"{stem}.json", encoding="utf-8") as source:
        return json.load(source)


def findings_in(report):
    return [finding for check in report["checks"] for finding in check["findings"]]


def mark_of(finding):
    """Its outcome, or `blocked`: not applicable as a check before it is not met."""
    return "blocked" if finding["reason"]["code"] == "blocked-by" else finding["outcome"]


def judge_each(suffix, judge, what=""):
    """Calls judge(path, report) for each file; what it raises is what is wrong with the file. `what` is judged of it."""
    folder = pathlib.Path(sys.argv[1])
    verdicts = []
    for path in sorted(folder.glob(f"*-*{suffix}")):
        try:
            judge(path, facts_of(folder, path.stem))
            verdicts.append({"name": path.name + what, "ok": True})
        except Exception:  # noqa: BLE001: whatever it is, the file is not what it should be
            verdicts.append({"name": path.name + what, "ok": False, "detail": traceback.format_exc(limit=3)})
    print(json.dumps(verdicts))


def equal(what, found, expected):
    if found != expected:
        raise ValueError(f"{what}: {found!r}, not {expected!r}")
