// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand so that only those in sight are drawn; a table cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stands in the cells, as the grid pattern has it
import { useMemo, useRef } from 'react'
import { heldChoice } from '../../../shared/rules/typed-cell.ts'
import type { ChoiceColumn } from '../../../shared/text/choices.ts'
import { ChoiceEditor } from './choice-editor.tsx'
import { inSight, layoutOf, ROW_HEIGHT } from './layout.ts'
import { NewRow, SheetHead } from './sheet-head.tsx'
import { GroupRow, SheetRow } from './sheet-row.tsx'
import { TextEditor } from './text-editor.tsx'
import { type SheetHandlers, useSheet } from './use-sheet.ts'
import { useWindow } from './use-window.ts'

/** The plan as a grid that edits in place, with the keys of a spreadsheet. Only rows in sight are drawn. */
export function Sheet(props: SheetHandlers & { onLost: (sentence: string) => void }) {
  const { plan, edits, canEdit } = props
  const { rows, items, columns } = plan
  const grid = useRef<HTMLDivElement>(null)
  const view = useWindow(grid)
  const sheet = useSheet(props, grid, view.page)
  const { at, range, active, column } = sheet
  const layout = useMemo(() => layoutOf(items), [items])
  const rowNumbers = useMemo(() => {
    const numbers = new Map<number, number>()
    items.forEach((item, index) => {
      if (item.kind === 'row') numbers.set(index, numbers.size)
    })
    return numbers
  }, [items])

  const [first, last] = inSight(layout, view.top, view.height)
  const shown = items.slice(first, last).map((item, offset) => ({ item, index: first + offset }))
  // The cursor's row stays drawn wherever the list is scrolled to: it holds the focus.
  const cursorItem = active ? items.findIndex(item => item.kind === 'row' && item.row === active) : -1
  if (cursorItem >= 0 && (cursorItem < first || cursorItem >= last))
    shown.push({ item: items[cursorItem]!, index: cursorItem })
  const isBlock = range.top !== range.bottom || range.left !== range.right

  function editor() {
    if (!sheet.typed || !column) return null
    const label = `${active?.ref ?? 'New action'}, ${column.header}`
    if (active && column.editor === 'choice')
      return (
        <ChoiceEditor
          label={label}
          choices={plan.context.choices[column.id as ChoiceColumn]}
          held={heldChoice(column.id as ChoiceColumn, active.action)}
          typed={sheet.typed.text ?? ''}
          isStatus={column.id === 'status'}
          onCommit={(choice, then) => {
            const refused = edits.setChoice(active, column, choice)
            if (!refused) sheet.close(then)
            return refused
          }}
          onCancel={() => sheet.close('stay')}
        />
      )
    return (
      <TextEditor
        label={label}
        initial={sheet.typed.text ?? (active ? column.text(active) : '')}
        isTypedOver={sheet.typed.text !== null}
        isLong={!active || column.editor === 'text'}
        onCommit={(text, then) => {
          const isNothing = !active && text.trim() === ''
          const refused = active
            ? edits.setText(active, column, text)
            : isNothing
              ? null
              : edits.addTitled(text)
          if (!refused) sheet.close(active ? then : 'stay')
          return refused
        }}
        onCancel={() => sheet.close('stay')}
        onLost={props.onLost}
      />
    )
  }

  return (
    <div
      ref={grid}
      role="grid"
      className="sheet paper"
      aria-label="Actions"
      aria-multiselectable
      aria-readonly={!canEdit}
      aria-rowcount={items.length + 1 + (canEdit ? 1 : 0)}
      aria-colcount={columns.length}
      style={sizesOf(columns)}
      onScroll={view.onScroll}
      onKeyDown={sheet.onKeyDown}
      onMouseDown={event => sheet.onPointer(event, 'press')}
      onMouseMove={event => sheet.onPointer(event, 'drag')}
      onDoubleClick={event => sheet.onPointer(event, 'double')}
    >
      <SheetHead columns={columns} sort={plan.view.sort} active={at.row < 0 ? at.column : null} />
      <div
        role="rowgroup"
        className="sheet-body"
        style={{ height: layout.height + (canEdit ? ROW_HEIGHT : 0) }}
      >
        {shown.map(({ item, index }) => {
          const place = { rowIndex: index + 2, top: layout.tops[index]! }
          if (item.kind === 'group')
            return (
              <GroupRow
                key={`group ${item.group.key}`}
                group={item.group}
                columns={columns.length}
                {...place}
              />
            )
          const row = rowNumbers.get(index)!
          const isChosen = isBlock && row >= range.top && row <= range.bottom
          return (
            <SheetRow
              key={item.row.id}
              row={item.row}
              columns={columns}
              index={row}
              isSelected={item.row.id === props.selectedId}
              active={row === at.row ? at.column : null}
              from={isChosen ? range.left : null}
              to={isChosen ? range.right : null}
              editor={row === at.row ? editor() : null}
              canEdit={canEdit}
              {...place}
            />
          )
        })}
        {canEdit && (
          <NewRow
            columns={columns}
            index={rows.length}
            rowIndex={items.length + 2}
            top={layout.height}
            active={at.row === rows.length ? at.column : null}
            editor={at.row === rows.length ? editor() : null}
          />
        )}
      </div>
    </div>
  )
}

/** The widths of the columns, for the style sheet: what is to be done takes the room that is left. */
function sizesOf(columns: SheetHandlers['plan']['columns']): object {
  const tracks = columns.map(({ id, width }) => (id === 'action' ? `minmax(${width}px, 1fr)` : `${width}px`))
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  return { '--tracks': tracks.join(' '), '--width': `${width}px` }
}
