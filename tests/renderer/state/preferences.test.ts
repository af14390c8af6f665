import { beforeEach, expect, it, vi } from 'vitest'

const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  vi.resetModules()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  })
})

const KEY = 'ninefold.preferences'
const usual = { singleKeys: true, railFolded: false, darkPresenter: false }
const fresh = () => import('../../../renderer/state/preferences.ts')

it.each(['{"singleKeys":', '[]', '5', 'null', '"text"'])(
  'AB35: habits that cannot be read are the usual ones: %s',
  async text => {
    kept.set(KEY, text)
    const { preferences, setPreference } = await fresh()
    expect(preferences()).toEqual(usual)
    setPreference('railFolded', true)
    expect(JSON.parse(kept.get(KEY)!)).toEqual({ ...usual, railFolded: true })
  },
)

it('AB35: a habit of another version is kept, and one that makes no sense is the usual one', async () => {
  kept.set(KEY, '{"singleKeys":"never","railFolded":true,"density":{"rows":"tight"}}')
  const { preferences, setPreference } = await fresh()
  expect(preferences()).toMatchObject({ ...usual, railFolded: true })
  setPreference('darkPresenter', true)
  expect(JSON.parse(kept.get(KEY)!)).toEqual({
    ...usual,
    railFolded: true,
    darkPresenter: true,
    density: { rows: 'tight' },
  })
})
