import { createHash } from 'node:crypto'
import content from '../../resources/framework/nine-principles.json' with { type: 'json' }
import { Framework } from '../../shared/model/framework.ts'

/** The framework this build ships. A new workbook takes a copy; an old one keeps its own. */
export const shippedFramework: Framework = Framework.parse(content)

/** The text kept in a workbook, and its SHA-256 in hexadecimal. */
export const shippedFrameworkText = JSON.stringify(shippedFramework)
/** Its seal, which every new workbook keeps. */
export const shippedFrameworkHash = hashOf(shippedFrameworkText)

/** SHA-256 of a text, in hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
