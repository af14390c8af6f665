import { useMemo } from 'react'
import type { PrincipleId } from '../../../shared/model/ids.ts'
import type { ReviewFile } from '../../../shared/model/review.ts'
import type { Status } from '../../../shared/model/workbook.ts'
import { useReviewing } from '../../state/hooks.ts'
import { useFramework, useStatuses } from '../../state/select.ts'

/** What a card needs to draw values: the status key, the scale, the nine, and which file is which. */
export type Facts = {
  readonly statuses: ReadonlyMap<string, Status>
  readonly levelNames: readonly string[]
  readonly numbers: ReadonlyMap<PrincipleId, number>
  readonly principles: readonly { readonly id: PrincipleId; readonly words: string }[]
  readonly files: ReadonlyMap<string, ReviewFile>
}

/** The same object until something of it changes, so that cards are not drawn again. */
export function useFacts(): Facts {
  const statuses = useStatuses()
  const framework = useFramework()
  const files = useReviewing(state => state.review?.files)
  return useMemo(
    () => ({
      statuses: new Map(statuses.map(status => [status.id, status])),
      levelNames: framework.scale.levels.map(level => level.label),
      numbers: new Map(framework.principles.map(principle => [principle.id, principle.number])),
      principles: framework.principles.map(({ id, number, title }) => ({ id, words: `${number} ${title}` })),
      files: new Map(files?.map(file => [file.id, file])),
    }),
    [statuses, framework, files],
  )
}
