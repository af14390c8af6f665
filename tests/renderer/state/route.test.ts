import { expect, it } from 'vitest'
import { hrefOf, parseRoute } from '../../../renderer/state/route.ts'

it('FR9: an address leads where it was made for, whatever its id holds', () => {
  const id = 'a b/ü%'
  expect(parseRoute(hrefOf('principle', id))).toEqual({ screen: 'principle', id })
  expect(parseRoute('')).toEqual({ screen: 'overview', id: null })
})

it('FR9: an address that was cut or typed leads to a screen all the same', () => {
  expect(parseRoute('#/principle/100%')).toEqual({ screen: 'principle', id: '100%' })
})
