import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { below, type Random } from './random.ts'
import { type Mood, newStoredFile, type StoredFile } from './stored-file.ts'
import type { Step } from './trace.ts'

/** What stands under a name. */
type Node = StoredFile | 'folder'
type Tree = Map<string, Node>

type NameChange =
  | { readonly op: 'put'; readonly path: string; readonly node: Node }
  | { readonly op: 'rename' | 'link'; readonly path: string; readonly to: string }
  | { readonly op: 'take'; readonly path: string }

/** What a disk promises, and what a program is made to have left out. */
export type DiskRules = {
  /**
   * Whether syncing a new or renamed file makes its name durable too, as on ext4. Where it does not, only syncing its
   * folder does.
   */
  readonly doesSyncKeepName: boolean
  /** Syncs of files and folders whose path this matches are left out, as if the program had forgotten them. */
  readonly forgotten?: RegExp
}

/** What is found under each name. */
export type Image = ReadonlyMap<string, Buffer | 'folder'>

/** A disk that goes through the steps of a trace and can be cut off after any of them. */
export type Disk = {
  take(step: Step): void
  /** Makes all that happened so far durable: the state a run starts from. */
  settle(): void
  /** What may be there after a cut now. The bytes hold until the next step. */
  afterCut(random: Random): Image
}

/** An empty disk. Changes of names are ordered: of those that nothing made durable, a cut keeps the first so many. */
export function newDisk(rules: DiskRules): Disk {
  const now: Tree = new Map()
  const kept: Tree = new Map()
  const handles = new Map<string, { readonly path: string; readonly node: Node }>()
  const waiting: NameChange[] = []
  /** How many changes of names are durable. */
  let passed = 0

  function rename(change: NameChange): void {
    const about = change.op === 'put' ? change.node : now.get(change.path)
    if (about === undefined) throw new Error(`The trace names ${change.path}, which is not there`)
    waiting.push(change)
    if (about !== 'folder') about.named = passed + waiting.length
    applyName(now, change)
  }

  function keepNames(count: number): void {
    for (const change of waiting.splice(0, Math.max(0, count - passed))) {
      applyName(kept, change)
      passed++
    }
  }

  function sync(handle: string, failed: boolean): void {
    const { path, node } = handleOf(handle)
    if (rules.forgotten?.test(path)) return
    if (node === 'folder') {
      if (failed) return
      const last = waiting.findLastIndex(change => foldersOf(change).includes(path))
      keepNames(passed + last + 1)
    } else if (failed) node.loseUnsynced()
    else {
      node.sync()
      if (rules.doesSyncKeepName) keepNames(node.named)
    }
  }

  function handleOf(handle: string) {
    const found = handles.get(handle)
    if (!found) throw new Error(`The trace uses a file that it never opened (${handle})`)
    return found
  }

  function fileOf(handle: string): StoredFile {
    const { node, path } = handleOf(handle)
    if (node === 'folder') throw new Error(`The trace writes to a folder: ${path}`)
    return node
  }

  return {
    take(step) {
      switch (step.op) {
        case 'open': {
          const isThere = step.path === '' ? 'folder' : now.get(step.path)
          const node = isThere ?? newStoredFile()
          if (!isThere) rename({ op: 'put', path: step.path, node })
          else if (step.empties && node !== 'folder') node.truncate(0)
          handles.set(step.handle, { path: step.path, node })
          return
        }
        case 'write':
          return fileOf(step.handle).write(step.at, step.bytes)
        case 'truncate':
          return fileOf(step.handle).truncate(step.size)
        case 'sync':
          return sync(step.handle, step.failed)
        case 'close':
          handles.delete(step.handle)
          return
        case 'dup':
          handles.set(step.to, handleOf(step.handle))
          return
        case 'rename':
        case 'link':
          return rename({ op: step.op, path: step.path, to: step.to })
        case 'unlink':
        case 'rmdir':
          return rename({ op: 'take', path: step.path })
        case 'mkdir':
          return rename({ op: 'put', path: step.path, node: 'folder' })
        case 'mark':
          return
      }
    },

    settle() {
      keepNames(passed + waiting.length)
      for (const node of [...now.values(), ...[...handles.values()].map(handle => handle.node)])
        if (node !== 'folder') node.sync()
    },

    afterCut(random) {
      const mood = moodOf(random)
      const found = new Map(kept)
      for (const change of waiting.slice(0, howMany(random, mood, waiting.length))) applyName(found, change)
      // Two names of one file have the same bytes in them.
      const contents = new Map<StoredFile, Buffer>()
      return new Map(
        [...found].map(([path, node]): [string, Buffer | 'folder'] => {
          if (node === 'folder') return [path, node]
          const bytes = contents.get(node) ?? node.afterCut(random, mood)
          contents.set(node, bytes)
          return [path, bytes]
        }),
      )
    },
  }
}

/** Writes what was found after a cut into a fresh folder. */
export function writeImage(folder: string, image: Image): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [path, bytes] of image) {
    if (bytes === 'folder') mkdirSync(join(folder, path), { recursive: true })
    else {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
  }
}

/** One cut in four loses all that it may lose, one in ten nothing of it. */
function moodOf(random: Random): Mood {
  const chance = random()
  return chance < 0.25 ? 'dropped' : chance < 0.35 ? 'kept' : 'mixed'
}

/** How many of the changes of names that nothing made durable a cut keeps. */
function howMany(random: Random, mood: Mood, waiting: number): number {
  const chance = random()
  if (mood === 'mixed') return below(random, waiting + 1)
  return chance < 0.5 ? 0 : waiting
}

function applyName(tree: Tree, change: NameChange): void {
  const { path } = change
  if (change.op === 'put') tree.set(path, change.node)
  else if (change.op === 'take') tree.delete(path)
  else {
    const node = tree.get(path)
    if (node === undefined) throw new Error(`${path} has no name to be changed`)
    tree.set(change.to, node)
    if (change.op === 'link') return
    tree.delete(path)
    for (const [name, inside] of [...tree]) {
      if (!name.startsWith(`${path}/`)) continue
      tree.delete(name)
      tree.set(change.to + name.slice(path.length), inside)
    }
  }
}

function foldersOf(change: NameChange): string[] {
  const paths = change.op === 'rename' || change.op === 'link' ? [change.path, change.to] : [change.path]
  return paths.map(path => (dirname(path) === '.' ? '' : dirname(path)))
}
