import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { program as createProgram } from '../../electron/cli/program.ts'
import { screenPlaces } from '../../renderer/screens/guide/place.ts'
import { plainOf } from '../../renderer/screens/guide/tokens.ts'
import { pictureSizeOf } from '../../shared/rules/picture-size.ts'
import { isShown, phrasesOfApp } from './app-words.ts'
import { allBlocks, allSpans, GUIDE_FOLDER, theGuide } from './guide.ts'
import { shots, windowOf } from './shots.ts'

const ROOT = join(import.meta.dirname, '../..')
const guide = theGuide()

/** `workshop` and `workshop.the-count`, as addresses have them. */
const places = new Set(
  guide.flatMap(({ id, blocks }) => [
    id,
    ...allBlocks(blocks).flatMap(block => (block.kind === 'heading' ? [`${id}.${block.id}`] : [])),
  ]),
)

describe('words', () => {
  it('GD1: every file is in the list, every link leads somewhere, no section has the name of another', () => {
    const files = globSync('*.md', { cwd: GUIDE_FOLDER }).map(file => file.replace('.md', ''))
    expect(guide.map(({ id }) => id).sort()).toEqual(files.filter(file => file !== 'README').sort())
    const links = guide.flatMap(({ id, blocks }) =>
      allSpans(blocks).flatMap(span => (span.kind === 'link' ? [{ id, to: span.to }] : [])),
    )
    const lost = links.filter(
      ({ to }) => !places.has(to.section ? `${to.chapter}.${to.section}` : to.chapter),
    )
    expect(lost).toEqual([])
    for (const { id, blocks } of guide) {
      const ids = allBlocks(blocks).flatMap(block => (block.kind === 'heading' ? [block.id] : []))
      expect([id, ids]).toEqual([id, [...new Set(ids)]])
    }
  })

  it('GD2: every bold name is one the app shows', () => {
    const phrases = phrasesOfApp()
    const wrong = guide.flatMap(({ id, blocks }) =>
      allSpans(blocks).flatMap(span => {
        if (span.kind !== 'strong') return []
        const name = plainOf(span.spans)
        return isShown(name, phrases) ? [] : [`${id}: ${name}`]
      }),
    )
    expect(wrong, 'Spell it as the app does, or take the asterisks off').toEqual([])
  })

  it('GD4: every key that is named does something', () => {
    const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: ROOT }).map(file =>
      readFileSync(join(ROOT, file), 'utf8'),
    )
    const shortcuts = sources.flatMap(text =>
      [...text.matchAll(/shortcuts: \[([^\]]+)\]/g)].flatMap(match =>
        [...match[1]!.matchAll(/'([^']+)'/g)].map(one => one[1]!),
      ),
    )
    // Keys of the system, of every program, of lists, and those that a count or a level takes.
    const others = ['Tab', 'Enter', 'Shift', 'Ctrl', 'Down', 'P', 'F11', 'Ctrl+C', '0', '1', '4']
    const inTable = [
      ...readFileSync(join(ROOT, 'renderer/screens/help/key-table.tsx'), 'utf8').matchAll(/\['([^']+)', '/g),
    ]
    const known = new Set([...shortcuts, ...others, ...inTable.flatMap(match => match[1]!.split(', '))])
    const named = guide
      .flatMap(({ blocks }) => allSpans(blocks))
      .flatMap(span => (span.kind === 'key' ? [span.text] : []))
    expect([...new Set(named)].filter(key => !known.has(key))).toEqual([])
  })

  it('GD4: every line to type has commands and options that exist', () => {
    const program = createProgram()
    const lines = guide
      .flatMap(({ blocks }) => allBlocks(blocks))
      .flatMap(block => (block.kind === 'lines' ? block.text.split('\n') : []))
    expect(lines.length).toBeGreaterThan(15)
    for (const line of lines) {
      const [, name, ...rest] = line.split(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/)
      if (name === '--help') continue
      const command = program.commands.find(one => one.name() === name)
      expect(command, line).toBeDefined()
      const known = command!.options.flatMap(option => [option.long, option.negate ? option.long : null])
      for (const option of rest.filter(part => part.startsWith('--')))
        expect([line, [...known, '--help']]).toEqual([line, expect.arrayContaining([option])])
    }
  })
})

describe('pictures', () => {
  const named = guide.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'picture' ? [block] : [])),
  )

  it('GD5: each that is named is there, described and of use, and together they are small', () => {
    const files = globSync('pictures/*', { cwd: GUIDE_FOLDER })
    expect([...new Set(named.map(({ src }) => src))].sort()).toEqual(files.sort())
    expect(named.filter(({ alt }) => alt.split(' ').length < 5)).toEqual([])
    const bytes = files.reduce((sum, file) => sum + statSync(join(GUIDE_FOLDER, file)).size, 0)
    expect(bytes).toBeLessThan(1.5 * 1024 * 1024)
  })

  it('GD6: each has its shot, and was taken at the size of that', () => {
    expect(shots.map(({ name }) => `pictures/${name}.webp`).sort()).toEqual(
      named.map(({ src }) => src).sort(),
    )
    for (const shot of shots) {
      const bytes = readFileSync(join(GUIDE_FOLDER, `pictures/${shot.name}.webp`))
      expect([shot.name, pictureSizeOf(bytes)]).toEqual([shot.name, windowOf(shot)])
    }
  })
})

describe('in the app', () => {
  it('GD15: where a screen leads into the guide, that section is there', () => {
    const asked = globSync('renderer/**/*.tsx', { cwd: ROOT }).flatMap(file =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/hrefOf\('guide', '([^']+)'\)/g)].map(
        match => match[1]!,
      ),
    )
    expect(asked.length).toBeGreaterThan(6)
    expect([...asked, ...screenPlaces].filter(place => !places.has(place))).toEqual([])
  })
})
