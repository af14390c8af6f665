import { expect, it } from 'vitest'
import { type DiskRules, newDisk } from './disk.ts'
import { randomOf } from './random.ts'
import type { Step } from './trace.ts'

const FOLDER_ONLY: DiskRules = { doesSyncKeepName: false }
const LIKE_EXT4: DiskRules = { doesSyncKeepName: true }

const open = (path: string, handle = path): Step => ({
  op: 'open',
  handle,
  path,
  creates: true,
  empties: false,
})
const write = (handle: string, at: number, text: string): Step => ({
  op: 'write',
  handle,
  at,
  bytes: Buffer.from(text),
})
const sync = (handle: string, failed = false): Step => ({ op: 'sync', handle, failed })
const rename = (path: string, to: string): Step => ({ op: 'rename', path, to })
const syncFolder: Step[] = [open('', 'folder'), sync('folder'), { op: 'close', handle: 'folder' }]

/** Every state that many cuts after these steps leave, as `name=content`, each once. */
function statesAfter(steps: readonly Step[], rules: DiskRules, started: readonly Step[] = []): string[] {
  const disk = newDisk(rules)
  for (const step of started) disk.take(step)
  disk.settle()
  for (const step of steps) disk.take(step)
  const states = new Set<string>()
  for (let seed = 0; seed < 400; seed++) {
    const found = [...disk.afterCut(randomOf(seed))].map(([name, bytes]) => {
      return `${name}=${bytes === 'folder' ? 'folder' : short(bytes.toString('latin1'))}`
    })
    states.add(found.sort().join(' '))
  }
  return [...states].sort()
}

/** Runs of the same letter as one letter and how often. */
function short(text: string): string {
  return text.replaceAll('\0', '.').replace(/(.)\1{3,}/g, (run, letter) => `${letter}*${run.length}`)
}

it('PC6: what was synced is there after any cut, by name and content', () => {
  expect(statesAfter([open('a'), write('a', 0, 'new'), sync('a')], LIKE_EXT4)).toEqual(['a=new'])
  expect(statesAfter([open('a'), write('a', 0, 'new'), sync('a'), ...syncFolder], FOLDER_ONLY)).toEqual([
    'a=new',
  ])
})

it('PC6: where only folders keep names, a synced file may have none', () => {
  expect(statesAfter([open('a'), write('a', 0, 'new'), sync('a')], FOLDER_ONLY)).toEqual(['', 'a=new'])
})

it('PC6: what was not synced may be there, be gone, or be torn at 512 bytes', () => {
  const steps = [write('a', 0, 'N'.repeat(1024)), write('a', 1024, 'E')]
  const states = statesAfter(steps, LIKE_EXT4, [open('a'), write('a', 0, 'O'.repeat(1024))])
  expect(states).toEqual(
    expect.arrayContaining([
      'a=O*1024',
      'a=N*1024',
      'a=N*1024E',
      'a=O*1024E',
      'a=N*512O*512',
      'a=O*512N*512E',
      'a=O*1024.',
    ]),
  )
  // Nothing smaller than a sector, and nothing that never was.
  const halves = ['N*1024', 'O*1024', 'N*512O*512', 'O*512N*512']
  expect(
    states.filter(state => !halves.some(half => ['', 'E', '.'].some(end => state === `a=${half}${end}`))),
  ).toEqual([])
})

it('PC6: sectors are counted from the beginning of the file, not of the write', () => {
  const states = statesAfter([write('a', 500, 'N'.repeat(24))], LIKE_EXT4, [
    open('a'),
    write('a', 0, 'O'.repeat(1024)),
  ])
  expect(states).toEqual([`a=O*1024`, `a=O*500N*12O*512`, `a=O*500N*24O*500`, `a=O*512N*12O*500`].sort())
})

it('PC6: a later write may be there without an earlier one, and so may a truncation', () => {
  const started = [open('a'), write('a', 0, 'old')]
  expect(
    statesAfter([write('a', 0, 'x'), { op: 'truncate', handle: 'a', size: 1 }], LIKE_EXT4, started),
  ).toEqual(['a=o', 'a=old', 'a=x', 'a=xld'])
  const settled = [...started, { op: 'truncate', handle: 'a', size: 0 } as Step, sync('a')]
  expect(statesAfter(settled, LIKE_EXT4)).toEqual(['a='])
})

it('PC6: changes of names are kept in their order', () => {
  const steps = [open('a'), sync('a'), rename('a', 'b'), open('c'), { op: 'unlink', path: 'b' } as Step]
  expect(statesAfter(steps, LIKE_EXT4)).toEqual(['a=', 'b=', 'b= c=', 'c='])
  // Syncing the last in line keeps all before it, and not what came after it.
  expect(statesAfter([...steps.slice(0, 4), sync('c'), ...steps.slice(4)], LIKE_EXT4)).toEqual([
    'b= c=',
    'c=',
  ])
  expect(statesAfter([...steps, ...syncFolder], FOLDER_ONLY)).toEqual(['c='])
})

it('PC6: a rename over a file leaves the one or the other, and without a sync perhaps an empty one', () => {
  const started = [open('a'), write('a', 0, 'old')]
  const whole = [open('t'), write('t', 0, 'new'), sync('t'), rename('t', 'a')]
  expect(statesAfter(whole, LIKE_EXT4, started)).toEqual(['a=new', 'a=old t=new'])
  expect(statesAfter([...whole, ...syncFolder], LIKE_EXT4, started)).toEqual(['a=new'])
  const unsynced = [open('t'), write('t', 0, 'new'), rename('t', 'a'), ...syncFolder]
  expect(statesAfter(unsynced, LIKE_EXT4, started)).toEqual(['a=', 'a=...', 'a=new'])
})

it('PC6: a second name holds the same bytes, and a folder takes what is in it along', () => {
  const steps: Step[] = [open('t'), write('t', 0, 'new'), { op: 'link', path: 't', to: 'a' }]
  expect(statesAfter([...steps, { op: 'unlink', path: 't' }, sync('t'), ...syncFolder], LIKE_EXT4)).toEqual([
    'a=new',
  ])
  const folder: Step[] = [
    { op: 'mkdir', path: 'd' },
    open('d/x'),
    rename('d', 'e'),
    { op: 'unlink', path: 'e/x' },
  ]
  const last: Step[] = [{ op: 'rmdir', path: 'e' }, ...syncFolder]
  expect(statesAfter([...folder, ...last], LIKE_EXT4)).toEqual([''])
})

it('PC6: after a sync that failed, what it was to keep is gone, and only what is written anew is kept', () => {
  const steps = [write('a', 0, 'xx'), sync('a', true), write('a', 1, 'y'), sync('a')]
  expect(statesAfter(steps, LIKE_EXT4, [open('a'), write('a', 0, 'old')])).toEqual(['a=oyd'])
})

it('PC5: syncs that a program is made to forget keep nothing', () => {
  const steps = [open('a'), write('a', 0, 'new'), sync('a')]
  const states = statesAfter(steps, { doesSyncKeepName: true, forgotten: /^a$/ })
  expect(states).toEqual(['', 'a=', 'a=...', 'a=new'])
})
