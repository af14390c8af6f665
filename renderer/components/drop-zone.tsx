import { type DragEvent, type ReactNode, useState } from 'react'
import type { WantedFiles } from '../../shared/rules/returned-files.ts'
import { droppedFiles } from './dropped-files.ts'

export type DropZoneProps = {
  /** What was dropped or pasted; those of a folder come a moment later, or not, and then a sentence says why. */
  onFiles: (files: readonly File[] | Promise<readonly File[]>) => unknown
  /** What is taken of a dropped folder; all that people can see in it unless said. */
  wanted?: WantedFiles
  children: ReactNode
  /** `box` is the dashed box; `area` lets a whole part of the page take a drop. */
  look?: 'box' | 'area'
  /** Files pasted while the focus is inside are taken too. */
  takesPaste?: boolean
  isDisabled?: boolean
  className?: string
}

/** Takes dropped files. Always offer a button beside it that does the same: dropping is not for every hand. */
export function DropZone(props: DropZoneProps) {
  const [isOver, setIsOver] = useState(false)
  const takes = (event: DragEvent) => !props.isDisabled && event.dataTransfer.types.includes('Files')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop target is an extra; the same is offered as a button
    <div
      className={`drop-${props.look ?? 'box'}${isOver ? ' is-over' : ''} ${props.className ?? ''}`}
      onDragOver={event => {
        if (!takes(event)) return
        event.preventDefault()
        event.stopPropagation()
        event.dataTransfer.dropEffect = 'copy'
        setIsOver(true)
      }}
      onDragLeave={event => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false)
      }}
      onDrop={event => {
        if (!takes(event)) return
        event.preventDefault()
        event.stopPropagation()
        setIsOver(false)
        if (event.dataTransfer.files.length > 0)
          void props.onFiles(droppedFiles(event.dataTransfer, props.wanted))
      }}
      onPaste={event => {
        const files = [...event.clipboardData.files]
        if (!props.takesPaste || props.isDisabled || files.length === 0) return
        event.preventDefault()
        void props.onFiles(files)
      }}
    >
      {props.children}
    </div>
  )
}
