import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/components.css'
import '../styles/frame.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import type { Shell } from './shell.ts'

/** The two shells; the one not used is never loaded. */
const shells = import.meta.glob<Record<string, () => Shell | Promise<Shell>>>('./*-shell.ts')

/** The desktop app's preload leaves a bridge; without one, the page was served by the host. */
async function chooseShell(): Promise<Shell> {
  const isDesktop = 'ninefold' in window
  const load = shells[isDesktop ? './desktop-shell.ts' : './browser-shell.ts']
  const make = (await load?.())?.[isDesktop ? 'createDesktopShell' : 'createBrowserShell']
  if (!make) throw new Error('This page was opened without its app. Start it again with npm start.')
  return make()
}

const root = createRoot(document.getElementById('page')!)
chooseShell().then(
  shell => root.render(<App shell={shell} />),
  (error: Error) =>
    root.render(
      <main className="alone">
        <h1>Ninefold could not start</h1>
        <p>{error.message}</p>
      </main>,
    ),
)
