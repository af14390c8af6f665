import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Instant } from '../model/fields.ts'
import { errors } from './errors.ts'

/** The answer to every change: it is on the disk, as edit number `seq`. `id` names what was added, if anything. */
export const Edited = z.object({ seq: z.int(), at: Instant, id: z.string().nullable() })
export type Edited = z.infer<typeof Edited>

/** A call of the contract, with its typed errors. */
export const call = oc.errors(errors)

/** A call that changes the workbook. */
export const change = call.output(Edited)
