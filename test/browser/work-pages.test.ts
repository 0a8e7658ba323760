import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectGone, expectSeen, listAxeFindings, listOverflowing, takePicture } from './support-checks.ts'
import { expectSound, looks } from './support-looks.ts'
import { openStand, settle, type SeenPage, type Stand } from './support.ts'

type AriaRole = Parameters<Page['getByRole']>[0]

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
    ['mot-ke-hoach-chi-tieu', '/ke-hoach/:plan?xem=chi-tieu'],
    ['mot-ke-hoach-bao-cao', '/ke-hoach/:plan?xem=bao-cao'],
    ['mot-ke-hoach-dieu-kien', '/ke-hoach/:plan?xem=dieu-kien'],
    ['mot-ke-hoach-phat-hien', '/ke-hoach/:plan?xem=phat-hien'],
    ['mot-ke-hoach-lich-su', '/ke-hoach/:plan?xem=lich-su'],
    ['mot-ke-hoach-cua-co-quan', '/ke-hoach/:plan?xem=co-quan&cq=so-xay-dung'],
    ['ra-soat-phat-hien', '/van-ban/:id/ra-soat?loai=finding'],
    ['ra-soat-bao-cao', '/van-ban/:id/ra-soat?loai=reporting'],
    ['mot-van-ban-noi-dung', '/van-ban/:id?xem=noi-dung'],
    ['mot-van-ban-vien-dan', '/van-ban/:id?xem=vien-dan'],
    ['kho-van-ban-trong', '/van-ban?q=kh%C3%B4ng%20c%C3%B3'],
  ])('%s', async (name, path) => {
    await expectSound(seen, look, name, path.replace(':id', document).replace(':plan', plan))
  })

  /** Each opened by pressing these, one after the other. */
  it.each<[string, string, ...(readonly [AriaRole, RegExp])[]]>([
    ['hop-them-muc', '/van-ban/:id/ra-soat', ['button', /^Thêm mục/u]],
    ['hop-sua-nhiem-vu', '/van-ban/:id/ra-soat', ['button', /^Sửa mục/u]],
    ['hop-sua-chi-tieu', '/van-ban/:id/ra-soat?loai=target', ['button', /^Sửa mục/u]],
    ['hop-sua-thoi-han', '/van-ban/:id/ra-soat?loai=deadline', ['button', /^Sửa mục/u]],
    ['hop-sua-bao-cao', '/van-ban/:id/ra-soat?loai=reporting', ['button', /^Sửa mục/u]],
    ['hop-tach-muc', '/van-ban/:id/ra-soat', ['button', /^Việc khác/u], ['menuitem', /^Tách/u]],
    ['hop-duyet', '/van-ban/:id/ra-soat', ['button', /^Duyệt văn bản/u]],
    ['hop-thu-hoi', '/van-ban/:id', ['button', /^Thu hồi/u]],
    ['hop-them-co-quan', '/co-quan', ['button', /^Thêm cơ quan/u]],
    ['hop-them-nhom', '/nhom-co-quan', ['button', /^Thêm nhóm/u]],
  ])('%s', async (name, path, ...presses) => {
    const { page, go } = seen
    await go(path.replace(':id', document))
    for (const [role, label] of presses) await page.getByRole(role, { name: label }).first().click()
    await expectSeen(page.getByRole('dialog').getByRole('heading', { level: 2 }))
    await settle(page)
    await takePicture(page, `${name}-${look.name}`)
    expect(await listOverflowing(page)).toEqual([])
    expect(look.isAxeLeftOut ? [] : await listAxeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expectGone(page.getByRole('dialog'))
  })
})
