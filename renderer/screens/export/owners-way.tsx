import { useMemo } from 'react'
import type { OwnersExport } from '../../../shared/contract/export-request.ts'
import { openByOwner } from '../../../shared/rules/owners.ts'
import { count } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { useStage } from '../../state/hooks.ts'
import type { RowMaps } from '../../state/workbook-store.ts'
import { OwnersThumb } from './thumbs.tsx'
import { Unowned } from './unowned.tsx'
import { useMaking } from './use-making.ts'
import { SavedLine, Way } from './way.tsx'

/** A workbook for each owner with only their open actions. */
export function OwnersWay({ rows, latest }: { rows: RowMaps; latest: () => OwnersExport }) {
  const { shell } = useStage()
  const making = useMaking(
    'export.owners',
    () => ({ way: 'export', request: { kind: 'owners', options: latest() } }),
    () => shell.exportFile({ kind: 'owners', options: latest() }),
  )
  const { owners, unowned } = useMemo(() => openByOwner(rows), [rows])
  const open = owners.reduce((sum, owner) => sum + owner.actions.length, 0)
  const files = count(owners.length, 'file')
  return (
    <Way
      thumb={<OwnersThumb />}
      title="Owner workbooks"
      what={
        owners.length === 0
          ? 'Each owner gets only their own actions, with a few white cells to fill in.'
          : `${count(owners.length, 'owner')} ${owners.length === 1 ? 'gets' : 'each get'} only their own actions, with a few white cells to fill in.`
      }
      holds={
        owners.length === 0 ? (
          <p>Nothing yet: no open action has an owner.</p>
        ) : (
          <p>
            {files} with {count(open, 'open action')}, two sentences on what to fill in and the key; a
            covering note
          </p>
        )
      }
      leavesOut={
        <>
          <p>All evidence, and everyone else’s actions: an owner does not need them.</p>
          <Unowned actions={unowned} />
        </>
      }
    >
      <Button
        offBecause={
          owners.length === 0
            ? 'No open action has an owner: name one on the Actions screen first.'
            : making.isBusy
              ? 'They are being made.'
              : null
        }
        onPress={making.make}
      >
        {making.isBusy ? 'Making the files' : owners.length === 0 ? 'Make owner files' : `Make ${files}`}
      </Button>
      {making.list}
      {making.made && <SavedLine made={making.made} />}
    </Way>
  )
}
