import { type DragEvent, type ReactNode, useState } from 'react'

export type DropZoneProps = {
  /** Real `File` objects, as dropped or pasted; a dropped folder comes as one of them. */
  onFiles: (files: readonly File[]) => unknown
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
        const files = [...event.dataTransfer.files]
        if (files.length > 0) void props.onFiles(files)
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
