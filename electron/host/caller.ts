import type { IncomingMessage } from 'node:http'
import { Person } from '../../shared/contract/control.ts'
import { PERSON_HEADER } from '../../shared/contract/person-header.ts'
import { shownName } from '../../shared/text/safe-name.ts'

/** Who sent a request, as their browser says. It goes into history, so nothing unseen may hide in it. */
export function personOf(request: IncomingMessage): Person {
  try {
    const said = Person.parse(JSON.parse(decodeURIComponent(String(request.headers[PERSON_HEADER] ?? ''))))
    return { name: shownName(said.name), role: shownName(said.role) }
  } catch {
    return { name: '', role: '' }
  }
}
