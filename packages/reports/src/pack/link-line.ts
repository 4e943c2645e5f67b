/** Prints what each link of `scans.json` has to be, in their order: for a shell with jq. */
export const linkLines: readonly string[] = [
  `jq -cS '.scans[] | {scan: .id, chain, status, problem, previousLink, evidenceDigest, finishedAt}' \\`,
  'scans.json | while read -r scan; do printf %s "$scan" | sha256sum; done',
];
