import { Command, Option } from 'commander'
import type { Review, ReviewDecisions } from '../../../shared/model/review.ts'
import { pathOf, whoHere, withEngine } from '../engine.ts'
import { Failed } from '../failed.ts'
import { reviewLines, summaryLine } from '../review-words.ts'

type Options = { readonly json?: boolean; readonly accept?: 'safe' }

/** Ends with this when something is left that only a person can decide. */
const CONFLICTS_LEFT = 3

/** What `--accept` wrote: the number of its edit, its words in history, and the ids of what was taken in. */
type Applied = {
  readonly seq: number
  readonly words: string
  readonly changes: readonly string[]
  readonly additions: readonly string[]
}

/** `ninefold review`: what returned files would change (spec RP9 to RP13). */
export function reviewCommand(): Command {
  return new Command('review')
    .summary('show what returned Excel files would change')
    .description(
      'Compares returned Excel files, and other copies of the workbook, with the workbook, and prints each changed cell: as it was, and as it came back. Changes nothing unless --accept says so. Ends with 0 when no conflict is left, 3 when conflicts or unreadable cells are, and 1 when a file was refused.',
    )
    .argument('<file>', 'the workbook')
    .argument('<returned...>', 'returned files, and folders of them')
    .option('--json', 'print the review as JSON')
    .addOption(
      new Option(
        '--accept <what>',
        'safe: take in every change that conflicts with nothing, and rating slips, as one edit. New rows are only shown: add them in the app',
      ).choices(['safe']),
    )
    .action(review)
}

async function review(file: string, returned: string[], { json = false, accept }: Options): Promise<void> {
  await withEngine(async ({ shell, page, interrupt }) => {
    const { signal } = interrupt
    await shell.file.open({
      path: pathOf(file),
      who: whoHere(),
      mode: accept ? 'edit' : 'read',
      snapshots: {},
    })
    const { wasCancelled, problems } = await shell.review.read({ paths: returned.map(pathOf) }, { signal })
    if (wasCancelled) throw new Failed('Stopped before everything was read; nothing was changed.')
    const found = (await page.review.get()) ?? { seq: 0, turn: 0, files: [], changes: [], additions: [] }
    const decisions = accept ? safeDecisions(found) : null
    const applied = decisions && (await apply(decisions))
    if (json) console.log(JSON.stringify({ ...found, applied, problems }, null, 2))
    else {
      for (const line of reviewLines(found, new Set(applied?.changes))) console.log(line)
      console.log(summaryLine(found, applied))
      for (const { sentence } of problems) console.error(sentence)
      for (const { name, state, problem } of found.files)
        if (state === 'refused') console.error(`${name}: ${problem}`)
    }
    const wasRefused = found.files.some(({ state }) => state === 'refused') || found.files.length === 0
    if (wasRefused) throw new Failed('')
    if (found.changes.some(({ state }) => state !== 'proposed')) throw new Failed('', CONFLICTS_LEFT)

    async function apply(chosen: ReviewDecisions): Promise<Applied | null> {
      const [changes, additions] = [Object.keys(chosen.changes), Object.keys(chosen.additions)]
      const isUnchanged = found.files.some(
        ({ state, changed, added }) => state === 'read' && changed + added === 0,
      )
      if (changes.length + additions.length === 0 && !isUnchanged) return null
      const { seq } = await page.review.apply(
        { seq: found.seq, turn: found.turn, decisions: chosen },
        { signal },
      )
      const { entries } = await page.history.list({ limit: 1 })
      return { seq, words: entries[0]?.words ?? '', changes, additions }
    }
  })
}

/** Everything that only the returned file changed. New rows are for people to look at; slips stay hidden until the reveal. */
function safeDecisions({ changes, additions }: Review): ReviewDecisions {
  const proposed = changes.flatMap(({ id, state, options }) => {
    const option = options.find(({ from }) => from === 'file')
    return state === 'proposed' && option ? [[id, option.id] as const] : []
  })
  const slips = additions.filter(({ collection, problem }) => collection === 'slips' && problem === '')
  return {
    changes: Object.fromEntries(proposed),
    additions: Object.fromEntries(slips.map(({ id }) => [id, { accept: true, principleId: null }])),
  }
}
