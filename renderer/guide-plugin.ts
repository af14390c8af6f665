import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { pictureSizeOf } from '../shared/rules/picture-size.ts'
import { CONTENTS, readGuide } from './guide-text.ts'
import type { Block } from './screens/guide/tokens.ts'

/**
 * Lets the page import `docs/guide/README.md`: the whole guide as typed tokens, worked out while the app is built, and its
 * pictures as files of the app. Nothing of marked is in the app, and no HTML is made of anything.
 */
export function guidePlugin(folder: string): Plugin {
  return {
    name: 'ninefold-guide',
    enforce: 'pre',
    load(id) {
      if (id !== join(folder, CONTENTS)) return null
      const guide = readGuide(path => {
        this.addWatchFile(join(folder, path))
        return readFileSync(join(folder, path), 'utf8')
      })
      const pictures: string[] = []
      const withPictures = guide.map(chapter => ({
        ...chapter,
        blocks: chapter.blocks.flatMap(block => withSize(block, folder, pictures)),
      }))
      const imports = pictures.map(
        (path, at) => `import picture${at} from ${JSON.stringify(join(folder, path))}`,
      )
      // A picture stands in the tokens as the name it is imported under.
      const data = JSON.stringify(withPictures).replace(/"\$picture(\d+)"/g, 'picture$1')
      return { code: `${imports.join('\n')}\nexport const guide = ${data}`, moduleType: 'js' }
    },
  }
}

/** The size of a picture, so that nothing moves when it comes. One that was not taken yet is left out; a test says so. */
function withSize(block: Block, folder: string, pictures: string[]): Block[] {
  if (block.kind !== 'picture') return [block]
  const path = join(folder, block.src)
  const size = existsSync(path) ? pictureSizeOf(readFileSync(path)) : null
  if (!size) return []
  if (!pictures.includes(block.src)) pictures.push(block.src)
  return [{ ...block, ...size, src: `$picture${pictures.indexOf(block.src)}` }]
}
