import { useEffect, useState } from 'react'
import type { WorkbookNumbers } from '../../shared/text/support.ts'
import { loadedWhenShown } from '../components/loaded-when-shown.tsx'
import { showOverApp, useOverApp } from '../state/over-app.ts'
import type { Shell } from './shell.ts'

const AboutDialog = loadedWhenShown(
  async () => (await import('../screens/about/about-dialog.tsx')).AboutDialog,
)
const SupportDialog = loadedWhenShown(
  async () => (await import('../screens/about/support-dialog.tsx')).SupportDialog,
)
const NewsDialog = loadedWhenShown(async () => (await import('../screens/about/news-dialog.tsx')).NewsDialog)

/** What may lie over the app: about it, details for support, news of the settings. Of those one at a time. */
export function Over(props: {
  shell: Shell
  /** There is no frame here to hear the menu. */
  isAlone: boolean
  /** Of the open workbook, when there is one. */
  numbersOf?: (framework: { id: string; version: string }) => Omit<WorkbookNumbers, 'size'>
}) {
  const { shell, isAlone } = props
  const shown = useOverApp(state => state.shown)
  const [news, setNews] = useState<string | null>(null)
  const close = () => showOverApp(null)

  useEffect(() => {
    shell.news().then(
      told => told && setNews(told),
      () => {},
    )
  }, [shell])

  useEffect(() => (isAlone ? shell.onCommand(hear) : undefined), [shell, isAlone])

  return (
    <>
      {shown === 'about' && <AboutDialog shell={shell} onClose={close} />}
      {shown === 'support' && <SupportDialog shell={shell} numbersOf={props.numbersOf} onClose={close} />}
      {shown === null && news && <NewsDialog sentence={news} onClose={() => setNews(null)} />}
    </>
  )
}

function hear(commandId: string): void {
  if (commandId === 'help.about') showOverApp('about')
  if (commandId === 'help.support') showOverApp('support')
}
