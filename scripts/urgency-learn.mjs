/**
 * `npm run urgency:learn`: learns anew what tells of danger (R-D7) from core/routing/urgency/testing/wordings and
 * writes core/routing/urgency/weights.ts. A test says when it has to be run.
 */
import { writeFileSync } from 'node:fs'
import { loadTs } from './lib/load-ts.mjs'
import { at } from './lib/root.mjs'

const { learnWeights, weightsText } = await loadTs('core/routing/urgency/learn.ts')
const { URGENT, CALM } = await loadTs('core/routing/urgency/testing/wordings/index.ts')
const text = weightsText(learnWeights(URGENT, CALM))
const head = '/** Written by `npm run urgency:learn`: feature and weight, one after the other. */\n'
writeFileSync(at('core/routing/urgency/weights.ts'), `${head}export const WEIGHTS =\n  '${text}'\n`)
console.log(`${URGENT.length} + ${CALM.length} → ${Buffer.byteLength(text)} B`)
