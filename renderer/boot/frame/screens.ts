import type { IconName } from '../../components/icon.tsx'

/** The screens of a workbook as the rail, the palette and the window title name them. */
export const screens = [
  { id: 'overview', label: 'Overview', icon: 'picture', place: 'head' },
  { id: 'evidence', label: 'Evidence', icon: 'evidence', place: 'body' },
  { id: 'actions', label: 'Actions', icon: 'actions', place: 'body' },
  { id: 'picture', label: 'Picture', icon: 'picture', place: 'body' },
  { id: 'room', label: 'Room', icon: 'rehearsal', place: 'body' },
  // Reached from the room and from help.
  { id: 'kit', label: 'Facilitator kit', icon: 'print', place: 'room' },
  { id: 'rounds', label: 'Rounds', icon: 'rounds', place: 'body' },
  { id: 'export', label: 'Export', icon: 'export', place: 'body' },
  // Reached from actions and from export: what came back belongs to the plan.
  { id: 'review', label: 'Returned files', icon: 'actions', place: 'actions' },
  { id: 'history', label: 'History', icon: 'history', place: 'foot' },
  // Reached from history, from settings and from the start screen.
  { id: 'restore', label: 'Restore from a snapshot', icon: 'history', place: 'history' },
  { id: 'settings', label: 'Settings', icon: 'settings', place: 'foot' },
  { id: 'help', label: 'Help', icon: 'help', place: 'foot' },
  // Reached from help, by F1 and from the start screen.
  { id: 'guide', label: 'Guide', icon: 'help', place: 'help' },
] as const satisfies readonly {
  id: string
  label: string
  icon: IconName
  place: 'head' | 'body' | 'foot' | 'actions' | 'room' | 'history' | 'help'
}[]
