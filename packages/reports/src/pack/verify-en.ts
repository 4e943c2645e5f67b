import { checkingLines } from '@ippo/pack';
import { noticeOf } from '../document/notice.ts';
import { sampleSize } from './corroboration.ts';
import { linkLines } from './link-line.ts';
import type { PackFacts } from './pack-facts.ts';
import { addedToSums, indent } from './verify-lines.ts';

/** The English page of instructions; `files` is how many the pack has. */
export function verifyEnglish(facts: PackFacts, files: number): string[] {
  const { scan, made } = facts;
  return [
    'EVIDENCE PACK: HOW TO CHECK IT',
    '',
    ...notices(facts),
    `Account          ${facts.account}`,
    `Scan             ${scan.id}, ended ${scan.ended}`,
    `Made             ${made.at} by ${made.by}, Ippo ${made.version}`,
    `Evidence digest  ${facts.evidenceDigest}`,
    `Report digest    ${facts.reportDigest}`,
    `Key fingerprint  ${facts.fingerprint}`,
    '',
    'CHECK IT: you need unzip, sha256sum and OpenSSL 3, and nothing of Ippo.',
    '',
    ...checkingLines(facts.fileName).map((line) => indent + line),
    '',
    `There are ${files} files. sha256sum has to print ${files - addedToSums} lines, each with OK: SHA256SUMS and SHA256SUMS.sig`,
    'are not in the list. OpenSSL has to print "Signature Verified Successfully". Another file in the',
    'folder is not part of the pack. On macOS "shasum -a 256" does what sha256sum does; OpenSSL comes',
    'with Homebrew. The last line prints the fingerprint of the key.',
    'Whoever forges a pack forges the fingerprint above, too: compare it with one that came another',
    'way, from an earlier pack or from an owner of this Ippo ("ippo keys", or the Verify page).',
    '"ippo verify FILE" does all this, and also finds changes outside of the files.',
    '',
    'WHAT IT PROVES',
    '- Nothing in it was altered since the holder of this key signed it.',
    '- It is complete: SHA256SUMS names every file besides itself and its signature.',
    ...proof(facts),
    '',
    'WHAT IT DOES NOT PROVE',
    'That AWS gave these answers: whoever holds the key could have signed others. Three ways beside it:',
    ...corroboration(facts),
    ...anchor(facts),
    ...previous(facts),
    '3. Ask AWS yourself. "ippo policy" prints the role that Ippo reads with; with it, "ippo scan"',
    '   asks the same questions again. What changed in the account since then will differ.',
  ];
}

function notices({ source, redacted }: PackFacts): string[] {
  const notice = noticeOf(source, 'en');
  return [
    ...(notice === null ? [] : [`** ${notice} It proves nothing about any AWS account. **`]),
    ...(redacted ? ['** Names and ids are masked; the evidence is not in this pack. **'] : []),
    ...(notice !== null || redacted ? [''] : []),
  ];
}

function proof(facts: PackFacts): string[] {
  const { evidence, inputs, redacted, catalogueDigest } = facts;
  if (redacted)
    return [
      '- It cannot be recomputed: there is no evidence in it. Digests that end in 12 zeros are masks.',
      ...(facts.digestsMasked
        ? [
            '  The two digests above are masked as well: AWS was hardly asked, so they could be guessed.',
          ]
        : [
            '  The two digests above are those of the unmasked report and evidence; a pack that is not',
            '  redacted has both.',
          ]),
    ];
  if (!evidence)
    return [
      '- It cannot be recomputed: retention took the evidence of this scan away.',
      '  "sha256sum scan-report.json" prints the report digest above.',
    ];
  const digests = '- "sha256sum evidence.json scan-report.json" prints the two digests above.';
  if (!inputs)
    return [
      digests,
      '- It cannot be recomputed: an earlier Ippo judged it and did not note everything it judged with.',
    ];
  return [
    digests,
    '- The verdicts follow from the evidence: "ippo recompute FILE" judges evidence.json with',
    '  inputs.json again. The checks of this catalogue give the same report, byte for byte:',
    `  ${catalogueDigest}`,
    '- evidence.json is an extract: the values that the verdicts rest on, reshaped. The bodies of the',
    '  answers are not kept, so the digests of single answers (the E numbers of the report) cannot be',
    '  recomputed from it. They tell whether a body that is kept elsewhere is the same.',
  ];
}

function anchor({ redacted, scan: { link } }: PackFacts): string[] {
  const told = [
    '2. An anchor outside. Each scan of the account names the one before it by its link (scans.json),',
    '   failed and cancelled ones too.',
  ];
  if (redacted)
    return [
      ...told,
      '   Here the links are masked, because they digest the account id: they still fit each other, but',
      '   none can be recomputed, nor compared with the link in a pack that is not redacted. As an anchor',
      '   keep the link of an unmasked pack.',
    ];
  return [
    ...told.slice(0, 1),
    '   failed and cancelled ones too. Keep the link of this scan where its owner cannot change it; if',
    '   a later pack still has it, no scan before it was exchanged or left out:',
    `   ${link ?? 'this scan has none yet'}`,
    '   A link is the SHA-256 of seven members of its scan as JSON without spaces, sorted by name',
    '   (RFC 8785). With jq, these lines print every link of scans.json anew:',
    ...linkLines.map((line) => `   ${line}`),
  ];
}

function corroboration({ evidence, redacted, source }: PackFacts): string[] {
  if (redacted || !evidence)
    return [
      '1. A sample of calls to look up in CloudTrail needs the evidence, which is not in it.',
    ];
  if (source.kind !== 'aws')
    return [
      '1. corroboration.csv would be looked up in CloudTrail; these calls never reached AWS, so they',
      '   are not there.',
    ];
  return [
    `1. corroboration.csv names up to ${sampleSize} calls that nobody chose. Look for them, by their request id,`,
    "   in the account's own CloudTrail event history, within 90 days. See corroboration.txt.",
  ];
}

function previous({ previous: before }: PackFacts): string[] {
  return before === null
    ? ['   No pack of this account was made before this one.']
    : [`   The pack before this one, by previous-pack.sha256: ${before.fileName}`];
}
