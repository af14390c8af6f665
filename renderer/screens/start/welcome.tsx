import { useEffect, useState } from 'react'
import type { RecentWorkbook, Shell } from '../../boot/shell.ts'
import { AppMark } from '../../components/app-mark.tsx'
import { Button } from '../../components/button.tsx'
import { Callout } from '../../components/notices.tsx'
import { showOverApp } from '../../state/over-app.ts'
import { goTo, hrefOf } from '../../state/route.ts'
import { FirstRun } from './first-run.tsx'
import { LockedDialog } from './locked-dialog.tsx'
import { RecentList } from './recent-list.tsx'
import { useOpening } from './use-opening.ts'

/** What the app is, what to open, and the workbooks of late; the first time, the nine principles instead. */
export function Welcome({ shell, onOpened }: { shell: Shell; onOpened: () => void }) {
  const [recent, setRecent] = useState<readonly RecentWorkbook[] | null>(null)
  const { isBusy, trouble, open, locked, putAway } = useOpening(onOpened)
  useEffect(() => {
    shell.listRecent().then(setRecent, () => setRecent([]))
  }, [shell])
  const wait = isBusy ? 'A workbook is being opened.' : null

  return (
    <div className="start">
      <header className="start-intro">
        <AppMark size={96} />
        <h1>Ninefold</h1>
        <p className="start-words">
          Rate your area against nine principles for mental health in local care. Attach what proves it. Leave
          with a plan your board can hold you to.
        </p>
        <Button variant="primary" isBig icon="add" onPress={() => goTo('new')} offBecause={wait}>
          New workbook
        </Button>
        {shell.can.choosePlaces && (
          <Button isBig icon="file" onPress={() => open(() => shell.openByChoice())} offBecause={wait}>
            Open a workbook
          </Button>
        )}
        <Button isBig icon="rehearsal" onPress={() => open(() => shell.openRehearsal())} offBecause={wait}>
          Open the rehearsal workbook
        </Button>
        <p className="small quiet">
          The rehearsal workbook holds made-up data. Everything it exports is stamped REHEARSAL.
        </p>
        <p>
          New here? <a href={hrefOf('guide', 'first-workbook')}>Your first workbook in ten minutes</a>, or all
          of the <a href={hrefOf('guide')}>guide</a>.
        </p>
        <p className="start-credit small quiet">
          Works without a network. Nothing leaves this laptop unless you send it. Principles from The King’s
          Fund and the Royal College of Psychiatrists, 2017, who have not endorsed this workbook.
        </p>
        <p className="small start-about">
          <Button variant="link" onPress={() => showOverApp('about')}>
            About Ninefold
          </Button>
        </p>
      </header>
      {locked && (
        <LockedDialog
          key={locked.id}
          problem={locked.sentence}
          isBusy={isBusy}
          onOpen={password => void open(() => shell.openLocked(locked.id, password))}
          onClose={putAway}
        />
      )}
      <main className="start-list" id="main">
        {trouble && (
          <div className="start-trouble" role="alert">
            <Callout tone="problem">
              <p>{trouble.sentence}</p>
              {trouble.readableId && (
                <Button onPress={() => open(() => shell.openRecent(trouble.readableId!, 'read'))}>
                  Open it to read
                </Button>
              )}
              {trouble.restorableId && (
                <Button onPress={() => goTo('restore', trouble.restorableId!)}>Look for its snapshots</Button>
              )}
              {trouble.openableId && (
                <Button onPress={() => open(() => shell.openRecent(trouble.openableId!, 'anyway'))}>
                  Open it all the same
                </Button>
              )}
              <p>
                <a href={hrefOf('guide', 'trouble.a-workbook-does-not-open')}>What to do about it</a>
              </p>
            </Callout>
          </div>
        )}
        {recent?.length === 0 && <FirstRun />}
        {recent !== null && recent.length > 0 && (
          <RecentList
            workbooks={recent}
            wait={wait}
            onOpen={one => open(() => shell.openRecent(one.id), one.id)}
            onFind={shell.can.choosePlaces ? one => open(() => shell.findRecent(one.id)) : undefined}
            onForget={async one => {
              await shell.forgetRecent(one.id)
              setRecent(await shell.listRecent())
            }}
          />
        )}
      </main>
    </div>
  )
}
