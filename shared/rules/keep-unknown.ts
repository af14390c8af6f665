/**
 * What was read, with `now` put over it. What `now` does not know stays, however deep: a newer Ninefold wrote it. Things of a list
 * go by their `id`; one that is not in `now` any more was taken away.
 */
export function withUnknownKept(read: unknown, now: unknown): unknown {
  if (Array.isArray(now)) {
    const before = Array.isArray(read) ? read : []
    return now.map(item => withUnknownKept(idOf(item) && before.find(one => idOf(one) === idOf(item)), item))
  }
  if (!isObject(now) || !isObject(read)) return now
  const kept: Record<string, unknown> = { ...read }
  for (const [name, value] of Object.entries(now)) kept[name] = withUnknownKept(read[name], value)
  return kept
}

/** Whether a value is an object with names, not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function idOf(item: unknown): string | undefined {
  return isObject(item) && typeof item.id === 'string' ? item.id : undefined
}
