/** The five levels of a principle in a line each, from 0 to 4, for a page that has no room for the whole descriptor. */
const lines: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  'parity-of-esteem': [
    'No goals beyond the national ones; papers leave mental health out',
    'A written commitment and a named lead; nothing compared yet',
    'The board has seen a baseline; a costed plan runs in some places',
    'Most programmes set equal goals; the board compares each quarter',
    'Gaps have narrowed for 12 months, tested by people outside',
  ],
  'outcomes-that-matter': [
    'Only activity, cost or national targets are counted',
    'One care model has asked people which results matter',
    'Outcomes worded with people, with data, for some care models',
    'Most care models report them to a joint board each quarter',
    'All use outcomes chosen with people; money follows some of them',
  ],
  'beyond-the-nhs': [
    'Planning involves NHS bodies only',
    'A council and a voluntary group attend; local help is listed',
    'Roles are agreed in writing; partners’ staff work in some teams',
    'Most teams include a partner’s worker; partners vote on priorities',
    'Budgets are shared everywhere; groups deliver on the same terms',
  ],
  'from-the-start': [
    'New care models leave mental health and lived experience out',
    'An expert is asked to comment after the main choices',
    'A checklist is in use; some groups have an expert from the start',
    'Most had experts and lived experience from the first meeting',
    'Every programme has it in scope, budget and evaluation from day one',
  ],
  'whole-person-care': [
    'Mental, physical and social needs have separate plans',
    'One team has begun joint assessment or case discussion',
    'Some neighbourhoods use one assessment for all three',
    'Most people with complex needs have one plan they helped to write',
    'Normal everywhere; lives and bed use have improved for 12 months',
  ],
  'relationships-and-networks': [
    'Staff deal with each other by referral letter',
    'Some contact, through individuals or single events',
    'Some teams have a named link worker and a way to get advice',
    'Most teams have a named contact; most requests are met in time',
    'All teams give and get advice; joint posts are normal',
  ],
  'prevention-upstream': [
    'Public health leaves wellbeing out; no lead, no plan',
    'A lead is named and local need described',
    'A funded plan for two life stages runs in some places',
    'Every life stage in most places, highest risk first',
    'A growing share of spend for two years; gaps are closing',
  ],
  'every-contact': [
    'Staff deal only with the reason for the visit',
    'One or two teams have tried brief conversations',
    'An agreed approach with training, in use in some services',
    'Most frontline services hold and record them; one step to refer',
    'Normal in all services; people take up support and say it helped',
  ],
  'workforce-skills': [
    'No one knows who has been trained; none is required',
    'A training lead is named; some single sessions',
    'Needs mapped by role; a funded plan runs in some organisations',
    'Most frontline staff trained at the right tier, and at induction',
    'All partners meet the standard; confidence has improved',
  ],
}

/** A level of a principle in a line; a principle of another framework says the first sentence of its descriptor. */
export function levelLineOf(
  principle: {
    readonly id: string
    readonly levels: readonly { readonly value: number; readonly descriptor: string }[]
  },
  level: 0 | 1 | 2 | 3 | 4,
): string {
  const descriptor = principle.levels.find(({ value }) => value === level)?.descriptor ?? ''
  return lines[principle.id]?.[level] ?? descriptor.split(/(?<=\.) /)[0]!
}
