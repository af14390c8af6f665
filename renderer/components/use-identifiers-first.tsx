import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { IdentifierReport, Leaving } from '../../shared/contract/identifier.ts'
import { sentenceOf, useAct, useRemembered, useStage } from '../state/hooks.ts'
import { flushDrafts } from './draft.ts'
import { IdentifierList } from './identifier-list.tsx'

/** Where a person went from the list, so that there is a way back to it. */
export type WentToLook = { readonly key: string; readonly hash: string }
export const WENT_TO_LOOK = 'identifiers.went'

/** Under which a window remembers that the list of a way is open. */
export function askingKeyOf(key: string): string {
  return `${key}.asking`
}

/** What leaves, asked anew when it is needed: what was just typed is in it. */
export type WayOut<T> = { readonly leaving: () => Leaving; readonly makeIt: () => Promise<T> }

/**
 * Lists likely identifiers before `makeIt` runs: at once when there are none, else when the user says to go on. The list comes
 * back when the user left it to look at one of the places. `key` is the way's own, such as `export.board`.
 */
export function useIdentifiersFirst<T>(
  key: string,
  way: WayOut<T>,
): {
  /** Saves what is typed, looks, asks if need be, and runs `makeIt`. */
  readonly start: () => Promise<void>
  readonly isBusy: boolean
  /** To be drawn somewhere in the way; nothing while there is nothing to ask. */
  readonly list: ReactNode
} {
  const { workbook, session } = useStage()
  const act = useAct()
  const [isAsking, setIsAsking] = useRemembered(askingKeyOf(key), false)
  const [went, setWent] = useRemembered<WentToLook | null>(WENT_TO_LOOK, null)
  const isAway = went?.key === key
  const [report, setReport] = useState<IdentifierReport | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const latest = useRef(way)
  latest.current = way

  async function busily(work: () => Promise<void>): Promise<void> {
    if (isBusy) return
    setIsBusy(true)
    try {
      await work()
    } catch (error) {
      session.getState().say({ tone: 'problem', sentence: sentenceOf(error) })
    } finally {
      setIsBusy(false)
    }
  }
  const look = () => workbook.getState().client.identifier.find({ leaving: latest.current.leaving() })

  // Back from a place: the list is made anew, since it may have been mended there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the user is back
  useEffect(() => {
    if (isAsking && !isAway && !report) void busily(async () => setReport(await look()))
  }, [isAsking, isAway])

  function putAway(): void {
    setIsAsking(false)
    setReport(null)
  }
  const start = () =>
    busily(async () => {
      await flushDrafts()
      const found = await look()
      if (found.findings.length === 0) {
        await latest.current.makeIt()
        return
      }
      setReport(found)
      setIsAsking(true)
      setWent(null)
    })
  async function clear(findingKey: string): Promise<void> {
    const finding = report?.findings.find(one => one.key === findingKey)
    if (!report || !finding) return
    const done = await act(client => client.identifier.clear({ key: finding.key, kind: finding.kind }))
    if (done) setReport({ ...report, findings: report.findings.filter(one => one !== finding) })
  }
  const list = isAsking && report && !isAway && (
    <IdentifierList
      report={report}
      onClear={findingKey => void clear(findingKey)}
      onLook={() => {
        setReport(null)
        setWent({ key, hash: window.location.hash })
      }}
      onCancel={putAway}
      onGoOn={() => {
        putAway()
        void busily(async () => void (await latest.current.makeIt()))
      }}
    />
  )
  return { start, isBusy, list }
}
