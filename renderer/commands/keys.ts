import { allCommands, type Command, type CommandStore } from './registry.ts'

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)

type Press = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Whether a key press is this shortcut. */
export function isShortcut(press: Press, shortcut: string): boolean {
  const parts = shortcut.split('+')
  const key = parts.pop()!
  const wants = (part: string) => parts.includes(part)
  const ctrl = isMac ? press.metaKey : press.ctrlKey
  if (ctrl !== wants('Ctrl') || press.altKey !== wants('Alt')) return false
  // A sign such as ? needs Shift on some keyboards and not on others.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key)
  if (!isSign && press.shiftKey !== wants('Shift')) return false
  return press.key.toLowerCase() === key.toLowerCase()
}

/** A shortcut as this machine's keyboard has it. */
export function shownShortcut(shortcut: string): string {
  return isMac ? shortcut.replace('Ctrl+', '⌘').replace('Alt+', '⌥').replace('Shift+', '⇧') : shortcut
}

/**
 * Listens for every command's keys. Keys without Ctrl or Alt are left to text fields, and can be turned off. Ctrl+Z is
 * left to a field with typing not yet saved. Returns a function that stops listening.
 */
export function listenForKeys(store: CommandStore, hasSingleKeys: () => boolean): () => void {
  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing) return
    const command = commandFor(allCommands(store.getState()), event, hasSingleKeys())
    if (!command) return
    event.preventDefault()
    if (!command.offBecause) void command.run()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

function commandFor(commands: Command[], event: KeyboardEvent, hasSingleKeys: boolean): Command | undefined {
  const target = event.target instanceof HTMLElement ? event.target : null
  const isTyping = Boolean(
    target?.closest('textarea, select, [contenteditable="true"], input:not([type=checkbox], [type=radio])'),
  )
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (isPlain && event.key.length === 1 && (isTyping || !hasSingleKeys)) return undefined
  // A window over the page has its own keys only.
  if (target?.closest('[role=dialog]')) return undefined
  const found = commands.find(command => command.shortcuts?.some(shortcut => isShortcut(event, shortcut)))
  if (isTyping && target?.hasAttribute('data-unsaved') && found?.id.startsWith('edit.')) return undefined
  return found
}
