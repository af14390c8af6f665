import { useCommands } from '../../commands/use-commands.ts'
import { useStage } from '../../state/hooks.ts'
import { goTo } from '../../state/route.ts'
import { guide } from './guide.ts'
import { GuidePage } from './guide-page.tsx'

/** The guide in an open workbook: its chapters are in the list of commands as well. */
export function GuideScreen({ id }: { id: string | null }) {
  const { shell } = useStage()
  useCommands(
    guide.map(chapter => ({
      id: `guide.${chapter.id}`,
      label: chapter.title,
      group: 'Guide',
      run: () => goTo('guide', chapter.id),
    })),
  )
  return <GuidePage id={id} shell={shell} />
}
