import { useRunCommand } from '../../commands/use-commands.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { hrefOf } from '../../state/route.ts'
import { useArea, usePrinciples } from '../../state/select.ts'
import { Chart, pictureFormats, type Share } from './chart.tsx'
import type { PictureFormat } from './picture-file.ts'
import './picture.css'
import { usePictureOut } from './use-picture-out.ts'
import { type Pictures, usePictures } from './use-pictures.ts'

/** Where the area stands, as pictures: levels and targets, areas side by side, gaps by size, evidence behind ratings. */
export function PictureScreen() {
  const pictures = usePictures()
  const [first] = usePrinciples()
  if (pictures.isEmpty)
    return (
      <div className="picture-page">
        <PageHead title="Nothing to picture yet" />
        <EmptyState
          title="Pictures draw themselves as you rate"
          actions={
            <ButtonLink variant="primary" href={hrefOf('principle', first?.id)}>
              Discuss {first?.number} {first?.title}
            </ButtonLink>
          }
        >
          You have not discussed a principle yet. Rate the first one and the radar, the gaps and the map of
          areas appear here.
        </EmptyState>
      </div>
    )
  return (
    <div className="picture-page">
      <PageHead title={pictures.headline} lead={pictures.lead} actions={<Ways pictures={pictures} />} />
      <div className="pictures">
        <Charts pictures={pictures} />
        {pictures.trend && <Chart shown={pictures.trend} share="whole" />}
      </div>
    </div>
  )
}

function Ways({ pictures }: { pictures: Pictures }) {
  const out = usePictureOut()
  const run = useRunCommand()
  const { radar, areas, gaps, places, evidence, trend } = pictures
  const all = [radar, areas, gaps, places, evidence, trend].flatMap(shown => shown ?? [])
  return (
    <>
      <Button icon="print" onPress={() => run('page.print')}>
        Print
      </Button>
      <MenuButton
        icon="save"
        choices={pictureFormats.map(format => ({ ...format, detail: `All on one sheet. ${format.detail}` }))}
        onChoose={format => out.saveAll(all, format as PictureFormat)}
      >
        Save all pictures
      </MenuButton>
    </>
  )
}

/** Up to three places fit beside the radar; more take the whole width, with their spread below. */
function Charts({ pictures }: { pictures: Pictures }) {
  const { radar, areas, gaps, places, evidence } = pictures
  const isBeside = areas !== null && places === null
  const share: Share = isBeside ? 'most' : 'rest'
  const gapChart = gaps ? <Chart shown={gaps} share={share} /> : <NoGaps share={share} />
  if (isBeside)
    return (
      <>
        <Chart shown={radar} share="first" />
        <Chart shown={areas} share="rest" />
        {gapChart}
        <Chart shown={evidence} share="last" />
      </>
    )
  return (
    <>
      <Chart shown={radar} share="first" />
      {gapChart}
      {areas && <Chart shown={areas} share="whole" />}
      {places && <Chart shown={places} share="most" />}
      <Chart shown={evidence} share={places ? 'last' : 'most'} />
      {!areas && <NoPlaces />}
    </>
  )
}

function NoGaps({ share }: { share: Share }) {
  const area = useArea()
  return (
    <section className={`chart chart-${share} paper`}>
      <h2>Gaps, largest first</h2>
      <p className="chart-empty">
        No gap to show yet for {area.name}. A gap needs a level now and a target: set both on a principle.
      </p>
    </section>
  )
}

function NoPlaces() {
  return (
    <section className="chart chart-last chart-hint paper">
      <h2>Areas by principle</h2>
      <p className="chart-empty">
        This workbook has no places. <a href={hrefOf('settings')}>Add places</a> to see them beside the whole
        system, each as itself: nothing is averaged.
      </p>
    </section>
  )
}
