import { benchRate } from './rate.ts'

/** One line a row: name, value in ms, reference in ms, their ratio, the goal (docs/performance.md). */
const { value, reference } = await benchRate(Number(process.argv[2] ?? 400))
console.log(`rate ${value.toFixed(2)} ${reference.toFixed(2)} ${(value / reference).toFixed(2)} 1.5`)
