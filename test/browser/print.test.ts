import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSeen } from './support-checks.ts'
import { takePlanIn } from './support-plan.ts'
import { printSheets } from './support-print.ts'
import { openStand, type SeenPage, type Stand } from './support.ts'

/** A plan on paper: the meeting reads it there. */
let stand: Stand
let office: SeenPage
const LONG_DUTY = Array.from({ length: 60 }, (_, i) => `rà soát đoạn đường đèo dốc từ Km${100 + i}`)

beforeAll(async () => {
  stand = await openStand()
  office = await stand.newPage({ as: 'committee-office' })
  const document = await takePlanIn(office, [
    ...Array.from(
      { length: 9 },
      (_, i) => `Công an tỉnh tuần tra trên tuyến QL${i + 1} trong các dịp lễ, tết.`,
    ),
    `Sở Xây dựng chủ trì, phối hợp với Sở Giáo dục và Đào tạo ${LONG_DUTY.join('; ')}.`,
    ...Array.from(
      { length: 9 },
      (_, i) => `Sở Y tế trực cấp cứu tại điểm trực T${i + 1} trong các dịp lễ, tết.`,
    ),
  ])
  const { page, go } = office
  await go(`${document}/ra-soat`)
  await page.getByRole('button', { name: 'Nhận mọi mục nêu rõ' }).click()
  await expectSeen(page.locator('.proposal--accepted'))
  await page.getByRole('button', { name: 'Duyệt văn bản' }).click()
  await expectSeen(page.getByRole('dialog'))
  const leaveOut = page.getByText('Để các mục này ngoài kế hoạch')
  if ((await leaveOut.count()) > 0) await leaveOut.click()
  await page.getByRole('button', { name: 'Duyệt và lập kế hoạch' }).click()
  await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/u)
  await go(`${new URL(page.url()).pathname}?xem=nhiem-vu`)
})
afterAll(async () => await stand.close())

describe('the list of tasks on A4', () => {
  it('lets a tall row go on over the page, and keeps short ones whole', async () => {
    const sheets = await printSheets(office.page, 'in-nhiem-vu-dai')
    const sheetOf = (word: string): number => sheets.findIndex((sheet) => sheet.includes(word))
    expect(sheetOf('Km100')).toBeGreaterThanOrEqual(0)
    expect(sheetOf('Km159')).toBe(sheetOf('Km100') + 1)
    // It begins where the rows before it end, not on a sheet of its own.
    expect(sheetOf('QL9')).toBe(sheetOf('Km100'))
    // Each short duty ends on the sheet on which it begins.
    const count = (sheet: string, what: RegExp): number => sheet.match(what)?.length ?? 0
    for (const sheet of sheets) expect(count(sheet, /dịp/gu)).toBe(count(sheet, /(?:QL|T)\d(?=\s)/gu))
    for (const sheet of sheets) expect(sheet).toContain('Chủ trì')
  })

  it('gives whoever leads room for several words on a line', async () => {
    const [sheet = ''] = await printSheets(office.page)
    expect(sheet).toMatch(/ {2}Công an tỉnh(?: {2}|\n)/u)
  })
})
