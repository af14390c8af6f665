import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

it('SC9: a class is styled by one screen only: styles stay once a screen was shown', () => {
  const screensOf = new Map<string, Set<string>>()
  for (const file of globSync('renderer/screens/*/*.css', { cwd: ROOT })) {
    const screen = file.replaceAll('\\', '/').split('/')[2]!
    const css = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*.*?\*\//gs, '')
    for (const [, selectors] of css.matchAll(/([^{}]+)\{/g))
      for (const selector of selectors!.split(',')) {
        const first = /^\s*\.([\w-]+)/.exec(selector)?.[1]
        if (first) screensOf.set(first, (screensOf.get(first) ?? new Set()).add(screen))
      }
  }
  const shared = [...screensOf].filter(([, screens]) => screens.size > 1)
  expect(shared, 'Begin the names of a screen’s classes with its own word').toEqual([])
})

it('SC7: nothing that is pressed has a transition, which react-aria would remember with all around it', () => {
  const found = globSync('renderer/**/*.css', { cwd: ROOT }).flatMap(file => {
    const css = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*.*?\*\//gs, '')
    const rules = [...css.matchAll(/([^{}]+)\{[^{}]*\btransition:[^{}]*\}/g)]
    return rules.map(([, selector]) => selector!.trim())
  })
  // Ends with its task, which presses nothing.
  expect(found).toEqual(['.progress-track i'])
})
