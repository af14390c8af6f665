import { useEffect } from 'react'
import type { Shell } from '../../boot/shell.ts'
import { AppMark } from '../../components/app-mark.tsx'
import { GuidePage } from './guide-page.tsx'

/** The guide before a workbook is open, or when one does not open. */
export function GuideAlone({ id, shell }: { id: string | null; shell: Shell }) {
  useEffect(() => shell.setTitle('Guide - Ninefold'), [shell])
  return (
    <div className="guide-alone">
      <header className="guide-alone-head">
        <a href="#/">
          <AppMark size={24} />
          All workbooks
        </a>
      </header>
      <main id="main" tabIndex={-1}>
        <GuidePage id={id} shell={shell} />
      </main>
    </div>
  )
}
