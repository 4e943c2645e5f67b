export { canonicalJson, sha256Hex } from './canonical-json.ts';
export { catalogue } from './catalogue.ts';
export { fingerprint } from './fingerprint.ts';
export { judge, type JudgeInputs } from './judge/judge.ts';
