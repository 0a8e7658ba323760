import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectSound, looks } from './support-looks.ts'
import { openStand, type SeenPage, type Stand } from './support.ts'

/** The pages of the daily work, as the committee's office meets them with the sample's documents read. */
let stand: Stand
let document: string
let plan: string

/**
 * Waits until the sample has settled: two plans accepted and laid out as programmes, one in review. The hook's own
 * limit ends a wait that leads nowhere.
 */
const findWork = async (): Promise<{ document: string; plan: string }> => {
  const { page, close } = await stand.newPage({ as: 'committee-office' })
  const list = async (path: string) =>
    ((await (await page.request.get(path)).json()) as { items: { id: string }[] }).items
  try {
    for (;;) {
      const [read, plans] = [await list('/api/documents?size=50&state=read'), await list('/api/programmes')]
      const [document, plan] = [read[0], plans[0]]
      if (document && plan && read.length === 1 && plans.length === 2)
        return { document: document.id, plan: plan.id }
      await new Promise((done) => setTimeout(done, 500))
    }
  } finally {
    await close()
  }
}

beforeAll(async () => {
  stand = await openStand({ withDocuments: true })
  ;({ document, plan } = await findWork())
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
    ['mot-ke-hoach', '/ke-hoach/:plan'],
    ['mot-ke-hoach-co-quan', '/ke-hoach/:plan?xem=co-quan'],
    ['mot-ke-hoach-nhiem-vu', '/ke-hoach/:plan?xem=nhiem-vu'],
    ['mot-ke-hoach-thoi-han', '/ke-hoach/:plan?xem=thoi-han'],
  ])('%s', async (name, path) => {
    await expectSound(seen, look, name, path.replace(':id', document).replace(':plan', plan))
  })
})
