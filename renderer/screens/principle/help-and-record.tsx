import { useId } from 'react'
import { Tabs } from '../../components/tabs.tsx'
import type { Attaching } from '../../state/use-attaching.ts'
import { ActionsTab } from './actions-tab.tsx'
import { EvidenceTab } from './evidence-tab.tsx'
import { ExamplesTab } from './examples-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { MeasuresTab } from './measures/measures-tab.tsx'
import { PromptsTab } from './prompts-tab.tsx'
import type { PrincipleView } from './use-principle.ts'

/** What helps to rate, and what is kept about it: beside the form, or beside everything on a wide window. */
export function HelpAndRecord(props: {
  view: PrincipleView
  attaching: Attaching
  /** What came in since the page was opened. */
  added: ReadonlySet<string>
  openTab: string
  onOpenTab: (tab: string) => void
}) {
  const { view } = props
  const id = useId()
  return (
    <section className="principle-panel paper" aria-labelledby={id}>
      <h2 id={id} className="hidden-words">
        Help and record
      </h2>
      <Tabs
        label="Help and record"
        openId={props.openTab}
        onOpen={props.onOpenTab}
        tabs={[
          { id: 'prompts', label: 'Prompts', panel: <PromptsTab principle={view.principle} /> },
          {
            id: 'evidence',
            label: withCount('Evidence', view.evidence.length),
            panel: <EvidenceTab view={view} attaching={props.attaching} added={props.added} />,
          },
          {
            id: 'actions',
            label: withCount('Actions', view.actions.length),
            panel: <ActionsTab view={view} />,
          },
          {
            id: 'measures',
            label: withCount('Measures', view.measures.length),
            panel: <MeasuresTab view={view} />,
          },
          { id: 'examples', label: 'Examples', panel: <ExamplesTab principle={view.principle} /> },
          { id: 'history', label: 'History', panel: <HistoryTab view={view} /> },
        ]}
      />
    </section>
  )
}

function withCount(words: string, count: number): string {
  return count === 0 ? words : `${words} ${count}`
}
