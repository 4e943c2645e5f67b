/** Being written. */
export function ProfilePage() {
  return null;
}
