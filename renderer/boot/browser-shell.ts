import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { OpenMode, Person, ReadReturned } from '../../shared/contract/control.ts'
import type { HostContract, HostOpened, Ticket } from '../../shared/contract/host.ts'
import type { OpenOutcome, Saved } from '../../shared/contract/outcome.ts'
import { WANTED_BACK } from '../../shared/rules/returned-files.ts'
import { safeFileName } from '../../shared/text/safe-name.ts'
import { chooseFiles, download } from './browser-files.ts'
import { connectTo } from './browser-line.ts'
import { attachAll, sendReturned } from './browser-uploads.ts'
import { browserVersion } from './browser-version.ts'
import { createHostFetch } from './host-fetch.ts'
import type { Shell } from './shell.ts'

type Host = ContractRouterClient<HostContract>
type Shown = HostOpened & { readonly mode: OpenMode }

const SHOWN = 'ninefold.workbook'
const PERSON = 'ninefold.person'
const LEFT = 'ninefold.left'
const FORGOTTEN = 'ninefold.forgotten'

/** The shell of a page served by the host. Rejects with a sentence when the page was opened without its key. */
export function createBrowserShell(): Shell {
  const fetchHost = createHostFetch(takeToken(), () => storedPerson())
  const host: Host = createORPCClient(new RPCLink({ url: `${location.origin}/host`, fetch: fetchHost }))

  // Where the page lives, and with it what the browser remembers, changes at each start: the host keeps the name.
  const personKnown =
    storedPerson().name === '' ? host.person().then(keepPerson, () => {}) : Promise.resolve()

  /** The lines of this tab; while one is up, the host keeps the workbook open. */
  const lines = new Set<AbortController>()

  const left = sessionStorage.getItem(LEFT)
  if (left) {
    sessionStorage.removeItem(LEFT)
    leave(left)
  }

  async function show(
    opening: () => Promise<HostOpened>,
    mode: OpenMode = 'edit',
    id = '',
  ): Promise<OpenOutcome> {
    try {
      await personKnown
      setShown({ ...(await opening()), mode })
      return { kind: 'opened' }
    } catch (error) {
      const sentence = (error as Error).message
      const { code } = error as { code?: string }
      if (code === 'LOCKED' || code === 'WRONG_PASSWORD') return { kind: 'locked', id, name: '', sentence }
      const isInUse = code === 'IN_USE' && mode === 'edit'
      const mayOpen = (error as { data?: { mayOpen?: boolean } }).data?.mayOpen ?? false
      return isInUse ? { kind: 'in-use', id, sentence, mayOpen } : { kind: 'failed', sentence }
    }
  }

  /** A moment later, when nothing here looks at it any more; the host hears the lines end before it is asked. */
  function leave(id: string): void {
    const mine = [...lines]
    lines.clear()
    window.setTimeout(() => {
      for (const line of mine) line.abort()
    }, 200)
    window.setTimeout(() => void host.close({ id }).catch(() => {}), 500)
  }

  async function readAll(files: readonly File[]): Promise<ReadReturned> {
    const { id } = mustBeShown()
    const { batch, problems } = await sendReturned(fetchHost, id, files)
    if (!batch) return { read: 0, refused: 0, wasCancelled: false, problems }
    const read = await host.readReturned({ id, batch })
    return { ...read, problems: [...problems, ...read.problems] }
  }

  return {
    kind: 'browser',
    can: { choosePlaces: false, openSaved: false, reveal: false, attachFolder: true, openPlaces: false },
    isOpening: shown() !== null,
    async person() {
      await personKnown
      return storedPerson()
    },
    async setPerson(person) {
      keepPerson(person)
      await host.setPerson(person)
    },

    current: async () => shown(),
    async listRecent() {
      const forgotten = forgottenIds()
      return (await host.list()).filter(workbook => !forgotten.includes(workbook.id))
    },
    async forgetRecent(id) {
      localStorage.setItem(FORGOTTEN, JSON.stringify([...forgottenIds(), id]))
    },
    create: details => show(() => host.create(details)),
    openByChoice: async () => ({ kind: 'cancelled' }),
    openRecent: (id, mode = 'edit') => show(() => host.open({ id, mode }), mode, id),
    findRecent: async () => ({ kind: 'cancelled' }),
    openLocked: (id, password) => show(() => host.openLocked({ id, password }), 'edit', id),
    openRehearsal: () => show(() => host.rehearsal()),
    async connect(seenBy) {
      const { id, mode } = mustBeShown()
      await personKnown
      await host.open({ id, mode })
      const leaving = new AbortController()
      lines.add(leaving)
      return connectTo(id, fetchHost, seenBy, leaving)
    },
    async closeWorkbook() {
      const current = shown()
      setShown(null)
      // Another tab may show it still; then it stays open for that one.
      if (current) leave(current.id)
    },

    async attachByChoice(targets, folder) {
      const files = await chooseFiles(folder)
      return files && attachAll(fetchHost, mustBeShown().id, files, targets)
    },
    attachFiles: (files, targets) => attachAll(fetchHost, mustBeShown().id, files, targets),
    saveEvidence: async evidenceId => save(await host.saveEvidence({ id: mustBeShown().id, evidenceId })),
    async openEvidence(evidenceId) {
      save(await host.saveEvidence({ id: mustBeShown().id, evidenceId }))
      return 'saved'
    },
    exportFile: async request => save(await host.exportFile({ id: mustBeShown().id, request })),
    async readReturned(folder) {
      const files = await chooseFiles(folder, {
        ...WANTED_BACK,
        accept: '.xlsx,.xlsm,.ninefold',
      })
      return files && readAll(files)
    },
    readReturnedFiles: readAll,
    listSnapshots: recentId => host.listSnapshots({ id: recentId }),
    async openSnapshot(snapshotId, recentId) {
      const before = shown()
      const id = recentId ?? mustBeShown().id
      const outcome = await show(() => host.openSnapshot({ id, snapshotId }))
      // This page begins anew with the other one, and lets go of this one then.
      if (outcome.kind === 'opened' && before) sessionStorage.setItem(LEFT, before.id)
      return outcome
    },
    snapshotPlace: async () => null,
    setSnapshotPlace: async () => null,
    setSnapshotLimit: async () => null,
    saveCopy: async (request, password) =>
      save(await host.saveCopy({ id: mustBeShown().id, request, password })),
    async savePicture(name, bytes) {
      const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
      return save({ address, name: safeFileName(name), remarks: [] })
    },
    openSaved: async () => {},
    revealSaved: async () => {},
    print: async () => window.print(),
    async openPresenter() {
      // One a workbook: this tab may show another one by now.
      window.open(`${location.pathname}#/present/window`, `ninefold-presenter-${mustBeShown().id}`)
    },
    setTitle(title) {
      document.title = title
    },
    async about() {
      const about = await host.about()
      return { ...about, runsOn: [...browserVersion(), ...about.runsOn] }
    },
    openPlace: async () => {},
    async support() {
      const facts = await host.support({ id: shown()?.id ?? null })
      const runsOn = [...browserVersion(), ...facts.about.runsOn]
      return { ...facts, about: { ...facts.about, runsOn } }
    },
    reportFault: words => void host.reportFault({ words }).catch(() => {}),
    news: () => host.news(),
    onLeaving(work) {
      const leave = () => void work()
      window.addEventListener('pagehide', leave)
      return () => window.removeEventListener('pagehide', leave)
    },
    onCommand: () => () => {},
  }
}

/** The key comes after the `#`, which no server ever sees, and is taken out of the address at once. */
function takeToken(): string {
  const token = /^#token=([\w-]+)$/.exec(location.hash)?.[1]
  if (token) {
    sessionStorage.setItem('ninefold.token', token)
    history.replaceState(null, '', `${location.pathname}#/`)
  }
  const kept = sessionStorage.getItem('ninefold.token')
  if (!kept)
    throw new Error(
      'This page has no key to your workbooks. Open the link that Ninefold printed when it was started.',
    )
  return kept
}

function save({ address, name, remarks }: Ticket): Saved {
  download(address, name)
  return { token: '', name, where: 'the downloads of your browser', remarks }
}

function keepPerson(person: Person): void {
  localStorage.setItem(PERSON, JSON.stringify(person))
}

/** What makes no sense counts for nothing: another version of Ninefold may have written it. */
function storedPerson(): Person {
  const { name, role } = stored<Partial<Person>>(localStorage, PERSON) ?? {}
  return { name: typeof name === 'string' ? name : '', role: typeof role === 'string' ? role : '' }
}

function forgottenIds(): unknown[] {
  const ids = stored<unknown>(localStorage, FORGOTTEN)
  return Array.isArray(ids) ? ids : []
}

/** Kept for this tab, so that a reload comes back to the same workbook. */
function shown(): Shown | null {
  return stored<Shown>(sessionStorage, SHOWN)
}

function setShown(workbook: Shown | null): void {
  if (workbook) sessionStorage.setItem(SHOWN, JSON.stringify(workbook))
  else sessionStorage.removeItem(SHOWN)
}

function mustBeShown(): Shown {
  const current = shown()
  if (current) return current
  throw new Error('No workbook is open in this tab. Open one from the start screen.')
}

function stored<T>(storage: Storage, key: string): T | null {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null') as T | null
  } catch {
    return null
  }
}
