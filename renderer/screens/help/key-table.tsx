import { shownShortcut } from '../../commands/keys.ts'

/** The keys worth knowing, screen by screen. The list under ? is the one that follows the screen. */
const keys: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'Anywhere',
    [
      ['Ctrl+K', 'Find or do'],
      ['Ctrl+Z', 'Undo'],
      ['Ctrl+Y', 'Redo'],
      ['Ctrl+B', 'Fold the rail'],
      ['Ctrl+Shift+O', 'Read returned files'],
      ['?', 'List the keys'],
      ['F1', 'Open the guide'],
    ],
  ],
  [
    'On a principle',
    [
      ['0 to 4', 'Choose a level'],
      ['Left, Right', 'Move between levels'],
      ['Alt+PageUp, Alt+PageDown', 'Previous, next principle'],
    ],
  ],
  [
    'In the table of actions',
    [
      ['Arrows', 'Move between cells'],
      ['Enter', 'Edit the cell'],
      ['Esc', 'Leave it as it was'],
      ['Ctrl+V', 'Paste rows from Excel'],
    ],
  ],
  [
    'In the room',
    [
      ['0 to 4', 'Add a hand'],
      ['Shift+0 to 4', 'Take a hand away'],
      ['Up, Down', 'Next organisation'],
      ['R', 'Reveal, hide again'],
      ['S', 'Count a second time'],
      ['A', 'Agree the level'],
      ['P', 'Park something'],
      ['N', 'Next principle'],
      ['F', 'Flip to the presenter’s view and back'],
      ['O', 'After a reveal, votes by organisation'],
      ['D', 'In the presenter’s view, dark or light'],
      ['C', 'Close the room'],
    ],
  ],
  [
    'In the list of returned cells',
    [
      ['Up, Down', 'Next change'],
      ['A, R', 'Accept, refuse'],
      ['Shift+A, Shift+R', 'All of that action'],
      ['1 to 4', 'Choose in a conflict'],
      ['Delete', 'Take the decision back'],
    ],
  ],
]

export function KeyTable() {
  return keys.map(([place, lines]) => (
    <div key={place}>
      <h3 className="help-place">{place}</h3>
      <dl className="keys-list">
        {lines.map(([key, does]) => (
          <div key={key}>
            <dt>
              {key.split(', ').map(one => (
                <kbd key={one}>{shownShortcut(one)}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  ))
}
