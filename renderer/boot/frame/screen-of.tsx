import { lazy } from 'react'
import { PageHead } from '../../components/page-head.tsx'
import { hrefOf, type Route } from '../../state/route.ts'
import { usePrinciples } from '../../state/select.ts'

const OverviewScreen = lazy(async () => ({ default: (await overview()).OverviewScreen }))
const PrincipleScreen = lazy(async () => ({
  default: (await import('../../screens/principle/principle-screen.tsx')).PrincipleScreen,
}))
const EvidenceScreen = lazy(async () => ({
  default: (await import('../../screens/evidence/evidence-screen.tsx')).EvidenceScreen,
}))
const ActionsScreen = lazy(async () => ({
  default: (await import('../../screens/actions/actions-screen.tsx')).ActionsScreen,
}))
const PictureScreen = lazy(async () => ({
  default: (await import('../../screens/picture/picture-screen.tsx')).PictureScreen,
}))
const RoomScreen = lazy(async () => ({
  default: (await import('../../screens/room/room-screen.tsx')).RoomScreen,
}))
const KitScreen = lazy(async () => ({
  default: (await import('../../screens/kit/kit-screen.tsx')).KitScreen,
}))
const RoundsScreen = lazy(async () => ({
  default: (await import('../../screens/rounds/rounds-screen.tsx')).RoundsScreen,
}))
const ExportScreen = lazy(async () => ({
  default: (await import('../../screens/export/export-screen.tsx')).ExportScreen,
}))
const ReviewScreen = lazy(async () => ({
  default: (await import('../../screens/review/review-screen.tsx')).ReviewScreen,
}))
const HistoryScreen = lazy(async () => ({
  default: (await import('../../screens/history/history-screen.tsx')).HistoryScreen,
}))
const RestoreScreen = lazy(async () => ({
  default: (await import('../../screens/restore/restore-screen.tsx')).RestoreScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('../../screens/settings/settings-screen.tsx')).SettingsScreen,
}))
const GuideScreen = lazy(async () => ({
  default: (await import('../../screens/guide/guide-screen.tsx')).GuideScreen,
}))
const HelpScreen = lazy(async () => ({
  default: (await import('../../screens/help/help-screen.tsx')).HelpScreen,
}))

/** Loads the first screen before it is certain that it is the one, while the workbook is being opened. */
export function overview() {
  return import('../../screens/overview/overview-screen.tsx')
}

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
