import type { Priority } from '../../../shared/model/action.ts'
import type { Where } from './places.ts'

/** A dated line on an action: the day, the status declared with it (or none) and the words. */
export type SampleUpdate = readonly [on: string, statusId: string | null, text: string]

/** One action of the story; its reference is its place in the list. */
export type SampleAction = {
  readonly where: Where
  readonly principle: number
  /** From level to level. */
  readonly step: readonly [number, number]
  /** The starter action of the framework it was taken from, by its position in the step. */
  readonly starter?: number
  readonly title?: string
  readonly success?: string
  readonly owner: string
  readonly role: string
  readonly added: string
  readonly start: string | null
  readonly due: string | null
  readonly priority: Priority
  readonly gap: string
  readonly need?: 'whole-population' | 'urgent-care' | 'ongoing-care' | 'highest-needs'
  readonly baseline?: string
  readonly sponsor?: string
  readonly partners?: string
  readonly resources?: string
  readonly risk?: readonly [text: string, likelihood: number, consequence: number, mitigation: string]
  readonly updates?: readonly SampleUpdate[]
  readonly checked?: readonly [by: string, on: string]
}
