/** Says on the error output where something of ours went wrong, for whoever mends it. */
export function logFault(error: unknown): void {
  console.error('fault', placesIn(error) || typeof error)
}

/** Messages may quote what the user wrote, so of an error only the places stay, and so of what it was caused by. */
function placesIn(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const text = error instanceof Error ? (error.stack ?? '') : typeof error === 'string' ? error : ''
  const lines = text.split('\n').filter(line => /^ {4}at \S.*:\d+\)?$/.test(line))
  return [...lines.slice(0, 5).map(line => line.trim()), ...(cause ? [placesIn(cause)] : [])].join(' ')
}
