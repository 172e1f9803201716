import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'

import { DOOR_LIMITS } from '../limits'
import { withBanner } from '../door/banner'
import { contentPolicy } from '../door/guard'
import { readJsonObject, REFUSALS, sendJson } from '../door/http'
import { projectRoot } from '../root'
import { contentTypeOf } from '../storage/content-types'
import type { DemoPerson, People } from './people'
import { Sessions } from './sessions'

export interface SignInOptions {
  /** False where the demo must not be met: an address others can reach, without MINSHENG_DEMO=1. */
  enabled: boolean
  banner: boolean
  sessionsFile: string
  people: People
  now: () => Date
}

/**
 * Choosing a person of the demo instead of signing in with WeChat. Where it is not enabled all of it is absent,
 * and sign-ins made before do not count.
 */
export class SignIn {
  private readonly sessions: Sessions

  constructor(private readonly options: SignInOptions) {
    this.sessions = new Sessions(options.sessionsFile, options.now)
  }

  /** The person of the request's `Authorization: Bearer <token>`, or null. */
  personOf(request: IncomingMessage): string | null {
    const token = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
    return this.options.enabled && token !== undefined ? this.sessions.personOf(token) : null
  }

  /** Answers the addresses of the sign-in; false when the address is not one of them. */
  async serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    if (!this.options.enabled) return false
    switch (`${request.method} ${path}`) {
      case 'GET /signin':
        this.sendPage(response)
        return true
      case 'GET /signin/app.js':
      case 'GET /signin/style.css':
        sendAsset(response, path.slice('/signin/'.length))
        return true
      case 'GET /api/people':
        sendJson(response, 200, { people: await this.options.people() })
        return true
      case 'POST /api/session':
        sendJson(response, 200, await this.open(request))
        return true
      case 'GET /api/me':
        sendJson(response, 200, { person: await this.me(request) })
        return true
      default:
        return false
    }
  }

  private async open(request: IncomingMessage): Promise<{ token: string; person: DemoPerson }> {
    const { person: id } = await readJsonObject(request, DOOR_LIMITS.maxSmallBodyBytes)
    if (typeof id !== 'string') throw REFUSALS.badRequest('person：请给出要登录的人')
    const person = await this.find(id)
    if (!person) throw REFUSALS.notFound()
    return { token: this.sessions.open(id), person }
  }

  private async me(request: IncomingMessage): Promise<DemoPerson> {
    const id = this.personOf(request)
    const person = id === null ? undefined : await this.find(id)
    if (!person) throw REFUSALS.signInFirst()
    return person
  }

  private async find(id: string): Promise<DemoPerson | undefined> {
    return (await this.options.people()).find((person) => person.id === id)
  }

  private sendPage(response: ServerResponse): void {
    const html = asset('page.html').toString('utf8')
    response.setHeader('content-security-policy', contentPolicy([]))
    response.writeHead(200, { 'content-type': contentTypeOf('page.html'), 'cache-control': 'no-cache' })
    response.end(this.options.banner ? withBanner(html) : html)
  }
}

const asset = (name: string): Buffer =>
  readFileSync(join(projectRoot(), 'localcloud', 'signin', 'assets', name))

function sendAsset(response: ServerResponse, name: string): void {
  response.writeHead(200, { 'content-type': contentTypeOf(name), 'cache-control': 'no-cache' })
  response.end(asset(name))
}
