import { writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type IpcMainInvokeEvent, ipcMain, MessageChannelMain } from 'electron'
import { z } from 'zod'
import { FaultWords, FilePlaceId } from '../../shared/contract/about.ts'
import type { Answer, BridgeCall, BridgeCalls } from '../../shared/contract/bridge.ts'
import { NewWorkbook, OpenMode, Person } from '../../shared/contract/control.ts'
import { CopyRequest, Password } from '../../shared/contract/copy-request.ts'
import { ExportRequest } from '../../shared/contract/export-request.ts'
import type { RecentWorkbook } from '../../shared/contract/outcome.ts'
import { EvidenceTargets } from '../../shared/model/evidence.ts'
import { EvidenceId } from '../../shared/model/ids.ts'
import { Paper } from '../../shared/model/kit.ts'
import { logFaultWords } from '../log/fault-log.ts'
import { aboutCalls } from './about.ts'
import { askForNewFile, askForPlaceOfFolder } from './dialogs.ts'
import { attachByChoice, openEvidence, saveEvidence } from './evidence-files.ts'
import { isOurPage } from './guards.ts'
import { openPresenter } from './presenter.ts'
import { print } from './print.ts'
import { describeFile, type Recents } from './recents.ts'
import { readReturned } from './returned-files.ts'
import { noteSaved, openSaved, revealSaved } from './saved-files.ts'
import { PlainError, sentenceOf } from './sentence.ts'
import type { SettingsFile } from './settings.ts'
import { snapshotCalls } from './snapshots.ts'
import { allWindows, type WorkbookWindow, windowOf } from './windows.ts'
import type { Workbooks } from './workbooks.ts'
import { workingFolder } from './working-folder.ts'

type Handler<Name extends BridgeCall> = {
  readonly args: z.ZodType<Parameters<BridgeCalls[Name]>>
  run(
    from: WorkbookWindow,
    ...args: Parameters<BridgeCalls[Name]>
  ): ReturnType<BridgeCalls[Name]> | Promise<ReturnType<BridgeCalls[Name]>>
}

const none = z.tuple([])
const word = z.tuple([z.string().max(1000)])

/** Answers the page's calls. Nothing that comes from the page is trusted: neither who asks nor what with. */
export function setupPageCalls(settings: SettingsFile, recents: Recents, workbooks: Workbooks): void {
  const snapshots = snapshotCalls(settings, recents, workbooks)
  const about = aboutCalls(settings)
  const calls: { [Name in BridgeCall]: Handler<Name> } = {
    person: { args: none, run: () => settings.now.person },
    setPerson: {
      args: z.tuple([Person]),
      async run(_from, person) {
        settings.change({ person })
        for (const one of allWindows())
          if (one.opened) await (await one.engine.ready()).control.person.set(person)
        return null
      },
    },
    current: {
      args: none,
      async run(from) {
        await from.settled
        await workbooks.follow(from)
        return from.opened && describeFile(from.opened.path)
      },
    },
    listRecent: {
      args: none,
      async run(from) {
        for (const one of allWindows()) await workbooks.remember(one)
        return openableToo(from, recents)
      },
    },
    forgetRecent: { args: word, run: (_from, id) => nothing(recents.forget(id)) },
    create: { args: z.tuple([NewWorkbook]), run: (from, details) => workbooks.create(from, details) },
    openByChoice: { args: none, run: from => workbooks.openByChoice(from) },
    openRecent: {
      args: z.tuple([z.string(), OpenMode]),
      run: (from, id, mode) => workbooks.open(from, recents.pathOf(id), mode),
    },
    findRecent: { args: word, run: (from, id) => workbooks.find(from, id) },
    openRehearsal: { args: none, run: from => workbooks.openRehearsal(from) },
    connect: { args: word, run: connect },
    closeWorkbook: { args: none, run: async from => nothing(await workbooks.close(from)) },
    attachByChoice: { args: z.tuple([EvidenceTargets, z.boolean()]), run: attachByChoice },
    saveEvidence: { args: z.tuple([EvidenceId]), run: saveEvidence },
    openEvidence: { args: z.tuple([EvidenceId]), run: openEvidence },
    exportFile: { args: z.tuple([ExportRequest]), run: exportFile },
    readReturned: { args: z.tuple([z.boolean()]), run: readReturned },
    saveCopy: { args: z.tuple([CopyRequest, Password.nullable()]), run: saveCopy },
    openLocked: {
      args: z.tuple([z.string().max(1000), Password]),
      run: (from, id, password) => workbooks.openLocked(from, id, password),
    },
    listSnapshots: { args: word, run: snapshots.list },
    openSnapshot: {
      args: z.tuple([z.string().max(100), z.string().max(1000).nullable()]),
      run: snapshots.open,
    },
    snapshotPlace: { args: none, run: snapshots.place },
    setSnapshotPlace: { args: z.tuple([z.boolean()]), run: snapshots.setPlace },
    setSnapshotLimit: { args: z.tuple([z.int().min(1024 ** 2)]), run: snapshots.setLimit },
    savePicture: { args: z.tuple([z.string().max(200), z.instanceof(Uint8Array)]), run: savePicture },
    openSaved: { args: word, run: async (_from, token) => nothing(await openSaved(token)) },
    revealSaved: { args: word, run: (_from, token) => nothing(revealSaved(token)) },
    openPresenter: { args: none, run: from => nothing(openPresenter(from)) },
    print: {
      args: z.tuple([Paper.nullable()]),
      run: async (from, paper) => nothing(await print(from.window, paper)),
    },
    setTitle: { args: word, run: (from, title) => nothing(from.window.setTitle(title)) },
    about: { args: none, run: about.about },
    openPlace: { args: z.tuple([FilePlaceId]), run: about.openPlace },
    support: { args: none, run: about.support },
    reportFault: {
      args: z.tuple([FaultWords]),
      run: (_from, words) => nothing(logFaultWords(words, 'page')),
    },
    news: { args: none, run: () => settings.news() },
  }

  ipcMain.handle('ninefold:call', (event, name: unknown, args: unknown) =>
    answering(event, async from => {
      if (typeof name !== 'string' || !Object.hasOwn(calls, name)) throw new Error('A call we do not know')
      const call = calls[name as BridgeCall] as Handler<BridgeCall>
      return (call.run as (from: WorkbookWindow, ...args: unknown[]) => unknown)(
        from,
        ...call.args.parse(args),
      )
    }),
  )
}

async function answering<T>(
  event: IpcMainInvokeEvent,
  work: (from: WorkbookWindow) => Promise<T>,
): Promise<Answer<T>> {
  try {
    const from = isOurPage(event) ? windowOf(event.sender) : undefined
    if (!from) throw new Error('A call from a page that is not ours')
    return { ok: true, value: await work(from) }
  } catch (error) {
    return { ok: false, sentence: sentenceOf(error) }
  }
}

/** Opens a line from the page straight to the engine; the nonce tells the page that the port is the one it asked for. */
async function connect(from: WorkbookWindow, nonce: string): Promise<number> {
  const engine = await from.engine.ready()
  const { port1, port2 } = new MessageChannelMain()
  engine.addPage(port2)
  from.window.webContents.postMessage('ninefold:port', nonce, [port1])
  return from.engine.life()
}

async function exportFile(from: WorkbookWindow, request: ExportRequest) {
  const { control } = await from.engine.ready()
  const to = await placeOf(from, await control.export.suggestName({ request }), request.kind)
  if (!to) return null
  const exported = await (await from.engine.ready()).control.export.make({ to, request })
  return noteSaved(exported.path, true, exported.remarks)
}

/** A folder goes, under its own name, into the one that is chosen; the engine never writes into one that is there. */
async function placeOf(
  { window }: WorkbookWindow,
  { name, isFolder }: { name: string; isFolder: boolean },
  kind: ExportRequest['kind'],
): Promise<string | null> {
  if (!isFolder && kind !== 'owners') return askForNewFile(window, name.replace(/\.xlsx$/, ''), kind)
  const parent = await askForPlaceOfFolder(window)
  return parent && join(parent, name)
}

async function saveCopy(from: WorkbookWindow, request: CopyRequest, password: string | null) {
  const { path } = openedIn(from)
  const name = `${describeFile(path).name} ${request.kind === 'full' ? 'copy' : request.kind}`
  const to = await askForNewFile(from.window, name, password === null ? 'workbook' : 'locked')
  if (!to) return null
  const { control } = await from.engine.ready()
  const copied = await control.file.copy({ to, request, ...(password === null ? {} : { password }) })
  return noteSaved(copied.path, true, copied.remarks)
}

async function savePicture(from: WorkbookWindow, name: string, bytes: Uint8Array) {
  const kind = extname(name).toLowerCase() === '.svg' ? 'svg' : 'png'
  const to = await askForNewFile(from.window, name.replace(/\.(svg|png)$/i, ''), kind)
  if (!to) return null
  try {
    await writeFile(to, bytes)
  } catch {
    throw new PlainError('The picture could not be saved there: choose another folder.')
  }
  return noteSaved(to, true)
}

function openedIn(from: WorkbookWindow) {
  if (!from.opened) throw new PlainError('No workbook is open in this window: open one first.')
  return from.opened
}

/** A workbook whose place is away can be opened all the same when a working copy of it is on this computer. */
async function openableToo(from: WorkbookWindow, recents: Recents): Promise<readonly RecentWorkbook[]> {
  const list = recents.list()
  const missing = list.filter(one => one.isMissing)
  if (missing.length === 0) return list
  const paths = missing.map(({ id }) => recents.pathOf(id))
  const { control } = await from.engine.ready()
  const working: readonly string[] = await control.file
    .listWorking({ paths, workingFolder: workingFolder() })
    .catch(() => [])
  return list.map(one =>
    one.isMissing && working.includes(recents.pathOf(one.id))
      ? { ...one, isMissing: false, where: `${one.where}, away now: opens the copy on this computer` }
      : one,
  )
}

/** For calls whose answer is that they are done. */
function nothing(_done: unknown): null {
  return null
}
