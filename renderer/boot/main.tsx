import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/controls.css'
import '../styles/marks.css'
import '../styles/components.css'
import '../styles/frame.css'
import '../styles/palette.css'
import '../styles/frame-narrow.css'
import { createRoot } from 'react-dom/client'
import { parseRoute } from '../state/route.ts'
import { App } from './app.tsx'
import { OverviewScreen } from './frame/screen-of.tsx'
import { reportFault, startReporting } from './report-faults.ts'
import type { Shell } from './shell.ts'

/** The desktop app's preload leaves a bridge; without one, the page was served by the host. The other is never loaded. */
async function chooseShell(): Promise<Shell> {
  if (window.ninefold) return (await import('./desktop-shell.ts')).createDesktopShell(window.ninefold)
  return (await import('./browser-shell.ts')).createBrowserShell()
}

/** A file dropped beside every drop zone must not take the page's place. */
for (const kind of ['dragover', 'drop'] as const)
  window.addEventListener(kind, event => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  })

const root = createRoot(document.getElementById('page')!, {
  onCaughtError(error) {
    console.error(error)
    reportFault(error)
  },
})
chooseShell().then(
  shell => {
    startReporting(shell)
    if (shell.isOpening && parseRoute(location.hash).screen === 'overview') void OverviewScreen.load()
    root.render(<App shell={shell} />)
  },
  (error: Error) =>
    root.render(
      <main className="alone">
        <h1>Ninefold could not start</h1>
        <p>{error.message}</p>
      </main>,
    ),
)
