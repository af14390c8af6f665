/** Names of the framework's principles for tight places: the rail, the edge of a picture, a column of a table. */
const shortTitles: Readonly<Record<string, string>> = {
  'parity-of-esteem': 'Parity of esteem',
  'outcomes-that-matter': 'Outcomes',
  'beyond-the-nhs': 'Beyond the NHS',
  'from-the-start': 'From the start',
  'whole-person-care': 'Whole person',
  'relationships-and-networks': 'Relationships',
  'prevention-upstream': 'Prevention',
  'every-contact': 'Every contact',
  'workforce-skills': 'Skills for all',
}

/** Two or three words for a principle; the whole title when a framework has principles we do not know. */
export function shortTitleOf(principle: { readonly id: string; readonly title: string }): string {
  return shortTitles[principle.id] ?? principle.title
}
