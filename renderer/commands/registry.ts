import { createStore, type StoreApi } from 'zustand/vanilla'

/** Something the user can do, behind menu, toolbar, palette, keys and tests alike. */
export type Command = {
  /** `noun.verb`, such as `edit.undo`; the native menu asks for commands by it. */
  readonly id: string
  /** For people: "Undo: set Parity of esteem to Developing". */
  readonly label: string
  /** Heading in the palette and in the list of keys. */
  readonly group: string
  /** `Ctrl+Z`, `Alt+PageDown`, `?`. The first is shown. On a Mac, Ctrl is the Command key. */
  readonly shortcuts?: readonly string[]
  /** Why it cannot be done now, in a sentence; nothing means it can. */
  readonly offBecause?: string | null
  /** Too plain for the palette, such as opening the palette. */
  readonly isHidden?: boolean
  readonly run: () => unknown
}

/** The lists of commands now shown. */
export type CommandState = {
  /** Every registered list, oldest first. */
  readonly layers: ReadonlyMap<symbol, readonly Command[]>
  put(layer: symbol, commands: readonly Command[]): void
  take(layer: symbol): void
}

/** The registry, as screens hold it. */
export type CommandStore = StoreApi<CommandState>

/** The one registry. Frame and screens put lists into it while they are shown. */
export function createCommands(): CommandStore {
  return createStore<CommandState>()(set => ({
    layers: new Map(),
    put: (layer, commands) => set(state => ({ layers: new Map(state.layers).set(layer, commands) })),
    take: layer =>
      set(state => {
        const layers = new Map(state.layers)
        layers.delete(layer)
        return { layers }
      }),
  }))
}

/** All commands, the newest list first: a screen's own stands before the frame's of the same id. */
export function allCommands(state: CommandState): Command[] {
  const seen = new Map<string, Command>()
  for (const commands of [...state.layers.values()].reverse())
    for (const command of commands) if (!seen.has(command.id)) seen.set(command.id, command)
  return [...seen.values()]
}

/** Runs a command by its id, if it is there and can be done. */
export function runCommand(store: CommandStore, id: string): boolean {
  const command = allCommands(store.getState()).find(one => one.id === id)
  if (!command || command.offBecause) return false
  void command.run()
  return true
}
