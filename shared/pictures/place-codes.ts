/**
 * A letter or two for each place, all different: the initial where it is enough, else the initial and a letter that
 * tells it from the others, else letters in order. Names of one initial are common ("North …", "South …").
 */
export function placeCodes(names: readonly string[]): string[] {
  const initials = names.map(name => (lettersOf(name)[0] ?? '').toUpperCase())
  if (areDistinct(initials)) return initials
  const pairs = names.map((name, index) => {
    const isAlone = initials.filter(initial => initial === initials[index]).length === 1
    return isAlone ? initials[index]! : pairOf(name, names)
  })
  return areDistinct(pairs) ? pairs : names.map((_, index) => inOrder(index))
}

function pairOf(name: string, names: readonly string[]): string {
  const letters = lettersOf(name)
  const rivals = names.filter(each => each !== name).map(lettersOf)
  const start = (letters[0] ?? '').toUpperCase()
  for (let at = 1; at < letters.length; at++) {
    const isTelling = rivals.every(
      rival => rival[0]?.toUpperCase() !== start || rival[at]?.toLowerCase() !== letters[at]!.toLowerCase(),
    )
    if (isTelling) return start + letters[at]!.toLowerCase()
  }
  return start
}

function lettersOf(name: string): string[] {
  return name.match(/[\p{Letter}\p{Number}]/gu) ?? []
}

function areDistinct(codes: readonly string[]): boolean {
  return codes.every(code => code !== '') && new Set(codes).size === codes.length
}

/** A to Z, then Aa, Ab … */
function inOrder(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : String.fromCharCode(64 + Math.floor(index / 26)) + letter.toLowerCase()
}
