import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { copyText } from '../../state/copy-text.ts'

/** An address as text. The workbook never opens it: it may come from a file someone sent. */
export function LinkAddress({ url }: { url: string }) {
  const [said, setSaid] = useState('')
  return (
    <div className="link-address">
      <code dir="ltr">{url}</code>
      <div className="attach-ways">
        <Button
          icon="copy"
          onPress={async () =>
            setSaid((await copyText(url)) ? 'Copied.' : 'It could not be copied. Select it and press Ctrl+C.')
          }
        >
          Copy the address
        </Button>
        <span role="status" className="small quiet">
          {said}
        </span>
      </div>
      <p className="small quiet">Ninefold works offline and does not open it. Paste it into your browser.</p>
    </div>
  )
}
