import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectSound, looks } from './support-looks.ts'
import { openStand, type SeenPage, type Stand } from './support.ts'

/** The pages of the daily work, as the committee's office meets them with the sample's documents read. */
let stand: Stand
let document: string

/** Waits for the reader; the hook's own limit ends a wait that leads nowhere. */
const findReadDocument = async (): Promise<string> => {
  const { page, close } = await stand.newPage({ as: 'committee-office' })
  try {
    for (;;) {
      const reply = await page.request.get('/api/documents?size=50&state=read')
      const { items } = (await reply.json()) as { items: { id: string }[] }
      if (items[0]) return items[0].id
      await new Promise((done) => setTimeout(done, 500))
    }
  } finally {
    await close()
  }
}

beforeAll(async () => {
  stand = await openStand({ withDocuments: true })
  document = await findReadDocument()
})
afterAll(async () => await stand.close())

describe.each(looks)('$name', (look) => {
  let seen: SeenPage
  beforeAll(async () => {
    seen = await stand.newPage({ ...look, as: 'committee-office' })
  })
  afterAll(async () => await seen.close())

  it.each([
    ['hom-nay-co-viec', '/'],
    ['kho-van-ban', '/van-ban'],
    ['tiep-nhan', '/van-ban/tiep-nhan'],
    ['mot-van-ban', '/van-ban/:id'],
    ['ra-soat', '/van-ban/:id/ra-soat'],
    ['ke-hoach', '/ke-hoach'],
  ])('%s', async (name, path) => await expectSound(seen, look, name, path.replace(':id', document)))
})
