import { AGREEMENT_RULE, agreementWordsOf } from '../../../shared/text/agreement.ts'
import { AGREEMENT_EXAMPLES, tallyWords } from '../../../shared/text/agreement-examples.ts'

/** The agreement rule with examples that the rule itself works out. */
export function AgreementHelp() {
  return (
    <section className="paper help-part" aria-labelledby="help-agreement">
      <h2 id="help-agreement">When a room has agreed</h2>
      <p>{AGREEMENT_RULE}</p>
      <dl className="help-words">
        {AGREEMENT_EXAMPLES.map(({ title, tally }) => {
          const { verdict, median, why } = agreementWordsOf(tally)
          return (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                {tallyWords(tally)}. <strong>{verdict}.</strong> {median}. {why}
              </dd>
            </div>
          )
        })}
      </dl>
      <p>
        A split is a result, not a failure: it is shown with its range, and you plan from the level you
        record. No average of levels is ever shown, since the levels are an order, not a measure.
      </p>
    </section>
  )
}

/** How to run a room, from who is here to what is left open. */
export function RoomHelp() {
  return (
    <section className="paper help-part" aria-labelledby="help-room">
      <h2 id="help-room">Running a room</h2>
      <ol className="help-list">
        <li>Say who is here, by kind of organisation. Names are optional.</li>
        <li>
          Put the presenter’s view on the projector. With one screen only, F flips between the two views.
        </li>
        <li>
          Ask for hands at each level and key them, one organisation after another. The room sees how many,
          not where.
        </li>
        <li>Reveal. Let the highest and the lowest voter speak first. Park what leads away, in a line.</li>
        <li>
          After a split, count a second time. Then agree a level: it starts at the median, and another needs a
          reason.
        </li>
        <li>Write down who sees it differently. The kind of organisation is kept, never the name.</li>
        <li>Before people go, close the room: it names missing voices, splits, and what is parked.</li>
      </ol>
      <p>
        Every key is on the disk as it is pressed. After a crash the room goes on where it was. Rating slips
        that came in stay hidden, and count with the first count when you reveal it.
      </p>
    </section>
  )
}
