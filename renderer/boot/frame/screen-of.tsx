import { loadedWhenShown } from '../../components/loaded-when-shown.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { hrefOf, type Route } from '../../state/route.ts'
import { usePrinciples } from '../../state/select.ts'

/** Also the first screen of an opened workbook: what opens one may load it early. */
export const OverviewScreen = loadedWhenShown(
  async () => (await import('../../screens/overview/overview-screen.tsx')).OverviewScreen,
)
const PrincipleScreen = loadedWhenShown(
  async () => (await import('../../screens/principle/principle-screen.tsx')).PrincipleScreen,
)
const EvidenceScreen = loadedWhenShown(
  async () => (await import('../../screens/evidence/evidence-screen.tsx')).EvidenceScreen,
)
const ActionsScreen = loadedWhenShown(
  async () => (await import('../../screens/actions/actions-screen.tsx')).ActionsScreen,
)
const PictureScreen = loadedWhenShown(
  async () => (await import('../../screens/picture/picture-screen.tsx')).PictureScreen,
)
const RoomScreen = loadedWhenShown(
  async () => (await import('../../screens/room/room-screen.tsx')).RoomScreen,
)
const KitScreen = loadedWhenShown(async () => (await import('../../screens/kit/kit-screen.tsx')).KitScreen)
const RoundsScreen = loadedWhenShown(
  async () => (await import('../../screens/rounds/rounds-screen.tsx')).RoundsScreen,
)
const ExportScreen = loadedWhenShown(
  async () => (await import('../../screens/export/export-screen.tsx')).ExportScreen,
)
const ReviewScreen = loadedWhenShown(
  async () => (await import('../../screens/review/review-screen.tsx')).ReviewScreen,
)
const HistoryScreen = loadedWhenShown(
  async () => (await import('../../screens/history/history-screen.tsx')).HistoryScreen,
)
const RestoreScreen = loadedWhenShown(
  async () => (await import('../../screens/restore/restore-screen.tsx')).RestoreScreen,
)
const SettingsScreen = loadedWhenShown(
  async () => (await import('../../screens/settings/settings-screen.tsx')).SettingsScreen,
)
const GuideScreen = loadedWhenShown(
  async () => (await import('../../screens/guide/guide-screen.tsx')).GuideScreen,
)
const HelpScreen = loadedWhenShown(
  async () => (await import('../../screens/help/help-screen.tsx')).HelpScreen,
)

/** The screen an address asks for. */
export function ScreenOf({ route }: { route: Route }) {
  const principles = usePrinciples()
  const { screen, id } = route
  if (screen === 'overview') return <OverviewScreen />
  if (screen === 'principle' && principles.some(principle => principle.id === id))
    return <PrincipleScreen key={id} id={id!} />
  if (screen === 'evidence') return <EvidenceScreen id={id} />
  if (screen === 'actions') return <ActionsScreen id={id} />
  if (screen === 'picture') return <PictureScreen />
  if (screen === 'room') return <RoomScreen />
  if (screen === 'kit') return <KitScreen id={id} />
  if (screen === 'rounds') return <RoundsScreen />
  if (screen === 'export') return <ExportScreen />
  if (screen === 'review') return <ReviewScreen />
  if (screen === 'history') return <HistoryScreen />
  if (screen === 'restore') return <RestoreScreen />
  if (screen === 'settings') return <SettingsScreen />
  if (screen === 'guide') return <GuideScreen id={id} />
  if (screen === 'help') return <HelpScreen />
  return (
    <>
      <PageHead title="There is no such page" lead="The address may be old or mistyped." />
      <a href={hrefOf('overview')}>Go to the overview</a>
    </>
  )
}
