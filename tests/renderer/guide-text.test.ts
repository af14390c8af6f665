import { expect, it } from 'vitest'
import { readGuide, slugOf } from '../../renderer/guide-text.ts'

const FILES: Record<string, string> = {
  'README.md': '# Guide\n\n1. [One](one.md): What it is for.\n2. [Two](two.md): More.\n',
  'one.md':
    '# The first\n\n## A step & a half\n\n1. Press **Open** in *this* `file.txt`, then `Ctrl+K`.\n2. See [two](two.md#what-then) and [above](#a-step--a-half).\n\n![A screen with words](pictures/one.webp)\n\n> Take care.\n',
  'two.md': '# The second\n\n| A | B |\n|---|---|\n| 1 | `x` |\n\n```\nninefold check\n```\n',
}

it('GD1: a chapter becomes typed tokens, in the order of the list', () => {
  const [one, two] = readGuide(path => FILES[path]!)
  expect(one).toEqual({
    id: 'one',
    title: 'The first',
    about: 'What it is for.',
    blocks: [
      { kind: 'heading', depth: 2, id: 'a-step--a-half', spans: [{ kind: 'text', text: 'A step & a half' }] },
      {
        kind: 'list',
        isOrdered: true,
        start: 1,
        items: [
          [
            {
              kind: 'paragraph',
              spans: [
                { kind: 'text', text: 'Press ' },
                { kind: 'strong', spans: [{ kind: 'text', text: 'Open' }] },
                { kind: 'text', text: ' in ' },
                { kind: 'em', spans: [{ kind: 'text', text: 'this' }] },
                { kind: 'text', text: ' ' },
                { kind: 'code', text: 'file.txt' },
                { kind: 'text', text: ', then ' },
                { kind: 'key', text: 'Ctrl+K' },
                { kind: 'text', text: '.' },
              ],
            },
          ],
          [
            {
              kind: 'paragraph',
              spans: [
                { kind: 'text', text: 'See ' },
                {
                  kind: 'link',
                  to: { chapter: 'two', section: 'what-then' },
                  spans: [{ kind: 'text', text: 'two' }],
                },
                { kind: 'text', text: ' and ' },
                {
                  kind: 'link',
                  to: { chapter: 'one', section: 'a-step--a-half' },
                  spans: [{ kind: 'text', text: 'above' }],
                },
                { kind: 'text', text: '.' },
              ],
            },
          ],
        ],
      },
      { kind: 'picture', src: 'pictures/one.webp', alt: 'A screen with words', width: 0, height: 0 },
      { kind: 'note', blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: 'Take care.' }] }] },
    ],
  })
  expect(two!.blocks.map(({ kind }) => kind)).toEqual(['table', 'lines'])
})

it('GD1: what the app could not show, and any link out of the guide, stops the build', () => {
  const guideOf = (text: string) => () =>
    readGuide(path => (path === 'one.md' ? `# One\n\n${text}` : FILES[path]!))
  expect(guideOf('<b>bold</b>')).toThrow(/html/)
  expect(guideOf('[elsewhere](https://example.org)')).toThrow(/not in the guide/)
  expect(guideOf('[code](../../README.md)')).toThrow(/not in the guide/)
  expect(guideOf('#### Deep')).toThrow(/depth 4/)
})

it('GD1: headings are named as the pages of the repository name them', () => {
  expect(slugOf('On the day: two windows')).toBe('on-the-day-two-windows')
  expect(slugOf('“Reconnecting”')).toBe('reconnecting')
})
