import { longDate } from '../../../shared/text/dates.ts'
import { Button } from '../../components/button.tsx'
import { Drawing } from '../../components/drawing.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { PictureTable } from '../../components/picture-table.tsx'
import { ShowAsTable } from '../../components/show-as-table.tsx'
import { canCopyPicture, type PictureFormat } from './picture-file.ts'
import { usePictureOut } from './use-picture-out.ts'
import type { Shown } from './use-pictures.ts'

/** What a picture can be saved as. */
export const pictureFormats = [
  { id: 'png', label: 'PNG', detail: 'For documents and slides' },
  { id: 'svg', label: 'SVG', detail: 'Sharp at any size' },
] as const satisfies readonly { id: PictureFormat; label: string; detail: string }[]

/** How much of a row a paper takes: the first part or the rest, most of it or the last part, or the whole. */
export type Share = 'first' | 'rest' | 'most' | 'last' | 'whole'

/** A paper with one picture, its table, and the ways it can leave. */
export function Chart({ shown, share }: { shown: Shown; share: Share }) {
  const { picture, source } = shown
  const out = usePictureOut()
  return (
    <figure className={`chart chart-${share} paper`}>
      <figcaption>
        <h2>{picture.title}</h2>
        <p className="chart-source">
          {source.isRehearsal && <strong>REHEARSAL</strong>}
          {source.areaName}. {source.roundName}, as at {longDate(source.asAt)}
        </p>
      </figcaption>
      <Drawing picture={picture} />
      <ShowAsTable
        of={picture.title}
        table={<PictureTable table={picture.table} />}
        tools={
          <span className="chart-tools">
            {canCopyPicture() && (
              <Button variant="link" onPress={() => out.copy(shown)} label={`Copy picture: ${picture.title}`}>
                Copy picture
              </Button>
            )}
            <MenuButton
              className="link-button chart-save"
              label={`Save picture: ${picture.title}`}
              choices={pictureFormats}
              onChoose={format => out.save(shown, format as PictureFormat)}
            >
              Save picture
            </MenuButton>
          </span>
        }
      />
    </figure>
  )
}
