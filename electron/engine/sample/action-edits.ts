import type { Action, Update } from '../../../shared/model/action.ts'
import { refOf } from '../../../shared/text/names.ts'
import { shippedFramework } from '../framework.ts'
import { insertRow, updateRow } from '../store/rows.ts'
import type { SampleAction } from './action-shape.ts'
import { alderbrookActions } from './actions-alderbrook.ts'
import { firstActions } from './actions-first.ts'
import { castleValeActions, westmereActions } from './actions-others.ts'
import { systemActions } from './actions-system.ts'
import type { SampleEdit } from './edits.ts'
import { areaIds, principleIdOf, principleOf } from './places.ts'

/** Every action of the story, in the order of their references. */
const sampleActions: readonly SampleAction[] = [
  ...firstActions,
  ...systemActions,
  ...alderbrookActions,
  ...castleValeActions,
  ...westmereActions,
]

const GOVERNANCE = {
  N: 'Partnership board',
  A: 'Alderbrook place board',
  C: 'Castle Vale place board',
  W: 'Westmere place board',
} as const

export function actionIdOf(ref: number): Action['id'] {
  return `sample-action-${ref}` as Action['id']
}

/** An edit for each action when it was added, and one for each dated line since. */
export function actionEdits(): SampleEdit[] {
  return sampleActions.flatMap((sample, index) => {
    const ref = index + 1
    const added = actionOf(sample, ref)
    const about = { actionId: added.id, areaId: added.areaId, principleId: added.principleId }
    const adding: SampleEdit = {
      on: sample.added,
      words: `Added ${refOf('action', ref)} ${added.title}`,
      about,
      work: (db, at) => insertRow(db, 'actions', { ...added, createdAt: at, updatedAt: at }),
    }
    return [adding, ...updateEdits(sample, added).map(edit => ({ ...edit, about }))]
  })
}

function updateEdits(sample: SampleAction, action: Action): SampleEdit[] {
  const ref = refOf('action', action.ref)
  let before = action.statusId
  return (sample.updates ?? []).map(([on, statusId, text], index) => {
    const update: Omit<Update, 'addedAt'> = {
      id: `${action.id}-update-${index + 1}` as Update['id'],
      actionId: action.id,
      on,
      text,
      author: sample.owner,
      statusId,
    }
    const checked = statusId === 'embedded' ? sample.checked : undefined
    const words = checked
      ? `${ref} checked by ${checked[0]}: ${labelOf('embedded')}`
      : statusId && statusId !== before
        ? `Changed ${ref} from ${labelOf(before)} to ${labelOf(statusId)}`
        : `Added an update to ${ref}`
    before = statusId ?? before
    return {
      on,
      words,
      work: (db, at) => {
        insertRow(db, 'updates', { ...update, author: checked?.[0] ?? sample.owner, addedAt: at })
        updateRow(db, 'actions', action.id, {
          updatedAt: at,
          ...(statusId ? { statusId } : {}),
          ...(checked ? { verifiedBy: checked[0], verifiedOn: checked[1] } : {}),
        })
      },
    }
  })
}

function actionOf(sample: SampleAction, ref: number): Action {
  const starters = principleOf(sample.principle).starterActions.find(step => step.from === sample.step[0])
  const starter = sample.starter === undefined ? undefined : starters?.actions[sample.starter]
  const [risk, likelihood, consequence, mitigation] = sample.risk ?? ['', null, null, '']
  return {
    id: actionIdOf(ref),
    ref,
    areaId: areaIds[sample.where],
    principleId: principleIdOf(sample.principle),
    levelOfNeed: sample.need ?? null,
    currentLevel: sample.step[0] as Action['currentLevel'],
    targetLevel: sample.step[1] as Action['targetLevel'],
    gap: sample.gap,
    title: sample.title ?? starter!.title,
    successMeasure: sample.success ?? starter!.successMeasure,
    baseline: sample.baseline ?? '',
    owner: sample.owner,
    ownerRole: roleOf(sample.role),
    sponsor: sample.sponsor ?? '',
    partners: sample.partners ?? '',
    startOn: sample.start,
    dueOn: sample.due,
    priority: sample.priority,
    statusId: 'not-started',
    resources: sample.resources ?? '',
    risk,
    likelihood,
    consequence,
    mitigation,
    evidenceNote: '',
    verifiedBy: '',
    verifiedOn: null,
    governance: GOVERNANCE[sample.where],
    createdAt: '',
    updatedAt: '',
  }
}

/** The role in today's words: the sample's system is an integrated care system. */
function roleOf(label: string): string {
  const equivalent = shippedFramework.roles.find(role => role.label === label)?.icsEquivalent
  return !equivalent || equivalent === 'Same role' ? label : equivalent
}

function labelOf(statusId: string): string {
  return shippedFramework.actionPlan.statuses.find(status => status.id === statusId)!.label
}
