/** The lines that check a pack with nothing of ours; a test runs them as they are printed. */
export function checkingLines(fileName: string): string[] {
  return [
    `unzip -q ${fileName} -d pack`,
    'cd pack',
    'sha256sum -c SHA256SUMS',
    'openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig',
    'openssl pkey -pubin -in public-key.pem -outform DER | sha256sum',
  ];
}
