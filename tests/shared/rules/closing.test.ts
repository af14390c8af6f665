import { expect, it } from 'vitest'
import { samePerson, whyNotChecked, whyNotEmbedded } from '../../../shared/rules/closing.ts'

const checked = {
  statusId: 'embedded',
  owner: 'Sunita Rao',
  verifiedBy: 'Helen Marsh',
  verifiedOn: '2026-11-02',
}

it('CL1: an action checked by a named other person on a date may be embedded', () => {
  expect(whyNotEmbedded(checked)).toBeNull()
})

it('CL1: an action without an owner may be embedded once someone has checked it', () => {
  expect(whyNotEmbedded({ ...checked, owner: '' })).toBeNull()
})

it('CL2: without a name it may not be embedded, and the sentence says what to do', () => {
  expect(whyNotEmbedded({ ...checked, verifiedBy: '  ' })).toMatch(/^Name the person who checked/)
})

it('CL3: the owner cannot check their own action, however the name is typed', () => {
  expect(whyNotEmbedded({ ...checked, verifiedBy: ' sunita  RAO ' })).toMatch(/^The owner cannot/)
})

it('CL4: a check without a date does not count', () => {
  expect(whyNotEmbedded({ ...checked, verifiedOn: null })).toMatch(/^Give the date/)
})

it('CL5: other statuses need no check, and done is one of them', () => {
  for (const statusId of ['done', 'on-track', 'waiting'])
    expect(whyNotEmbedded({ statusId, owner: 'A', verifiedBy: '', verifiedOn: null })).toBeNull()
})

it('CL2: what is missing can be said before the status is chosen', () => {
  expect(whyNotChecked({ owner: 'A', verifiedBy: '', verifiedOn: null })).not.toBeNull()
})

it('CL3: two empty names are not one person', () => {
  expect(samePerson('', ' ')).toBe(false)
})
