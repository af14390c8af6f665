import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import {
  type Answer,
  type Bridge,
  type BridgeCall,
  type BridgeCalls,
  OPENING_QUERY,
  PORT_MESSAGE,
} from '../../shared/contract/bridge.ts'
import { sendFiles } from './desktop-uploads.ts'
import type { Client, Connection, Shell } from './shell.ts'

declare global {
  interface Window {
    /** There only in the desktop app, put there by the preload. */
    readonly ninefold?: Bridge
  }
}

const GONE = 'Ninefold lost hold of the workbook for a moment. What was saved is safe: try that again.'

/** The desktop app as a shell: the preload's bridge, and a port straight to the engine. */
export function createDesktopShell(bridge: Bridge): Shell {
  const whenGone = watchLives(bridge)
  let line: Connection | null = null
  const lineNow = (): Client => {
    if (line) return line.client
    throw new Error(GONE)
  }
  async function ask<Name extends BridgeCall>(name: Name, ...args: Parameters<BridgeCalls[Name]>) {
    return unwrap(await bridge.call(name, ...args))
  }
  async function connect(): Promise<Connection> {
    const nonce = crypto.randomUUID()
    const arrival = portMarked(nonce)
    try {
      const life = await ask('connect', nonce)
      return connectionOver(await arrival.port, whenGone(life))
    } finally {
      arrival.stop()
    }
  }

  // While the workbook is being opened the line to its engine can be laid; one that broke meanwhile is of no use.
  const isOpening = location.search === OPENING_QUERY
  let early = isOpening ? connect() : null
  const forget = () => {
    early = null
  }
  early?.then(laid => laid.whenGone.then(forget), forget)

  return {
    kind: 'desktop',
    can: { choosePlaces: true, openSaved: true, reveal: true, attachFolder: true, openPlaces: true },
    isOpening,
    person: () => ask('person'),
    setPerson: async person => void (await ask('setPerson', person)),
    current: () => ask('current'),
    listRecent: () => ask('listRecent'),
    forgetRecent: async id => void (await ask('forgetRecent', id)),
    create: details => ask('create', details),
    openByChoice: () => ask('openByChoice'),
    openRecent: (id, mode = 'edit') => ask('openRecent', id, mode),
    findRecent: id => ask('findRecent', id),
    openRehearsal: () => ask('openRehearsal'),
    async connect() {
      const connecting = early ?? connect()
      early = null
      line = await connecting
      return line
    },
    closeWorkbook: async () => void (await ask('closeWorkbook')),
    attachByChoice: (targets, folder) => ask('attachByChoice', targets, folder),
    attachFiles: (files, targets) =>
      sendFiles(lineNow(), files, 'Pasted picture.png', ids => lineNow().incoming.attach({ ids, targets })),
    saveEvidence: id => ask('saveEvidence', id),
    openEvidence: id => ask('openEvidence', id),
    exportFile: request => ask('exportFile', request),
    readReturned: folder => ask('readReturned', folder),
    readReturnedFiles: files =>
      sendFiles(lineNow(), files, 'Pasted file.xlsx', ids => lineNow().incoming.returned({ ids })),
    saveCopy: (request, password) => ask('saveCopy', request, password),
    openLocked: (id, password) => ask('openLocked', id, password),
    listSnapshots: recentId => ask('listSnapshots', recentId),
    openSnapshot: (snapshotId, recentId) => ask('openSnapshot', snapshotId, recentId),
    snapshotPlace: () => ask('snapshotPlace'),
    setSnapshotPlace: beside => ask('setSnapshotPlace', beside),
    setSnapshotLimit: bytes => ask('setSnapshotLimit', bytes),
    savePicture: (name, bytes) => ask('savePicture', name, bytes),
    openSaved: async token => void (await ask('openSaved', token)),
    revealSaved: async token => void (await ask('revealSaved', token)),
    print: async paper => void (await ask('print', paper ?? null)),
    openPresenter: async () => void (await ask('openPresenter')),
    setTitle: title => void ask('setTitle', title),
    about: () => ask('about'),
    openPlace: async id => void (await ask('openPlace', id)),
    support: () => ask('support'),
    reportFault: words => void ask('reportFault', words).catch(() => {}),
    news: () => ask('news'),
    onLeaving(work) {
      const leave = () => void work()
      window.addEventListener('pagehide', leave)
      const stop = bridge.onClosing(work)
      return () => {
        window.removeEventListener('pagehide', leave)
        stop()
      }
    },
    onCommand: listener => bridge.onCommand(listener),
  }
}

function unwrap<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(answer.sentence)
}

/** Gives, for each of the engine's lives, a promise of its end; also when it ended before anyone asked. */
function watchLives(bridge: Bridge): (life: number) => Promise<void> {
  let lastGone = 0
  const waiting = new Set<() => void>()
  bridge.onEngineGone(life => {
    lastGone = Math.max(lastGone, life)
    for (const look of waiting) look()
  })
  return life =>
    new Promise(resolve => {
      const look = () => {
        if (lastGone < life) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
}

/** The port that arrives with this nonce; any other window message is not for us. */
function portMarked(nonce: string): { port: Promise<MessagePort>; stop(): void } {
  const listening = new AbortController()
  const port = new Promise<MessagePort>(resolve => {
    const hear = (event: MessageEvent) => {
      const isOurs = event.source === window && event.origin === location.origin
      if (!isOurs || event.data?.type !== PORT_MESSAGE || event.data.nonce !== nonce) return
      if (event.ports[0]) resolve(event.ports[0])
    }
    window.addEventListener('message', hear, { signal: listening.signal })
  })
  return { port, stop: () => listening.abort() }
}

/** The engine's calls over a port. Once the engine is gone, calls under way and later ones fail with ENGINE_GONE. */
function connectionOver(port: MessagePort, whenGone: Promise<void>): Connection {
  let isGone = false
  const gone = () => new ORPCError('ENGINE_GONE', { status: 503, message: GONE })
  const link = new RPCLink({
    // The bytes of a dropped file go as they are; everything else as text.
    experimental_transfer: ([, , payload]) =>
      payload && 'url' in payload && payload.url.pathname === '/incoming/piece' ? [] : null,
    port: {
      postMessage: (message: unknown) => port.postMessage(message),
      addEventListener(type: string, listener: EventListenerOrEventListenerObject) {
        if (type !== 'close') return port.addEventListener(type, listener)
        void whenGone.then(() => {
          isGone = true
          port.close()
          if (typeof listener === 'function') listener(new Event('close'))
        })
      },
    },
    interceptors: [
      async ({ next }) => {
        if (isGone) throw gone()
        try {
          return await next()
        } catch (error) {
          throw isGone && !(error instanceof ORPCError) ? gone() : error
        }
      },
    ],
  })
  port.start()
  return { client: createORPCClient<Client>(link), whenGone }
}
