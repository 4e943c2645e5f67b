"""Reads the reports' Markdown with markdown-it-py: no name becomes a link, a picture or markup; tables keep one shape."""

import re

from markdown_it import MarkdownIt

from read_reports import equal, judge_each

reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def judge(path, report):
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    if not lines[0].startswith("# "):
        raise ValueError("no title")
    if report["notices"] and not lines[2].startswith("> **"):
        raise ValueError("no notice below the title")
    width = None
    for token in walk(reader.parse(text)):
        if token.type == "image":
            raise ValueError(f"a picture: {token.attrs}")
        if token.type == "link_open" and not token.attrs["href"].startswith("#"):
            raise ValueError(f"a link: {token.attrs}")
        if token.type == "html_inline" and not re.fullmatch(r'<br>|<a id="[a-z-]+">|</a>', token.content):
            raise ValueError(f"markup: {token.content!r}")
        if token.type == "html_block":
            raise ValueError(f"markup: {token.content[:200]!r}")
        if token.type == "table_open":
            width = None
        if token.type == "tr_open":
            cells = 0
        if token.type in ("th_open", "td_open"):
            cells += 1
        if token.type == "tr_close":
            width = cells if width is None else width
            equal("cells of a row", cells, width)
    # Every row that was written is a row that is read: none was broken by what stands in it.
    written = sum(1 for line in lines if line.startswith("| "))
    rows = sum(1 for token in reader.parse(text) if token.type == "tr_open")
    rules = sum(1 for line in lines if re.match(r"\| -{3}", line))
    equal("rows", rows, written - rules)


def walk(tokens):
    for token in tokens:
        yield token
        yield from walk(token.children or [])


judge_each(".md", judge)
