"""Holds the numbers of one report against each other in all its formats: whoever reads one reads the same as another.

They are counted anew from the findings of the JSON file. Each other format is read by a program that is not ours.
"""

import collections
import csv
import re
import subprocess

import lxml.html
import openpyxl

from read_reports import equal, findings_in, judge_each, mark_of

WORDS = {
    "en": {
        "outcome": "Outcome", "blocked": "Check that it needs, not met", "all": "All checks", "sum": "Sum",
        "outcomes": ["Fail", "Not met: needs another check", "Unknown", "Your answer needed", "Pass", "Not applicable"],
        "heading": re.compile(r"(Failed|Not met because a prerequisite is not met|Unknown|A person’s answer is needed|Passed|Not applicable) \((\d+)\)"),
    },
    "ja": {
        "outcome": "結果", "blocked": "前提となる未達のチェック", "all": "全チェック", "sum": "合計",
        "outcomes": ["不合格", "未達（ほかのチェックが前提）", "不明", "回答待ち", "合格", "該当なし"],
        "heading": re.compile(r"(不合格|前提不備により未達|不明|担当者の回答待ち|合格|該当なし)（(\d+) 件）"),
    },
}


def judge(path, report):
    words = WORDS[report["language"]]
    counted = collections.Counter(finding["outcome"] for finding in findings_in(report))
    sums = {name: sum(row[name] for row in report["completeness"]) for name in ("units", "scopes", "blocked")}
    blocked = sums["blocked"]
    chapters = [counted["fail"], blocked, *(counted[name] for name in ("unknown", "manual", "pass"))]
    chapters.append(counted["not-applicable"] - blocked)
    all_checks = [sums["units"], sums["scopes"], sums["units"] + sums["scopes"]]
    all_checks += [counted[name] for name in ("pass", "fail", "unknown", "manual", "not-applicable")]
    all_checks.append(blocked)
    equal("JSON: what is there and what should be", sum(all_checks[3:8]), all_checks[2])

    rows = list(csv.DictReader(path.with_suffix(".csv").open(encoding="utf-8-sig", newline="")))
    of_rows(rows, report, chapters, words, "CSV")

    book = openpyxl.load_workbook(path.with_suffix(".xlsx"), read_only=True)
    headings, *rows = book.worksheets[1].iter_rows(min_row=3, values_only=True)
    of_rows([dict(zip(headings, row)) for row in rows], report, chapters, words, "workbook")
    last = list(book.worksheets[3].iter_rows(min_row=4, values_only=True))[-1]
    equal("workbook: its last row", last[0], words["sum"])
    equal("workbook: sum of the checks", [*last[3:11], last[12]], all_checks)

    marks = path.with_suffix(".md").read_text(encoding="utf-8")
    of_document(re.findall(r"^### (.*)$", marks, re.M), chapters, words, "Markdown")
    total = re.search(rf"^\| \*\*{words['all']}\*\* \|(.*)\|$", marks, re.M)
    equal("Markdown: sum of the checks", numbers(total[1]), all_checks)

    page = lxml.html.parse(str(path.with_suffix(".html"))).getroot()
    of_document([heading.text_content() for heading in page.iter("h3")], chapters, words, "page")
    each = {check["check"]: check for check in report["completeness"]}
    table = [row for row in page.iter("tr") if len(row.findall("td")) == 9 and row.find("th") is not None]
    said = {row.find("th").xpath(".//text()")[-1].split(" · ")[0]: [int(cell.text_content()) for cell in row.findall("td")] for row in table}
    equal("page: sum of the checks", said.pop(words["all"]), all_checks)
    equal("page: checks in the statement of completeness", len(said), len(each))
    for name, found in said.items():
        check = each[name]
        names = ("pass", "fail", "unknown", "manual", "notApplicable", "blocked")
        to_judge = [check["units"], check["scopes"], check["units"] + check["scopes"]]
        equal(f"page: {name}", found, [*to_judge, *(check[name] for name in names)])

    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(path.with_suffix(".pdf")), "-"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
    # Its table of contents has the same words before dots.
    of_document([line.strip() for line in lines if " . . " not in line], chapters, words, "PDF")
    total = next(line for line in lines if line.startswith(words["all"]))
    equal("PDF: sum of the checks", numbers(total.removeprefix(words["all"])), all_checks)


def of_rows(rows, report, chapters, words, what):
    said = collections.Counter(row[words["outcome"]] for row in rows)
    equal(f"{what}: outcomes", [said[word] for word in words["outcomes"]], chapters)
    waits = sorted(row[words["blocked"]] for row in rows if row[words["blocked"]])
    blockers = sorted(one["reason"]["params"]["check"] for one in findings_in(report) if mark_of(one) == "blocked")
    equal(f"{what}: what blocked ones wait for", waits, blockers)


def of_document(headings, chapters, words, what):
    found = [words["heading"].fullmatch(heading.strip()) for heading in headings]
    equal(f"{what}: chapters of findings", [int(one[2]) for one in found if one], chapters)


def numbers(text):
    return [int(number) for number in re.findall(r"\d+", text.replace(",", ""))]


judge_each(".json", judge, ": the same numbers in every format")
