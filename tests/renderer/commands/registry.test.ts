import { expect, it } from 'vitest'
import { allCommands, type Command, createCommands, runCommand } from '../../../renderer/commands/registry.ts'

function command(id: string, label: string, ran: string[], offBecause: string | null = null): Command {
  return { id, label, group: 'Anywhere', offBecause, run: () => ran.push(label) }
}

it('CM1: a screen stands before the frame for the same id, until it goes', () => {
  const ran: string[] = []
  const store = createCommands()
  const screen = Symbol('screen')
  store.getState().put(Symbol('frame'), [command('a', 'frame a', ran), command('b', 'frame b', ran)])
  store.getState().put(screen, [command('a', 'screen a', ran)])
  expect(allCommands(store.getState()).map(one => one.label)).toEqual(['screen a', 'frame b'])
  runCommand(store, 'a')
  store.getState().take(screen)
  runCommand(store, 'a')
  expect(ran).toEqual(['screen a', 'frame a'])
})

it('CM2: a command that is off, or not there, is not run', () => {
  const ran: string[] = []
  const store = createCommands()
  store.getState().put(Symbol('frame'), [command('a', 'a', ran, 'Nothing to undo.')])
  expect(runCommand(store, 'a')).toBe(false)
  expect(runCommand(store, 'z')).toBe(false)
  expect(ran).toEqual([])
})
