import { type SvgElement, toElements } from './elements.ts'
import type { Scene } from './scene.ts'

/**
 * A drawing as a whole SVG file. Fonts and colours are written out, so that it looks the same in a browser, in a
 * word processor and through resvg.
 */
export function toSvg(scene: Scene): string {
  const { width, height } = scene
  const root: SvgElement = {
    tag: 'svg',
    attributes: {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
    },
    children: [
      { tag: 'title', attributes: {}, children: [scene.title] },
      { tag: 'desc', attributes: {}, children: [scene.description] },
      { tag: 'rect', attributes: { width, height, fill: '#ffffff' }, children: [] },
      ...toElements(scene.marks),
    ],
  }
  return written(root)
}

function written(node: SvgElement | string): string {
  if (typeof node === 'string') return escaped(node)
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${attributeName(name)}="${escaped(String(value))}"`)
    .join('')
  const children = node.children.map(written).join('')
  return children ? `<${node.tag}${attributes}>${children}</${node.tag}>` : `<${node.tag}${attributes}/>`
}

/** SVG writes its presentation attributes with hyphens; `viewBox` is the exception. */
function attributeName(name: string): string {
  return name === 'viewBox' ? name : name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

// A name may hold anything that was typed or pasted. Control characters and half of a surrogate pair are not XML at
// all and would spoil the whole file, so they go.
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function escaped(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
