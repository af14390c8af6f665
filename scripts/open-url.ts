import { spawn } from 'node:child_process'

/** Opens an address in the browser of this computer, if there is one and a screen to show it on. */
export function openUrl(url: string): void {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', url]]
        : ['xdg-open', [url]]
  const opener = spawn(command as string, args as string[], { stdio: 'ignore', detached: true })
  opener.once('error', () => {
    // No browser to open: the address is on the screen.
  })
  opener.unref()
}
