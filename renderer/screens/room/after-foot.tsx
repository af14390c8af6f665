import type { Level } from '../../../shared/model/fields.ts'
import { useRunCommand } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { usePrinciples } from '../../state/select.ts'
import type { RoomView } from './use-room.ts'

/** What comes next, with the focus on it: a second count of a split, else agreeing, and then the next principle. */
export function AfterFoot(props: {
  view: RoomView
  level: Level | null
  isSplit: boolean
  onAgree: () => void
}) {
  const { view, level, isSplit, onAgree } = props
  const { stage, principle } = view
  const run = useRunCommand()
  const isLast = usePrinciples().every(one => one.number <= principle.number)
  if (stage === 'agreed')
    return (
      <div className="room-foot room-foot-after">
        <p className="grow" id="agreed">
          <strong>Agreed.</strong> <kbd>N</kbd> {isLast ? 'closes the room' : 'goes on to the next'}
        </p>
        <Button isBig onPress={onAgree}>
          Change what is agreed
        </Button>
        <Button variant="primary" isBig onPress={() => run('room.next')} isAutoFocused describedBy="agreed">
          {isLast ? 'Close the room' : 'Go on to the next'}
        </Button>
      </div>
    )
  const isAgainNext = stage === 'first-shown' && isSplit
  return (
    <div className="room-foot room-foot-after">
      <p className="quiet small grow">
        <kbd>A</kbd> agree, <kbd>S</kbd> second count, <kbd>R</kbd> hide, <kbd>P</kbd> park
      </p>
      <Button onPress={() => run('room.show')}>Hide again</Button>
      {stage === 'first-shown' && (
        <Button
          variant={isAgainNext ? 'primary' : 'secondary'}
          isBig
          onPress={() => run('room.second')}
          isAutoFocused={isAgainNext}
          describedBy="verdict"
        >
          Count a second time
        </Button>
      )}
      <Button
        variant={isAgainNext ? 'secondary' : 'primary'}
        isBig
        onPress={onAgree}
        isAutoFocused={!isAgainNext}
        describedBy="verdict"
      >
        {`Agree ${level ?? ''}`.trim()}
      </Button>
    </div>
  )
}
