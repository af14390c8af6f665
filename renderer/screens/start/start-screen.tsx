import './start.css'
import type { Shell } from '../../boot/shell.ts'
import { useRoute } from '../../state/route.ts'
import { NewWorkbookScreen } from './new-workbook-screen.tsx'
import { Welcome } from './welcome.tsx'

/** Before a workbook is open: recent workbooks, the first run, or the page that makes a new one. */
export function StartScreen(props: { shell: Shell; onOpened: () => void }) {
  const { screen } = useRoute()
  return screen === 'new' ? <NewWorkbookScreen {...props} /> : <Welcome {...props} />
}
