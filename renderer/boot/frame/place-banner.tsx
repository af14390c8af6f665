import type { CopyBeside } from '../../../shared/model/place.ts'
import { count } from '../../../shared/text/dates.ts'
import { awayWords, copyWords } from '../../../shared/text/place.ts'
import { Button } from '../../components/button.tsx'
import { useAct, useWorkbook } from '../../state/hooks.ts'
import { goTo } from '../../state/route.ts'
import { useToday } from '../../state/select.ts'
import { useReturning } from '../../state/use-review.ts'

/** What is to be known of the place of the workbook: that it is away, what was kept, another copy that lies there. */
export function PlaceBanner() {
  const place = useWorkbook(state => state.place)
  const act = useAct()
  if (!place) return null
  const { trouble, news, copies, state } = place
  const away = awayWords(place)
  return (
    <div role="status">
      {(trouble || away) && (
        <div className="banner banner-place">
          <p>{trouble || away}</p>
          {state === 'stuck' && (
            <Button onPress={() => act(client => client.place.sendNow())}>Try again now</Button>
          )}
        </div>
      )}
      {news && news !== away && (
        <div className="banner banner-place">
          <p>{news}</p>
          <Button onPress={() => act(client => client.place.putAwayNews())}>I have read this</Button>
        </div>
      )}
      {copies[0] && <OtherCopy copy={copies[0]} others={copies.length - 1} />}
    </div>
  )
}

function OtherCopy({ copy, others }: { copy: CopyBeside; others: number }) {
  const today = useToday()
  const act = useAct()
  const { isBusy, copyBeside } = useReturning()
  return (
    <div className="banner banner-place">
      <p>
        {copyWords(copy, today)}
        {others > 0 && ` There ${others === 1 ? 'is' : 'are'} ${count(others, 'more', 'more')}.`}
      </p>
      <Button
        label={`Bring it in: ${copy.name}`}
        offBecause={isBusy ? 'A file is being read.' : null}
        onPress={async () => {
          if ((await copyBeside(copy.id))?.read) goTo('review')
        }}
      >
        Bring it in
      </Button>
      <Button
        label={`Leave it: ${copy.name}`}
        onPress={() => act(client => client.place.leave({ id: copy.id }))}
      >
        Leave it
      </Button>
    </div>
  )
}
