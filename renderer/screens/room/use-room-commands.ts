import type { RoomKey } from '../../../shared/contract/room.ts'
import type { Command } from '../../commands/registry.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useProjected } from '../../state/presenter.ts'
import { goTo } from '../../state/route.ts'
import { usePrinciples } from '../../state/select.ts'
import type { RoomView } from './use-room.ts'
import { useRoomAct } from './use-room-act.ts'

/** What the scribe's single keys do. They are in the palette and the list of keys as well. */
export function useRoomCommands(
  view: RoomView,
  { onPark, onClose }: { readonly onPark: () => void; readonly onClose: () => void },
): null {
  const act = useRoomAct()
  const { key, stage, isShown } = view
  const [{ byType }, project] = useProjected()
  const principles = usePrinciples()
  const next = [...principles]
    .sort((a, b) => a.number - b.number)
    .find(one => one.number > view.principle.number)
  const room: RoomKey = { roundId: key.roundId, areaId: key.areaId }
  const group = 'In the room'
  const commands: Command[] = [
    {
      id: 'room.show',
      label: isShown ? 'Hide the count again' : 'Reveal the count to the room',
      group,
      shortcuts: ['R'],
      offBecause: stage === 'agreed' ? 'This principle is agreed.' : null,
      run: () => {
        // The room sees all votes together first.
        project({ byType: false })
        void act(client => client.room.show({ ...key, isShown: !isShown }))
      },
    },
    {
      id: 'room.second',
      label: 'Count a second time',
      group,
      shortcuts: ['S'],
      offBecause: stage === 'first-shown' || stage === 'first' ? null : 'There has been a second count.',
      run: () => void act(client => client.room.startSecondCount(key)),
    },
    { id: 'room.park', label: 'Park something for later', group, shortcuts: ['P'], run: onPark },
    {
      id: 'room.next',
      label: next ? 'Go on to the next principle' : 'Close the room',
      group,
      shortcuts: ['N'],
      run: () =>
        next ? void act(client => client.room.set({ ...room, set: { principleId: next.id } })) : onClose(),
    },
    { id: 'room.close', label: 'Close the room', group, shortcuts: ['C'], run: onClose },
    {
      id: 'room.present',
      label: 'Show the presenter’s view on this screen',
      group,
      shortcuts: ['F'],
      run: () => goTo('present'),
    },
    {
      id: 'room.byType',
      label: byType ? 'Show the room all votes together' : 'Show the room the votes by organisation',
      group,
      shortcuts: ['O'],
      offBecause: isShown ? null : 'Reveal the count first.',
      run: () => project({ byType: !byType }),
    },
  ]
  // Keys come faster than what is drawn: where a key comes too early, the engine says so.
  useCommands(commands)
  return null
}
