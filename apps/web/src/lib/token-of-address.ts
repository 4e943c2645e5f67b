/** The token of a link stands in the fragment, so it never reaches a server's log. */
export function tokenOfAddress(): string {
  return new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
}
