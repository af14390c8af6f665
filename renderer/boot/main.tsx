import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/components.css'
import '../styles/frame.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import type { Shell } from './shell.ts'

/** The desktop app's preload leaves a bridge; without one, the page was served by the host. */
async function chooseShell(): Promise<Shell> {
  if (window.ninefold) return (await import('./desktop-shell.ts')).createDesktopShell(window.ninefold)
  const make = (await hosts['./browser-shell.ts']?.())?.createBrowserShell
  if (!make) throw new Error('This page was opened without its app. Start it again with npm start.')
  return make()
}

/** The browser's shell, loaded only where it is needed. */
const hosts = import.meta.glob<{ createBrowserShell?: () => Shell | Promise<Shell> }>('./browser-shell.ts')

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
