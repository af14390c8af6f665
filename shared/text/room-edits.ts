/** What history says of hands counted or taken back: the principle and the count, never the level. */
export function handEditWords(isBack: boolean, title: string, count: string): string {
  return `${isBack ? 'Took back' : 'Counted'} hands for ${title}, ${count}`
}

/** The same of one person's vote. */
export function voteEditWords(isBack: boolean, title: string, count: string): string {
  return `${isBack ? 'Took back' : 'Wrote down'} a vote for ${title}, ${count}`
}

/** Whether an edit is one key of a count. There are hundreds in a morning: history has them, a board is spared them. */
export function isCountKey(words: string): boolean {
  return /^(?:(?:Counted|Took back) hands|(?:Wrote down|Took back) a vote) for .+, (?:first|second) count$/.test(
    words,
  )
}

/** What history says of a change to who is in the room. Types and numbers would tell of groups under three. */
export const WHO_IS_HERE = 'Wrote down who is in the room'
