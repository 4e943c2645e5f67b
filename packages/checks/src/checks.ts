export { canonicalJson, sha256Hex } from './canonical-json.ts';
export { catalogue } from './catalogue.ts';
export { compareReports } from './compare/compare-reports.ts';
export { lastingFinding, withInstants, withoutInstants } from './compare/lasting-findings.ts';
export { followSpans, type LastingFinding, type Span, type SpanChanges } from './compare/spans.ts';
export { fingerprint } from './fingerprint.ts';
export { judge, type JudgeInputs } from './judge/judge.ts';
export { isBlocked } from './judge/roll-up.ts';
export { score } from './judge/score.ts';
