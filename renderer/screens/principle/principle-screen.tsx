import { useState } from 'react'
import type { Principle } from '../../../shared/model/framework.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { ButtonLink } from '../../components/button.tsx'
import { DropZone } from '../../components/drop-zone.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useRemembered } from '../../state/hooks.ts'
import { goTo, hrefOf } from '../../state/route.ts'
import { useArea, useFramework, usePrinciples, useRound } from '../../state/select.ts'
import { useAttaching } from '../../state/use-attaching.ts'
import { HelpAndRecord } from './help-and-record.tsx'
import { LevelCards } from './level-cards.tsx'
import './principle.css'
import './principle-form.css'
import './principle-windows.css'
import { PrincipleFoot } from './principle-foot.tsx'
import { PrincipleHead } from './principle-head.tsx'
import { RatingForm } from './rating-form.tsx'
import { neighboursOf } from './rating-view.ts'
import { usePrinciple } from './use-principle.ts'

/** One principle for the chosen area and round: rate it, back it, plan from it. */
export function PrincipleScreen({ id }: { id: string }) {
  const principle = usePrinciples().find(one => one.id === id)
  const areaId = useArea().id
  const roundId = useRound().id
  const [openTab, setOpenTab] = useRemembered('principle.tab', 'prompts')
  if (!principle)
    return (
      <EmptyState
        title="This workbook has no such principle"
        actions={<ButtonLink href={hrefOf('overview')}>Go to the overview</ButtonLink>}
      >
        The address may come from another workbook.
      </EmptyState>
    )
  // A fresh page for each, so that text being typed is saved where it belongs.
  return (
    <Page
      key={`${principle.id} ${areaId} ${roundId}`}
      principle={principle}
      openTab={openTab}
      onOpenTab={setOpenTab}
    />
  )
}

function Page(props: { principle: Principle; openTab: string; onOpenTab: (tab: string) => void }) {
  const view = usePrinciple(props.principle)
  const names = useFramework().scale.levels
  const { before, after } = neighboursOf(usePrinciples(), props.principle.id)
  useCommands([
    ...names.map(level => ({
      id: `principle.rate${level.value}`,
      label: `Rate ${props.principle.title}: ${level.value} ${level.label}`,
      group: 'This principle',
      shortcuts: [String(level.value)],
      offBecause: view.fixed || null,
      run: () => view.save({ level: level.value as 0 }),
    })),
    {
      id: 'principle.previous',
      label: 'Previous principle',
      group: 'This principle',
      shortcuts: ['Alt+PageUp'],
      offBecause: before ? null : 'This is the first principle.',
      run: () => before && goTo('principle', before.id),
    },
    {
      id: 'principle.next',
      label: 'Next principle',
      group: 'This principle',
      shortcuts: ['Alt+PageDown'],
      offBecause: after ? null : 'This is the last principle.',
      run: () => after && goTo('principle', after.id),
    },
  ])
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set())
  const showEvidence = () => props.onOpenTab('evidence')
  const attaching = useAttaching({
    targets: { areaIds: [view.area.id], principleIds: [props.principle.id] },
    isOff: view.readOnly !== '',
    onOffer: showEvidence,
    onAdded: ids => {
      setAdded(new Set([...added, ...ids]))
      showEvidence()
    },
  })
  return (
    <DropZone
      look="area"
      className="principle"
      isDisabled={view.readOnly !== ''}
      onFiles={attaching.attach.files}
    >
      <PrincipleHead view={view} />
      <LevelCards
        principle={props.principle}
        names={names}
        level={view.rating.level}
        target={view.rating.targetLevel}
        isFixed={view.fixed !== ''}
        onChoose={level => view.save({ level })}
      />
      <RatingForm view={view} />
      <HelpAndRecord
        view={view}
        attaching={attaching}
        added={added}
        openTab={props.openTab}
        onOpenTab={props.onOpenTab}
      />
      <PrincipleFoot view={view} />
    </DropZone>
  )
}
