import '../styles/picture.css'
import { createElement, memo, type ReactNode } from 'react'
import { type SvgElement, toElements } from '../../shared/pictures/elements.ts'
import type { Picture } from '../../shared/pictures/scene.ts'
import { Scroller } from './scroller.tsx'

// Small text stops being readable below this part of its natural size; narrower windows scroll the drawing instead.
const SMALLEST = 0.84
const LARGEST = 1.2

/** A picture on the page: the same marks as in a file, with its sentences as its name. */
export const Drawing = memo(function Drawing({ picture }: { picture: Picture }) {
  const { scene, alt } = picture
  const size = { minWidth: Math.round(scene.width * SMALLEST), maxWidth: Math.round(scene.width * LARGEST) }
  const viewBox = `0 0 ${scene.width} ${scene.height}`
  return (
    <Scroller className="drawing" label={`Drawing: ${picture.title}`}>
      <svg viewBox={viewBox} width="100%" style={size} role="img" aria-label={alt}>
        {toElements(scene.marks).map(elementOf)}
      </svg>
    </Scroller>
  )
})

function elementOf(node: SvgElement | string, index: number): ReactNode {
  if (typeof node === 'string') return node
  return createElement(node.tag, { ...node.attributes, key: index }, ...node.children.map(elementOf))
}
