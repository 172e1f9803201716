/** R-T8: walks the data folder of a cloud and names what is no longer as it was written. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { anchoredHeads, brokenAnchor, brokenLink, NO_ANCHOR, type Anchor, type Finding } from '@core/audit'
import { restore } from '@core/privacy'
import type { Ticket } from '@core/ticket/types'
import { sha256, unseal } from '@server/platform/crypto'
import { readStore } from '../../localcloud/store/read-only'

export interface Report {
  tickets: number
  events: number
  anchors: number
  findings: Finding[]
}

/**
 * The first broken link of every ticket and of the anchors. The keys are in `MINSHENG_SECRET_ENC`: salts are sealed.
 *
 * @param dataDir a stopped or running cloud's data folder; it is only read
 */
export function verifyFolder(dataDir: string): Report {
  return readStore(path.join(dataDir, 'database.sqlite'), (documents) => {
    const report: Report = { tickets: 0, events: 0, anchors: 0, findings: [] }
    const anchors = [...documents('anchors')] as unknown as Anchor[]
    const job = [...documents('jobs')].find(({ _id }) => _id === 'anchors') as
      { head: { seq: number; hash: string } } | undefined
    const heads = anchoredHeads(anchors)
    report.anchors = anchors.length
    for (const stored of documents('tickets')) {
      const ticket = restore(stored, unseal) as unknown as Ticket
      report.tickets++
      report.events += ticket.events.length
      const broken = brokenLink(ticket, heads.get(ticket._id) ?? [], sha256)
      if (broken) report.findings.push(broken)
      heads.delete(ticket._id)
    }
    for (const [{ number, seq }] of heads.values() as Iterable<[{ number: string; seq: number }]>) {
      report.findings.push({ what: number, seq, why: 'was anchored, and the whole ticket is gone' })
    }
    const broken = brokenAnchor(anchors, job?.head ?? NO_ANCHOR, sha256)
    if (broken) report.findings.push(broken)
    return report
  })
}

/** Gives the keys of the folder to this process, as the cloud gives them to the functions. */
export function useSecretsOf(dataDir: string): void {
  const secrets = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as Record<
    string,
    string
  >
  process.env.MINSHENG_SECRET_ENC = secrets.MINSHENG_SECRET_ENC
}
