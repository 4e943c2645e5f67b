"""Parses one HCL file and fails where it is not HCL or holds no block."""

import sys

import hcl2

with open(sys.argv[1], encoding="utf-8") as source:
    parsed = hcl2.load(source)
if not any(key in parsed for key in ("resource", "data", "variable", "output", "module", "locals")):
    sys.exit("no block in it")
