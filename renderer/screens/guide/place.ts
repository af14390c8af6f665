import { hrefOf } from '../../state/route.ts'
import type { Guide, GuidePlace } from './tokens.ts'

/** Where F1 leads from each screen; from any other, to the list of chapters. */
const OF_SCREEN: Readonly<Record<string, string>> = {
  overview: 'first-workbook',
  principle: 'first-workbook.rate-your-first-principle',
  evidence: 'first-workbook.attach-what-shows-it',
  actions: 'first-workbook.plan-the-next-step',
  picture: 'first-workbook.see-where-you-are',
  room: 'workshop',
  kit: 'workshop.before-the-day',
  rounds: 'next-round',
  export: 'board-paper',
  review: 'returned-files.read-what-came-back',
  history: 'trouble.you-changed-something-by-mistake',
  restore: 'trouble.go-back-to-a-snapshot',
}

/** The part of the guide an address asks for: `workshop.the-count`, or `for.room` for the one about a screen. */
export function placeIn(guide: Guide, id: string | null): GuidePlace | null {
  const asked = id?.startsWith('for.') ? OF_SCREEN[id.slice(4)] : id
  const [chapter, section = null] = asked?.split(/\.(.*)/s) ?? []
  return chapter !== undefined && guide.some(one => one.id === chapter) ? { chapter, section } : null
}

/** The address of a place, for a link. */
export function hrefOfPlace({ chapter, section }: GuidePlace): string {
  return hrefOf('guide', section === null ? chapter : `${chapter}.${section}`)
}

/** Every place that screens lead to, for the test that each is there. */
export const screenPlaces: readonly string[] = Object.values(OF_SCREEN)
