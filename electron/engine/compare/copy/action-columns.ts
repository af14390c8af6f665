import type { Framework } from '../../../../shared/model/framework.ts'
import {
  area,
  type CopyColumn,
  choice,
  day,
  dayWords,
  level,
  plain,
  principle,
  status,
  words,
} from './column.ts'

/** The columns of an action, called and ordered as the framework has them in the plan. */
export function actionColumnsOf(framework: Framework): CopyColumn[] {
  const { columns, priorities, risk } = framework.actionPlan
  const labels = (list: readonly { id: string; label: string }[]) =>
    Object.fromEntries(list.map(({ id, label }) => [id, label]))
  const steps = (list: readonly { value: number; label: string }[]) =>
    Object.fromEntries(list.map(({ value, label }) => [String(value), `${value} ${label}`]))
  const all: readonly CopyColumn[] = [
    area('place', 'Place'),
    principle('principle', 'Principle'),
    choice('levelOfNeed', 'Level of need', 'levelOfNeed', labels(framework.levelsOfNeed)),
    level('currentLevel', 'Current level', 'currentLevel'),
    level('targetLevel', 'Target level', 'targetLevel'),
    plain('gap', 'Gap', 'gap'),
    plain('action', 'Action', 'title'),
    plain('successMeasure', 'Success measure', 'successMeasure'),
    plain('baseline', 'Baseline', 'baseline'),
    plain('owner', 'Owner', 'owner'),
    plain('ownerRole', 'Owner role', 'ownerRole'),
    plain('sponsor', 'Sponsor', 'sponsor'),
    plain('partners', 'Partners', 'partners'),
    day('start', 'Start date', 'startOn'),
    day('due', 'Due date', 'dueOn'),
    choice('priority', 'Priority', 'priority', labels(priorities)),
    status('status', 'Status', 'statusId'),
    plain('resources', 'Resources', 'resources'),
    plain('risk', 'Risk', 'risk'),
    choice('likelihood', 'Likelihood', 'likelihood', steps(risk.likelihood)),
    choice('consequence', 'Consequence', 'consequence', steps(risk.consequence)),
    plain('mitigation', 'Mitigation', 'mitigation'),
    plain('evidence', 'Evidence', 'evidenceNote'),
    {
      // Who checked and when stand in one cell of the plan.
      id: 'verifiedBy',
      header: 'Verified by',
      fields: ['verifiedBy', 'verifiedOn'],
      show: row => words([row.verifiedBy, dayWords(row.verifiedOn)].filter(Boolean).join(', ')),
    },
    plain('governance', 'Governance', 'governance'),
  ]
  const headers = new Map(columns.map(({ id, header }) => [id, header]))
  const places = new Map(columns.map(({ id }, index) => [id, index]))
  return all
    .map(column => ({ ...column, header: headers.get(column.id) ?? column.header }))
    .sort((a, b) => (places.get(a.id) ?? columns.length) - (places.get(b.id) ?? columns.length))
}
