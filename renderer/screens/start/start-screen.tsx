import type { Shell } from '../../boot/shell.ts'

/** To be filled. */
export function StartScreen(_props: { shell: Shell; onOpened: () => void }) {
  return <h1>Ninefold</h1>
}
