type Names = { readonly short: string; readonly line: string }

/** Names for narrow places, and a line for a first look. The framework has the full title and statement. */
const names: Readonly<Record<string, Names>> = {
  'parity-of-esteem': {
    short: 'Parity of esteem',
    line: 'Equal priority in plans, money, care and measures',
  },
  'outcomes-that-matter': { short: 'Outcomes', line: 'Results chosen with the people who live with them' },
  'beyond-the-nhs': {
    short: 'Beyond the NHS',
    line: 'Councils, housing, police, schools and voluntary groups as full partners',
  },
  'from-the-start': { short: 'From the start', line: 'In every new service from its first conversation' },
  'whole-person-care': { short: 'Whole person', line: 'Mind, body and social situation together' },
  'relationships-and-networks': {
    short: 'Relationships',
    line: 'Time for staff to know and consult one another',
  },
  'prevention-upstream': { short: 'Prevention', line: 'Act early, so that more people stay well' },
  'every-contact': { short: 'Every contact', line: 'Every contact supports mind and body' },
  'workforce-skills': { short: 'Skills for all', line: 'Training that fits each role on the front line' },
}

/** "Beyond the NHS" for *Partners beyond the NHS*; a principle of another framework keeps its title. */
export function shortTitleOf(principle: { readonly id: string; readonly title: string }): string {
  return names[principle.id]?.short ?? principle.title
}

/** What a principle means in one line, for the first run. */
export function lineOf(principle: { readonly id: string; readonly statement: string }): string {
  return names[principle.id]?.line ?? principle.statement
}
