import shipped from '../../../resources/framework/nine-principles.json'

/** The framework that comes with the app: for the pages before a workbook, which brings its own copy, is open. */
export const ninePrinciples = shipped.principles

/** The 44 systems of 2016, to pick from. */
export const knownSystems = shipped.areas.items.map(item => ({
  id: item.id,
  label: item.name,
  detail: [item.region, ...(item.alsoKnownAs ?? []).map(name => `later ${name}`)].join(', '),
}))

/** Roles people in such a system have. */
export const knownRoles = shipped.roles.map(role => ({
  id: role.id,
  label: role.label,
  detail: role.organisation,
}))
