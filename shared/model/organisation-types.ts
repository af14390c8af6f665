/** The kinds of organisation a room is made of, in the order in which they are listed everywhere. */
export const organisationTypes = [
  'commissioner',
  'mental-health-trust',
  'acute-trust',
  'community',
  'primary-care',
  'council',
  'voluntary-sector',
  'lived-experience',
  'other',
] as const
