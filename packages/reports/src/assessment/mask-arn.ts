/** Gives a name its mask: the same name always the same, and no name from it. */
export type Mask = (text: string) => string;

const arn = /^(arn:[a-z-]+:[a-z0-9-]*:[a-z0-9-]*):([^:]*):(.+)$/su;
/** First parts of an ARN's resource that are kinds, not names (AWS, *Service Authorization Reference*). */
const kinds =
  /^(?:user|role|assumed-role|group|root|trail|detector|eventdatastore|config-recorder|rule|policy|saml-provider|oidc-provider|mfa)$/;

/** A name's mask; of an ARN its account and its names are masked, and what kind of thing it is stays. */
export function maskArn(text: string, mask: Mask): string {
  const parts = arn.exec(text);
  if (!parts) return mask(text);
  const [, before = '', account = '', resource = ''] = parts;
  const isBucket = before.split(':')[2] === 's3';
  // A path is masked piece by piece, so that a name is known again where it stands alone.
  const pieces = resource.split(/([:/])/);
  const masked = pieces.map((piece, index) => {
    if (piece === '' || piece === ':' || piece === '/') return piece;
    return index === 0 && !isBucket && kinds.test(piece) ? piece : mask(piece);
  });
  return `${before}:${account === '' ? '' : mask(account)}:${masked.join('')}`;
}
