import type { ReactNode } from 'react'

/** Our own line drawings on a 16 × 16 grid. Add one here rather than drawing in a screen. */
const drawings = {
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
  undo: <path d="M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H7" />,
  redo: <path d="M10 3l3.5 3.5L10 10M13 6.5H7a4 4 0 0 0 0 8h2" />,
  find: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 4 4" />
    </>
  ),
  down: <path d="m4 6 4 4 4-4" />,
  up: <path d="m4 10 4-4 4 4" />,
  left: <path d="M10 3 5 8l5 5" />,
  right: <path d="m6 3 5 5-5 5" />,
  arrow: <path d="M2 8h11M9 4l4 4-4 4" />,
  add: <path d="M8 3v10M3 8h10" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  check: <path d="m3 8.5 3.5 3.5L13 4.5" />,
  evidence: (
    <path d="M12.5 7 7.3 12.2a2.7 2.7 0 0 1-3.8-3.8L9 2.9a1.8 1.8 0 0 1 2.6 2.6L6.3 10.7a.9.9 0 0 1-1.3-1.3L9.7 4.8" />
  ),
  actions: <path d="M2 4h1M6 4h8M2 8h1M6 8h8M2 12h1M6 12h8" />,
  picture: <path d="M2 14h12M4 11V7M8 11V3M12 11V5" />,
  rehearsal: <path d="M2 2.5h12v8H2zM8 10.5V14M5 14h6" />,
  rounds: <path d="M13.5 8A5.5 5.5 0 1 1 8 2.5c2 0 3.5 1 4.5 2.3M13 1.5v3.5H9.5" />,
  export: <path d="M8 10V2M5 5l3-3 3 3M2.5 9v5h11V9" />,
  file: <path d="M4 1.5h5.5L13 5v9.5H4zM9 1.5V5.5h4" />,
  folder: <path d="M1.5 13V3h5l1.5 2h6.5v8z" />,
  link: (
    <path d="M6.5 9.5a2.5 2.5 0 0 0 3.5 0l3-3A2.5 2.5 0 0 0 9.5 3l-1 1M9.5 6.5a2.5 2.5 0 0 0-3.5 0l-3 3A2.5 2.5 0 0 0 6.5 13l1-1" />
  ),
  note: <path d="M3 2h10v8.5L9.5 14H3zM9.5 14v-3.5H13M5.5 5.5h5M5.5 8h3" />,
  trash: <path d="M2.5 4.5h11M6 4.5V2.5h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4" />,
  edit: <path d="m3 13 .7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7 11.3 7" />,
  more: (
    <>
      <circle cx="3.5" cy="8" r=".6" />
      <circle cx="8" cy="8" r=".6" />
      <circle cx="12.5" cy="8" r=".6" />
    </>
  ),
  filter: <path d="M2 3h12L9.5 8.5V13l-3-1.5v-3z" />,
  sort: <path d="M5 3v10M2.5 10.5 5 13l2.5-2.5M11 13V3M8.5 5.5 11 3l2.5 2.5" />,
  copy: <path d="M5.5 5.5V2.5h8v8h-3M2.5 5.5h8v8h-8z" />,
  save: <path d="M8 2v8M5 7l3 3 3-3M2.5 9v5h11V9" />,
  print: <path d="M4.5 6V2h7v4M4.5 11h-2V6h11v5h-2M4.5 9.5h7V14h-7z" />,
  lock: <path d="M3.5 7h9v7h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2" />,
  warning: <path d="M8 2 14.5 13.5h-13zM8 6.5v3M8 11.5v.3" />,
  history: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 2" />
    </>
  ),
  settings: (
    <>
      <circle cx="8" cy="8" r="2.2" />
      <path d="M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="6.3" />
      <path d="M6 6.3a2 2 0 1 1 2.8 1.8c-.6.3-.8.6-.8 1.2M8 11.3v.4" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A line drawing beside words. It says nothing to a screen reader: the words do. */
export function Icon(props: {
  name: IconName
  /** Pixels; 16 unless told. */
  size?: number
}) {
  const size = props.size ?? 16
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {drawings[props.name]}
    </svg>
  )
}
