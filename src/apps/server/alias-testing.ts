import type { TestServer } from './testing.ts'

export const AGENCY_ALIASES = { printed: 'Chi cục Đò Ngang Mẫu', agency: 'so-xay-dung' } as const

/** Maps an unknown printed name to an agency, through the door of `people`. */
export const addAlias = async (server: TestServer): Promise<void> => {
  const { agency, printed } = AGENCY_ALIASES
  const known = await server.call('GET', `/api/agencies/${agency}`)
  const reply = await server.call('POST', `/api/agencies/${agency}/aliases`, {
    body: { alias: printed },
    version: known.version ?? 0,
  })
  if (reply.status >= 300) throw new Error(`the alias was refused: ${JSON.stringify(reply.body)}`)
}
