import { expect, it } from 'vitest'
import agendas from '../../../resources/kit/agendas.json' with { type: 'json' }
import pieces from '../../../resources/kit/pieces.json' with { type: 'json' }
import preRead from '../../../resources/kit/pre-read.json' with { type: 'json' }
import script from '../../../resources/kit/script.json' with { type: 'json' }
import { Agendas, KitPiece, KitScript, PreRead } from '../../../shared/model/kit.ts'

const kit = {
  agendas: Agendas.parse(agendas),
  preRead: PreRead.parse(preRead),
  script: KitScript.parse(script),
  pieces: KitPiece.array().parse(pieces),
}

it('FK3: the sentences of the kit are short', () => {
  const lengths = wordsOf(kit)
    .flatMap(text => text.split(/(?<=[.?!]”?) /))
    .map(sentence => ({
      sentence,
      words: sentence.split(/\s+/).filter(word => /[A-Za-z0-9]/.test(word)).length,
    }))
  expect(lengths.length).toBeGreaterThan(100)
  expect(lengths.filter(({ words }) => words > 25)).toEqual([])
  expect(lengths.reduce((sum, { words }) => sum + words, 0) / lengths.length).toBeLessThan(15)
})

it('FK4: the pre-read asks for no names and no details of patients', () => {
  expect(kit.preRead.names).toMatch(/^No names are shown/)
  expect(kit.preRead.bring.join(' ')).toContain('No details of patients')
})

it('FK1: each agenda has its piece, and names the same five steps as the script', () => {
  const steps = kit.script.steps.map(step => step.title)
  for (const { id, title, steps: own } of kit.agendas.agendas) {
    expect(kit.pieces.find(piece => piece.id === id)?.title).toBe(title)
    expect(own.map(step => step.title)).toEqual(steps)
  }
})

/** Every text in the kit that is read by people. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, part]) =>
      key === 'id' || key === 'paper' ? [] : wordsOf(part),
    )
  return []
}
