import type { Saved } from '../../../shared/contract/outcome.ts'
import { framed } from '../../../shared/pictures/framed.ts'
import type { Scene } from '../../../shared/pictures/scene.ts'
import { sheetOf } from '../../../shared/pictures/sheet.ts'
import { sentenceOf, useSession, useStage } from '../../state/hooks.ts'
import { copyPicture, type PictureFormat, pictureBytes, pictureName } from './picture-file.ts'
import type { Shown } from './use-pictures.ts'

/** Ways for a picture to leave the workbook. Each says what became of it. */
export function usePictureOut() {
  const { shell } = useStage()
  const say = useSession(state => state.say)

  async function told(work: () => Promise<{ sentence: string; saved?: Saved } | null>) {
    try {
      const news = await work()
      if (news) say({ tone: 'done', ...news })
    } catch (error) {
      say({ tone: 'problem', sentence: sentenceOf(error) })
    }
  }

  async function written(scene: Scene, names: readonly string[], format: PictureFormat) {
    const saved = await shell.savePicture(pictureName(names, format), await pictureBytes(scene, format))
    return saved && { sentence: `Saved the picture: ${saved.name}, in ${saved.where}.`, saved }
  }

  return {
    copy: ({ picture, source }: Shown) =>
      told(async () => {
        await copyPicture(framed(picture, source))
        return { sentence: `Copied: ${picture.title}. Paste it where you want it.` }
      }),
    save: ({ picture, source }: Shown, format: PictureFormat) =>
      told(() =>
        written(framed(picture, source), [picture.title, source.areaName, source.roundName], format),
      ),
    saveAll: (all: readonly Shown[], format: PictureFormat) =>
      told(async () => {
        const [first] = all
        if (!first) return null
        return written(sheetOf(all), ['Pictures', first.source.areaName, first.source.roundName], format)
      }),
  }
}
