import { useEffect } from 'react'
import { useStage } from './hooks.ts'

/** While this screen is looked at, the engine makes ready what its work needs. Without it the work only begins later. */
export function usePrepared(work: 'export' | 'review'): void {
  const { workbook } = useStage()
  useEffect(() => {
    workbook
      .getState()
      .client.task.prepare({ work })
      .catch(() => {})
  }, [workbook, work])
}
