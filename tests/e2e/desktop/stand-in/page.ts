import { createDesktopShell } from '../../../../renderer/boot/desktop-shell.ts'

/** A page of nothing but the shell, for tests to call. */
const shell = createDesktopShell(window.ninefold!)
Object.assign(window, { shell })
document.body.textContent = 'ready'
