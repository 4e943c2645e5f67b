export function isActive(status: string): boolean {
  return status === 'waiting' || status === 'running';
}
