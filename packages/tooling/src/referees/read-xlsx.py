"""Reads the reports' workbooks with openpyxl: every sheet, no formula, the notice on each, as many rows as facts.

openxml-audit holds their parts against the schemas of Office Open XML.
"""

import collections

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries
from openxml_audit import OpenXmlValidator

from read_reports import equal, findings_in, judge_each, mark_of

# The sheets in their order, by what of the report has a row in them.
ROWS = {
    1: findings_in,
    2: lambda report: report["checks"],
    3: lambda report: [*report["completeness"], "the sum"],
    4: lambda report: report["regions"],
    5: lambda report: report["unreadable"],
    6: lambda report: report["populations"],
    7: lambda report: report["exceptions"],
    8: lambda report: report["attestations"],
    10: lambda report: report["scans"],
    11: lambda report: report["auditTrail"],
}
OUTCOMES = {
    "en": {"pass": "Pass", "fail": "Fail", "unknown": "Unknown", "manual": "Your answer needed", "not-applicable": "Not applicable", "blocked": "Not met: needs another check"},
    "ja": {"pass": "合格", "fail": "不合格", "unknown": "不明", "manual": "回答待ち", "not-applicable": "該当なし", "blocked": "未達（ほかのチェックが前提）"},
}


# Inches across a landscape page of ECMA-376 ST_PaperSize 8 and 9, and of its margins.
PAGES = {8: 16.54, 9: 11.69}
# Points: print that is smaller cannot be read without a glass. 11 points are 100 %.
SMALLEST = 7.0


def letters_on_paper(sheet):
    """How high letters are printed once all printed columns fit one page: 7 pixels a character, 96 an inch."""
    across = range_boundaries(sheet.print_area.split("!")[-1])[2] if sheet.print_area else sheet.max_column
    widths = [sheet.column_dimensions[get_column_letter(at)].width for at in range(1, across + 1)]
    inches = sum(width * 7 + 5 for width in widths) / 96
    room = PAGES[int(sheet.page_setup.paperSize)] - 0.8
    return 11 * min(1, room / inches)


# Excel takes its own theme where a workbook has none, and ours names none.
NO_THEME = "officeDocument/2006/relationships/theme' is missing"


def judge(path, report):
    said = [str(error) for error in OpenXmlValidator().validate(path).errors]
    equal("what breaks the schemas", [text for text in said if NO_THEME not in text], [])
    book = openpyxl.load_workbook(path)
    equal("sheets", len(book.worksheets), 13)
    for sheet in book.worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        if not kinds <= {"s", "n"}:
            raise ValueError(f"{sheet.title}: cells of the kinds {kinds}")
        links = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.hyperlink]
        equal(f"{sheet.title}: links", links, [])
        notice = "" if sheet["A2"].value is None else sheet["A2"].value
        for part in report["notices"]:
            # What nobody would see is written out there: only the words before a name are compared.
            if part.split("http")[0].strip() not in notice:
                raise ValueError(f"{sheet.title}: the notice is {notice!r}")
        if not report["notices"] and notice:
            raise ValueError(f"{sheet.title}: a notice without reason")
        fixed = "C" if sheet is book.worksheets[1] else "A"
        equal(f"{sheet.title}: frozen", sheet.freeze_panes, f"{chr(ord(fixed) + 1)}4")
        equal(f"{sheet.title}: columns on every printed page", sheet.print_title_cols, f"$A:${fixed}")
        equal(f"{sheet.title}: pages beside each other", sheet.page_setup.fitToWidth, 1)
        equal(f"{sheet.title}: margins at the sides", (sheet.page_margins.left, sheet.page_margins.right), (0.4, 0.4))
        small = letters_on_paper(sheet)
        if small < SMALLEST:
            raise ValueError(f"{sheet.title}: letters of {small:.1f} points on paper")
        equal(f"{sheet.title}: name above each page", sheet.oddHeader.left.text, "&A")
        equal(f"{sheet.title}: on every printed page", sheet.print_title_rows, "$1:$3")
        if any(column.value in (None, "") for column in sheet[3]):
            raise ValueError(f"{sheet.title}: a column without a heading")
    for index, items in ROWS.items():
        sheet = book.worksheets[index]
        equal(f"{sheet.title}: rows", sheet.max_row - 3, len(items(report)))
    words = OUTCOMES[report["language"]]
    said = collections.Counter(row[0] for row in book.worksheets[1].iter_rows(min_row=4, values_only=True))
    expected = collections.Counter(words[mark_of(finding)] for finding in findings_in(report))
    equal("outcomes", said, expected)
    if book.worksheets[3].max_row > 4:
        for row in book.worksheets[3].iter_rows(min_row=4, values_only=True):
            equal(f"completeness of {row[0]}", row[3] + row[4], sum(row[6:11]))


judge_each(".xlsx", judge)
