import type { CSSProperties } from 'react'
import type { ShownGroup } from '../../../shared/rules/room.ts'
import { LevelTile } from '../../components/level-tile.tsx'

const LEVELS = [0, 1, 2, 3, 4] as const

/** The votes by organisation for the back row of a room: hands in a disc, hollow where more than one level from the room's median. */
export function ByTypeTable(props: {
  groups: readonly ShownGroup[]
  levelNames: readonly string[]
  median: number
}) {
  const { groups, levelNames, median } = props
  // Nine kinds of organisation and a row of all must fit under the title.
  const rows = { '--rows': groups.length } as CSSProperties
  return (
    <table className="presenter-types" style={rows}>
      <caption className="hidden-words">Votes by organisation</caption>
      <thead>
        <tr>
          <td />
          {LEVELS.map(level => (
            <th scope="col" key={level}>
              <LevelTile level={level} size="medium" levelName={levelNames[level]} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ label, tally }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {LEVELS.map(level => (
              <td key={level}>
                {tally[level] > 0 && (
                  <span
                    className={Math.abs(level - median) > 1 ? 'presenter-disc is-outside' : 'presenter-disc'}
                  >
                    {tally[level]}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
