"""Holds the reports' JSON against the published schema with jsonschema (draft 2020-12), and adds their numbers up."""

import copy
import json
import pathlib
import sys

import jsonschema

from read_reports import equal, findings_in, judge_each

schema = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def judge(_path, report):
    errors = [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(report)]
    equal("what the schema refuses", errors, [])
    for line in report["completeness"]:
        outcomes = line["pass"] + line["fail"] + line["unknown"] + line["manual"] + line["notApplicable"]
        equal(f"completeness of {line['check']}", line["units"] + line["scopes"], outcomes)
        check = next(check for check in report["checks"] if check["id"] == line["check"])
        equal(f"findings of {line['check']}", len(check["findings"]), outcomes)
    equal("sum", sum(line["units"] + line["scopes"] for line in report["completeness"]), len(findings_in(report)))
    # A referee that refuses nothing referees nothing.
    for damage in (dropped, added, misspelt):
        damaged = copy.deepcopy(report)
        damage(damaged)
        if validator.is_valid(damaged):
            raise ValueError(f"the schema accepts a report that was {damage.__name__}")


def dropped(report):
    del report["completeness"]


def added(report):
    report["approved"] = True


def misspelt(report):
    report["scan"]["ended"] = "finished"


judge_each(".json", judge)
