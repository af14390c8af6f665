import './help.css'
import type { Level } from '../../../shared/model/fields.ts'
import { runCommand } from '../../commands/registry.ts'
import { useCommandStore } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { LevelTile } from '../../components/level-tile.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { hrefOf } from '../../state/route.ts'
import { useFramework } from '../../state/select.ts'
import { Credits } from './credits.tsx'
import { KeyTable } from './key-table.tsx'
import { AgreementHelp, RoomHelp } from './room-help.tsx'

/** How to rate, the rule on agreement, the keys, what the file is, and whose words these are. */
export function HelpScreen() {
  const { scale, glossary } = useFramework()
  const store = useCommandStore()
  return (
    <div className="help">
      <PageHead
        title="Help"
        lead="Press ? anywhere outside a text field for the keys of the screen you are on."
        actions={
          <>
            <Button onPress={() => runCommand(store, 'help.keys')}>List the keys</Button>
            <Button onPress={() => runCommand(store, 'help.support')}>Copy details for support</Button>
            <Button onPress={() => runCommand(store, 'help.about')}>About Ninefold</Button>
          </>
        }
      />
      <div className="help-columns">
        <div>
          <section className="paper help-part" aria-labelledby="help-levels">
            <h2 id="help-levels">The five levels</h2>
            <dl className="help-levels">
              {scale.levels.map(level => (
                <div key={level.id}>
                  <dt>
                    <LevelTile level={level.value as Level} size="medium" isDecoration />
                    <span>
                      <span className="hidden-words">{level.value} </span>
                      {level.label}
                    </span>
                  </dt>
                  <dd>{level.definition}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section className="paper help-part" aria-labelledby="help-choosing">
            <h2 id="help-choosing">Choosing a level</h2>
            <ul className="help-list">
              {scale.choosing.rules.map(rule => (
                <li key={rule}>{rule}</li>
              ))}
              <li>“Not discussed” is not a level. It never counts as 0, on screen or in an export.</li>
            </ul>
          </section>
          <AgreementHelp />
          <RoomHelp />
          <section className="paper help-part" aria-labelledby="help-words">
            <h2 id="help-words">Words</h2>
            <dl className="help-words">
              {[...scale.terms, ...glossary].map(one => (
                <div key={one.term}>
                  <dt>{one.term}</dt>
                  <dd>{one.meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
        <div>
          <section className="paper help-part" aria-labelledby="help-guide">
            <h2 id="help-guide">Guide</h2>
            <p>
              Step by step, from your first workbook to a bad day:{' '}
              <a href={hrefOf('guide')}>open the guide</a>. F1 opens it at what you are doing.
            </p>
            <p>
              One page to print and keep beside the keyboard:{' '}
              <a href={hrefOf('guide', 'quick-start')}>quick start</a>.
            </p>
          </section>
          <section className="paper help-part" aria-labelledby="help-kit">
            <h2 id="help-kit">Running a workshop</h2>
            <p>
              Two agendas, a page for everyone you invite, a script for each principle, level cards and wall
              sheets: print them from the <a href={hrefOf('kit')}>facilitator kit</a>.
            </p>
          </section>
          <section className="paper help-part" aria-labelledby="help-file">
            <h2 id="help-file">Your workbook is one file</h2>
            <p>
              It ends in .ninefold and holds everything: ratings, actions, history, and the evidence files
              themselves. Every change is on the disk as soon as you make it, so there is no save button.
            </p>
            <p>
              A dated snapshot of it is kept after each session and every hour while you work. You can go back
              to one, or open it beside the workbook: <a href={hrefOf('restore')}>restore from a snapshot</a>.
            </p>
            <p>
              Copy it, mail it or keep it on a shared drive like any other file. One person at a time can
              change it; others can open it to read. Nothing is sent anywhere by the app.
            </p>
            <p>
              Do not put details of patients into it: not in notes, not in file names, not in the files you
              attach.
            </p>
          </section>
          <section className="paper help-part" aria-labelledby="help-keys">
            <h2 id="help-keys">Keys</h2>
            <KeyTable />
          </section>
          <Credits />
        </div>
      </div>
    </div>
  )
}
