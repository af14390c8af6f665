import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { allCommands, type Command, type CommandStore, runCommand } from './registry.ts'

/** The registry of the open workbook. */
export const CommandsContext = createContext<CommandStore | null>(null)

/** The registry. Throws outside an open workbook. */
export function useCommandStore(): CommandStore {
  const store = useContext(CommandsContext)
  if (!store) throw new Error('A command was used outside the frame')
  return store
}

/**
 * Registers commands while this component is shown. Pass a fresh list each time: it is compared by what people see, and
 * `run` is always the newest.
 */
export function useCommands(commands: readonly Command[]): void {
  const store = useCommandStore()
  const latest = useRef(commands)
  latest.current = commands
  const layer = useRef(Symbol('commands'))
  const seen = JSON.stringify(commands)
  // Before the paint: whoever sees that a key can be pressed may press it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` says when the list differs for people
  useLayoutEffect(() => {
    const key = layer.current
    const steady = latest.current.map((command, index) => ({
      ...command,
      run: () => latest.current[index]?.run(),
    }))
    store.getState().put(key, steady)
  }, [store, seen])
  useEffect(() => {
    const key = layer.current
    return () => store.getState().take(key)
  }, [store])
}

/** Every command there is now. */
export function useAllCommands(): Command[] {
  const layers = useStore(useCommandStore(), state => state.layers)
  const store = useCommandStore()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows the layers
  return useMemo(() => allCommands(store.getState()), [store, layers])
}

/** Runs a command by its id. */
export function useRunCommand(): (id: string) => boolean {
  const store = useCommandStore()
  return id => runCommand(store, id)
}
