let collator: Intl.Collator | null = null

/** Compares two names as people order them, numbers in them by their value: `Ward 9` before `Ward 10`. */
export function byName(one: string, other: string): number {
  // Made when first asked: it reads the language's rules, and most starts of the app order no names.
  collator ??= new Intl.Collator('en-GB', { numeric: true })
  return collator.compare(one, other)
}
