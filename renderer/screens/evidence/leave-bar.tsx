import { useState } from 'react'
import type { Evidence } from '../../../shared/model/evidence.ts'
import { Button } from '../../components/button.tsx'
import { sentenceOf, useAct, useStage } from '../../state/hooks.ts'

/** Ways out of the workbook: save a file out, open it with care, remove the item. */
export function LeaveBar(props: { item: Evidence; isReadOnly: boolean; onRemoved: () => void }) {
  const { item } = props
  const { shell, session } = useStage()
  const act = useAct()
  const [isWarning, setIsWarning] = useState(false)
  const say = (tone: 'done' | 'problem', sentence: string) => session.getState().say({ tone, sentence })

  async function saveOut() {
    try {
      const saved = await shell.saveEvidence(item.id)
      if (saved) say('done', `Saved ${saved.name} in ${saved.where}.`)
    } catch (error) {
      say('problem', sentenceOf(error))
    }
  }

  async function open() {
    setIsWarning(false)
    try {
      const outcome = await shell.openEvidence(item.id)
      if (outcome === 'shown')
        say('done', `${item.fileName} is not of a kind we open. It was saved and is shown in its folder.`)
      if (outcome === 'saved') say('done', `A copy of ${item.fileName} was saved. Open it from there.`)
    } catch (error) {
      say('problem', sentenceOf(error))
    }
  }

  async function remove() {
    const edited = await act(client => client.evidence.remove({ id: item.id }))
    if (!edited) return
    props.onRemoved()
    session.getState().say({ tone: 'done', sentence: `Removed “${item.title}”.`, commandId: 'edit.undo' })
  }

  return (
    <div className="evidence-leave">
      {isWarning ? (
        <div className="callout callout-calm">
          <p>
            A copy opens in its own program, outside Ninefold. Open it only if you know where it came from.
            Changes to the copy do not come back here.
          </p>
          <div className="attach-ways">
            <Button isAutoFocused onPress={open}>
              Open the copy
            </Button>
            <Button variant="quiet" onPress={() => setIsWarning(false)}>
              Cancel
            </Button>
          </div>
        </div>
      ) : (
        <div className="attach-ways">
          {item.kind === 'file' && (
            <>
              <Button icon="save" onPress={saveOut}>
                Save out
              </Button>
              <Button variant="quiet" icon="file" onPress={() => setIsWarning(true)}>
                Open with care
              </Button>
            </>
          )}
          {!props.isReadOnly && (
            <Button variant="quiet" icon="trash" onPress={remove}>
              Remove
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
