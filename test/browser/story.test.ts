import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyJournal } from '#platform/server/journal/verify.ts'
import { listAxeFindings, listOverflowing } from './support-checks.ts'
import { openStand, settle, type SeenPage, type Stand } from './support.ts'

/**
 * The whole story as an officer lives it: take documents in, review, accept, find again, print, export;
 * at the end the journal verifies. On the five source documents where they are, on the sample province's otherwise.
 */
const shared = process.env['BINHAN_SHARED'] ?? path.resolve('../shared')
const sources = path.join(shared, 'documents')
const own = path.resolve('provinces/tinh-mau/documents')
const folder = fs.existsSync(sources) ? sources : own
const files = fs
  .readdirSync(folder)
  .filter((name) => /\.(?:txt|docx)$/u.test(name))
  .toSorted()
  .map((name) => path.join(folder, name))

let stand: Stand
let office: SeenPage
beforeAll(async () => {
  stand = await openStand()
  office = await stand.newPage({ as: 'committee-office' })
})
afterAll(async () => await stand.close())

const reviewLinks = async (): Promise<string[]> =>
  await office.page.$$eval('a.button[href$="/ra-soat"]', (links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  )

describe('a plan from the mail to the work', () => {
  let links: string[] = []

  it('is taken in, several at once', { timeout: 300_000 }, async () => {
    const { page, go } = office
    await go('/van-ban/tiep-nhan')
    await page.setInputFiles('input[type=file]', files)
    await page.waitForFunction(
      (count) => document.querySelectorAll('.imports__item [role=status] .chip').length >= count,
      files.length,
      { timeout: 200_000 },
    )
    links = await reviewLinks()
    expect(links.length).toBeGreaterThanOrEqual(Math.min(3, files.length))
    expect(await listAxeFindings(page)).toEqual([])
    expect(await listOverflowing(page)).toEqual([])
  })

  it('is recognised when it comes a second time', async () => {
    const { page, go } = office
    await go('/van-ban/tiep-nhan')
    await page.reload()
    await settle(page)
    await page.setInputFiles('input[type=file]', files.slice(0, 1))
    await page.getByText('Tệp này đã có trong kho').waitFor()
    const list = (await (await page.request.get('/api/documents?size=100')).json()) as { total: number }
    expect(list.total).toBe(new Set(files.map((file) => fs.readFileSync(file, 'latin1'))).size)
  })

  it('is refused with the reason when it is no document', async () => {
    const { page } = office
    await page.setInputFiles('input[type=file]', {
      name: 'rong.txt',
      mimeType: 'text/plain',
      buffer: Buffer.alloc(0),
    })
    await page
      .getByText(/Tệp không có nội dung \(0 byte\)/u)
      .first()
      .waitFor()
  })

  it('lights up on both sides', async () => {
    const { page, go } = office
    await go(links[0] ?? '')
    const card = page.locator('.proposal').first()
    await card.hover()
    await page.locator('.paper__mark--active').first().waitFor()
    const marks = await page.locator('.paper__mark--active').first().getAttribute('data-marks')
    // A finding may stand on the same words.
    expect(marks?.split(' ').map((mark) => `muc-${mark}`)).toContain(await card.getAttribute('id'))
    expect(await listAxeFindings(page)).toEqual([])
    expect(await listOverflowing(page)).toEqual([])
  })

  it('is edited, dropped and taken back', async () => {
    const { page } = office
    const card = page.locator('.proposal--open').first()
    const name = (await card.getAttribute('id')) ?? ''
    const self = page.locator(`[id="${name}"]`)
    await self.getByRole('button', { name: /^Bỏ mục/u }).click()
    await page.locator(`.proposal--dropped[id="${name}"]`).waitFor()
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click()
    await page.locator(`.proposal--open[id="${name}"]`).waitFor()
    await self.getByRole('button', { name: /^Sửa mục/u }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Hạn hoàn thành').fill('31/4/2026')
    await dialog.getByRole('button', { name: 'Lưu và nhận' }).click()
    await dialog.getByText(/không có trong lịch/u).waitFor()
    await dialog.getByLabel('Hạn hoàn thành').fill('30/4/2026')
    expect(await listAxeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Lưu và nhận' }).click()
    await page.locator(`.proposal--accepted[id="${name}"]`).getByText('30/04/2026').waitFor()
  })

  it('becomes a programme once a person has accepted it', { timeout: 300_000 }, async () => {
    const { page, go } = office
    for (const link of links) {
      await go(link)
      await page.getByRole('button', { name: 'Nhận mọi mục nêu rõ' }).click()
      await page.waitForFunction(() => document.querySelector('button[aria-busy="true"]') === null)
      await page.getByRole('button', { name: 'Duyệt văn bản' }).click()
      const leaveOut = page.getByText('Để các mục này ngoài kế hoạch')
      if ((await leaveOut.count()) > 0) await leaveOut.click()
      await page.getByRole('button', { name: 'Duyệt và lập kế hoạch' }).click()
      await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/u)
    }
    const list = (await (await page.request.get('/api/programmes?size=100')).json()) as { total: number }
    expect(list.total).toBe(links.length)
  })

  it('is shown as its outline, its agencies and its lists', async () => {
    const { page } = office
    await settle(page)
    const address = page.url()
    for (const tab of [
      'de-cuong',
      'co-quan',
      'nhiem-vu',
      'chi-tieu',
      'thoi-han',
      'bao-cao',
      'dieu-kien',
      'phat-hien',
    ]) {
      await page.goto(`${address}?xem=${tab}`)
      await settle(page)
      expect(await listAxeFindings(page), tab).toEqual([])
      expect(await listOverflowing(page), tab).toEqual([])
    }
  })

  it('opens the clause from an item', async () => {
    const { page } = office
    await page.goto(`${page.url().split('?')[0]}?xem=nhiem-vu`)
    await settle(page)
    await page.locator('table a[href*="vi="]').first().click()
    await page.locator('.paper__here').waitFor()
  })

  it('is found without tone marks', async () => {
    const { page, go } = office
    await go('/van-ban?q=an%20toan%20giao%20thong')
    await page.locator('table mark').first().waitFor()
    expect(await listAxeFindings(page)).toEqual([])
    await page.keyboard.press('/')
    await page.keyboard.type('so y te')
    await page.getByRole('option').or(page.locator('[role=listbox] a, .search-box a')).first().waitFor()
  })

  it('prints on A4 and exports to Excel', async () => {
    const { page, go } = office
    await go('/ke-hoach')
    await page.locator('table a').first().click()
    await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/u)
    await settle(page)
    // The page says its own size; left to itself, the browser prints on Letter (612 × 792 points).
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/u)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Xuất Excel' }).click()
    const file = await (await download).path()
    expect(fs.readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  })

  it('leaves a journal that verifies and a quiet console', async () => {
    const { db } = stand.server.services.database
    const check = await verifyJournal(db, stand.server.services.province)
    expect(check.faults).toEqual([])
    expect(check.entries).toBeGreaterThan(links.length * 3)
    expect(office.complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([])
  })
})
