import type { Tally } from '../rules/agreement.ts'

/** Counts worked through on the help page. What the rule makes of them is asked of the rule itself (RM28). */
export const AGREEMENT_EXAMPLES: readonly { readonly title: string; readonly tally: Tally }[] = [
  { title: 'Most see it alike', tally: [0, 2, 8, 2, 0] },
  { title: 'A few far away are not a split', tally: [1, 6, 4, 1, 0] },
  { title: 'A third far away is a split', tally: [0, 6, 2, 0, 4] },
  { title: 'Two camps', tally: [5, 1, 0, 1, 5] },
  { title: 'Two people', tally: [0, 1, 0, 1, 0] },
]

/** `2 at level 1, 8 at level 2 and 2 at level 3`. */
export function tallyWords(tally: Tally): string {
  const said = tally.flatMap((hands, level) => (hands > 0 ? [`${hands} at level ${level}`] : []))
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`
}
