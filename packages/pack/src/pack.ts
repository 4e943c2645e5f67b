export { checkingLines } from './checking-lines.ts';
export {
  longestPack,
  mostBytes,
  publicKeyFile,
  signatureFile,
  sumsFile,
  type PackFile,
} from './pack-file.ts';
export { PackError, packFaults, type PackFault, type PackFaultCode } from './pack-error.ts';
export { fingerprintOf } from './public-key.ts';
export { readZip as readPack } from './read-zip.ts';
export { digestOf } from './sums.ts';
export {
  verifyPack,
  type FileState,
  type FileVerdict,
  type PackVerdict,
  type VerifyOptions,
} from './verify-pack.ts';
export { writePack, type PackSigner } from './write-pack.ts';
