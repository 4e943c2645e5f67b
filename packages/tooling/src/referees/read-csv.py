"""Reads the reports' CSV files with Python's csv: a row a finding, one shape, nothing that is calculated."""

import collections
import csv

from read_reports import equal, findings_in, judge_each

BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def judge(path, report):
    raw = path.read_bytes()
    if not raw.startswith(b"\xef\xbb\xbf"):
        raise ValueError("no byte order mark")
    with open(path, encoding="utf-8-sig", newline="") as source:
        rows = list(csv.reader(source, strict=True))
    heading, body = rows[0], rows[1:]
    equal("widths", {len(row) for row in rows}, {len(heading)})
    equal("distinct headings", len(set(heading)), len(heading))
    for row in rows:
        for cell in row:
            if cell.startswith(BEGINS_FORMULA):
                raise ValueError(f"a spreadsheet would calculate {cell!r}")
    findings = findings_in(report)
    noticed = len(report["notices"]) > 0
    if noticed:
        if any(row[0] == "" for row in body) or not body:
            raise ValueError("a row without the notice")
        heading, body = heading[1:], [row[1:] for row in body]
    if not findings:
        equal("cells of a report without findings", [cell for row in body for cell in row if cell], [])
        return
    equal("rows", len(body), len(findings))
    equal("ids", [row[heading.index(name(report, "Check id", "チェック ID"))] for row in body],
          [check["id"] for check in report["checks"] for _ in check["findings"]])
    equal("reasons", collections.Counter(row[heading.index(name(report, "Reason code", "理由コード"))] for row in body),
          collections.Counter(finding["reason"]["code"] for finding in findings))


def name(report, english, japanese):
    return japanese if report["language"] == "ja" else english


judge_each(".csv", judge)
