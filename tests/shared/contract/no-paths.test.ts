import type { AnySchema } from '@orpc/contract'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '../../../shared/contract/contract.ts'
import { control } from '../../../shared/contract/control.ts'
import { host } from '../../../shared/contract/host.ts'

/** Names a place on the disk would go by. */
const PLACES = /^(path|paths|to|from|folder|folders|parent|dir|directory|file|files|url|uri|href)$/i
/** Looked at by hand: the address of a link, which group a hand came from, and a level's number. */
const LOOKED_AT = new Set([
  'evidence.addLink url',
  'evidence.set url',
  'room.count from',
  'action.addStarter from',
])

type Procedure = { readonly '~orpc': { readonly inputSchema?: AnySchema } }

it('DT28: no call the page may make takes a place on the disk, by either door', () => {
  expect(placesTaken(contract).filter(found => !LOOKED_AT.has(found))).toEqual([])
  expect(placesTaken(host)).toEqual([])
})

it('DT28: the same look finds those of the shells’ door', () => {
  expect(placesTaken(control)).toContain('file.open path')
  expect(placesTaken(control)).toContain('evidence.attach paths')
})

function placesTaken(router: object, name = ''): string[] {
  if ('~orpc' in router) {
    const { inputSchema } = (router as Procedure)['~orpc']
    if (!inputSchema) return []
    const shape = z.toJSONSchema(inputSchema as unknown as z.ZodType, { unrepresentable: 'any', io: 'input' })
    return [...new Set(namesIn(shape).filter(field => PLACES.test(field)))].map(field => `${name} ${field}`)
  }
  return Object.entries(router).flatMap(([key, inner]) =>
    placesTaken(inner as object, name ? `${name}.${key}` : key),
  )
}

function namesIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(namesIn)
  if (typeof schema !== 'object' || schema === null) return []
  const { properties = {} } = schema as { properties?: Record<string, unknown> }
  const names = Object.keys(properties).filter(name => !isDay(properties[name]))
  return [...names, ...Object.values(schema).flatMap(namesIn)]
}

/** A span of days has ends, too. */
function isDay(schema: unknown): boolean {
  const text = JSON.stringify(schema)
  return text.includes('"format":"date"')
}
