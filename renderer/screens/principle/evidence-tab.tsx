import { areasCoveredBy } from '../../../shared/rules/select.ts'
import { AttachBox } from '../../components/attach-box.tsx'
import { AttachProblems } from '../../components/attach-problems.tsx'
import { LongList } from '../../components/long-list.tsx'
import { useStage, useWorkbook } from '../../state/hooks.ts'
import { useAreas } from '../../state/select.ts'
import type { Attaching } from '../../state/use-attaching.ts'
import { EvidenceLine } from './evidence-line.tsx'
import type { PrincipleView } from './use-principle.ts'

/** What backs this principle here, and every way to add to it. */
export function EvidenceTab(props: {
  view: PrincipleView
  attaching: Attaching
  /** What came in since the page was opened. */
  added: ReadonlySet<string>
}) {
  const { view, attaching } = props
  const links = useWorkbook(state => state.rows.evidenceLinks)
  const areas = useAreas()
  const { shell } = useStage()
  return (
    <>
      {!view.readOnly && (
        <AttachBox
          onFiles={attaching.attach.files}
          onChoose={attaching.attach.choose}
          onLink={url => attaching.attach.links([url])}
          onNote={attaching.attach.note}
          canFolder={shell.can.attachFolder}
          offered={attaching.offered}
        />
      )}
      <AttachProblems problems={attaching.problems} onDismiss={attaching.dismiss} />
      {view.evidence.length === 0 ? (
        <p className="tab-part">Nothing is attached to this principle yet. What could prove it:</p>
      ) : (
        <LongList className="rows" items={view.evidence} guess={116}>
          {(item, place) => {
            const covered = areasCoveredBy({ evidenceLinks: links }, item.id)
            return (
              <EvidenceLine
                place={place}
                item={item}
                areas={areas.filter(area => covered.includes(area.id))}
                isReadOnly={view.readOnly !== ''}
                isNew={props.added.has(item.id)}
              />
            )
          }}
        </LongList>
      )}
      {view.evidence.length > 0 && <h3 className="tab-part">What else could prove it</h3>}
      <ul className="ideas small">
        {view.principle.evidenceIdeas.map(idea => (
          <li key={idea}>{idea}</li>
        ))}
      </ul>
    </>
  )
}
