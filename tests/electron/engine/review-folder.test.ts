import { existsSync, mkdirSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { returnedStory } from '../../helpers/returned-story.ts'

const open = returnedStory()

it('RP21: files put down for this alone stay until all of them were read, and then go', async () => {
  const story = await open()
  const folder = join(story.folder, 'ours')
  mkdirSync(folder)
  const path = await story.back('One.xlsx', { set: { 'A-03': { Owner: 'Jo Castell' } } })
  const other = await story.back('Two.xlsx', { set: { 'A-04': { Owner: 'Jo Castell' } } })
  const paths = [join(folder, 'One.xlsx'), join(folder, 'Two.xlsx')]
  await copyFile(path, paths[0]!)
  await copyFile(other, paths[1]!)
  const outcome = await story.shell.review.read({ paths, folderOfOurs: folder })
  expect(outcome).toMatchObject({ read: 2, refused: 0 })
  await expect.poll(() => existsSync(folder)).toBe(false)
})
