import './about.css'
import { useEffect, useState } from 'react'
import { SUPPORT_WORDS, supportText, type WorkbookNumbers } from '../../../shared/text/support.ts'
import type { Shell } from '../../boot/shell.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { copyText } from '../../state/copy-text.ts'
import { sentenceOf } from '../../state/hooks.ts'
import { LongText } from './long-text.tsx'

/** Shows what would be copied for whoever helps, says what it holds, and copies exactly that. */
export function SupportDialog(props: {
  shell: Shell
  numbersOf: ((framework: { id: string; version: string }) => Omit<WorkbookNumbers, 'size'>) | undefined
  onClose: () => void
}) {
  const { shell, numbersOf } = props
  const [text, setText] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it was when it was asked for
  useEffect(() => {
    gather(shell, numbersOf).then(setText, error => setSaid(sentenceOf(error)))
  }, [shell])
  async function copy() {
    if (text === null) return
    setSaid('')
    const isCopied = await copyText(text)
    setSaid(
      isCopied
        ? 'Copied. Paste it where you ask for help.'
        : 'It could not be copied: select the text and copy it with Ctrl+C.',
    )
  }
  return (
    <Dialog
      isOpen
      isWide
      onClose={props.onClose}
      title="Details for support"
      actions={
        <>
          <Button onPress={props.onClose}>Close</Button>
          <Button
            variant="primary"
            onPress={copy}
            offBecause={text === null ? 'It is being gathered.' : null}
          >
            Copy
          </Button>
        </>
      }
    >
      <div className="about">
        <p>{SUPPORT_WORDS}</p>
        <LongText label="What would be copied">
          <pre>{text ?? 'Gathering…'}</pre>
        </LongText>
        <p role="status">{said}</p>
      </div>
    </Dialog>
  )
}

async function gather(shell: Shell, numbersOf: Parameters<typeof SupportDialog>[0]['numbersOf']) {
  const { about, workbookSize, ...computer } = await shell.support()
  const numbers = numbersOf?.(about.framework)
  return supportText({
    ...about,
    ...computer,
    kind: shell.kind,
    at: new Date().toISOString(),
    workbook: numbers ? { ...numbers, size: workbookSize } : null,
    seen: {
      language: navigator.language,
      screen: { width: window.screen.width, height: window.screen.height },
      window: { width: window.innerWidth, height: window.innerHeight },
      scale: window.devicePixelRatio,
    },
  })
}
