import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amendmentText } from '#capabilities/documents/domain/amendment-testing.ts'
import { duties, planText } from '#apps/server/plan-testing.ts'
import { expectSeen, listAxeFindings, listOverflowing, takePicture } from './support-checks.ts'
import { hasMarginBoxes, printSheets } from './support-print.ts'
import { openStand, settle, type SeenPage, type Stand } from './support.ts'

/** A plan, then a document that amends parts of it, as the committee's office takes them in. */
let stand: Stand
let office: SeenPage
beforeAll(async () => {
  stand = await openStand()
  office = await stand.newPage({ as: 'committee-office' })
})
afterAll(async () => await stand.close())

const takeIn = async (name: string, text: string): Promise<string> => {
  const { page, go } = office
  await go('/van-ban/tiep-nhan')
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  const link = page.locator('a.button[href$="/ra-soat"]').last()
  await link.waitFor()
  return (await link.getAttribute('href')) ?? ''
}

const accept = async (button: string): Promise<void> => {
  const { page } = office
  await page.getByRole('button', { name: 'Nhận mọi mục nêu rõ' }).click()
  await page.waitForFunction(() => document.querySelector('button[aria-busy="true"]') === null)
  await page.getByRole('button', { name: 'Duyệt văn bản' }).click()
  const dialog = page.getByRole('dialog')
  const leaveOut = dialog.getByText('Để các mục này ngoài kế hoạch')
  await dialog.getByRole('button', { name: button }).waitFor()
  if ((await leaveOut.count()) > 0) await leaveOut.click()
  await dialog.getByRole('button', { name: button }).click()
  await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/u)
}

const number = '15/KH-UBND'
const amending = amendmentText([
  '1. Sửa đổi, bổ sung khoản 2 Mục III như sau:',
  '“2. Sở Xây dựng chủ trì rà soát, xử lý các điểm đen tai nạn giao thông; báo cáo kết quả trước ngày 30/9/2026.”',
  '2. Bãi bỏ khoản 4 Mục III.',
  '3. Thay thế cụm từ “Sở Y tế” bằng cụm từ “Trung tâm Y tế” tại khoản 3 Mục III.',
])

describe('an amendment of parts', () => {
  it('is recognised by what it says of itself, and shown before anything changes', async () => {
    const { page, go } = office
    await go(await takeIn('ke-hoach.txt', planText(duties, { number })))
    await accept('Duyệt và lập kế hoạch')
    await go(await takeIn('sua-doi.txt', amending))
    await expectSeen(page.getByText(/^Sửa đổi, bổ sung kế hoạch 15\/KH-UBND/u))
    await expectSeen(page.getByText(/kết thúc \d+; \d+ mục giữ nguyên/u))
    await takePicture(page, 'sua-doi-ra-soat-office')
    expect(await listAxeFindings(page)).toEqual([])
    expect(await listOverflowing(page)).toEqual([])
    await page.getByRole('button', { name: 'Xem từng thay đổi' }).click()
    const dialog = page.getByRole('dialog')
    await expectSeen(dialog.getByText('Bãi bỏ khoản 4 Mục III'))
    await expectSeen(dialog.getByText('Đổi từ ngữ'))
    await expectSeen(dialog.locator('li', { hasText: 'Đò Ngang' }).getByText('Kết thúc'))
    expect(await dialog.getByRole('radio', { name: 'Chỉ sửa đổi, bổ sung' }).isChecked()).toBe(true)
    await takePicture(page, 'sua-doi-thay-doi-office')
    expect(await listAxeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('changes what it names, and the plan’s history says which document did what', async () => {
    const { page } = office
    await accept('Duyệt và cập nhật kế hoạch')
    await page.getByRole('tab', { name: /^Nhiệm vụ/u }).click()
    await expectSeen(page.getByRole('row', { name: /điểm đen.*30\/09\/2026/u }))
    expect(await page.getByRole('row', { name: /Đò Ngang/u }).count()).toBe(0)
    await expectSeen(page.getByRole('row', { name: /trực cấp cứu/u }))
    await page.getByRole('tab', { name: 'Lịch sử' }).click()
    const told = page.locator('.history__one').first()
    await expectSeen(told.getByText(/sửa đổi, bổ sung/u))
    await expectSeen(told.locator('li', { hasText: 'Đò Ngang' }).getByText('Kết thúc'))
    await expectSeen(told.locator('li', { hasText: 'điểm đen' }).getByText('Sửa', { exact: true }))
    await settle(page)
    await takePicture(page, 'lich-su-ke-hoach-office')
    expect(await listAxeFindings(page)).toEqual([])
    expect(await listOverflowing(page)).toEqual([])
    await told.getByRole('link', { name: /45\/KH-UBND/u }).click()
    await expectSeen(page.getByRole('heading', { level: 1, name: /^Sửa đổi, bổ sung một số nội dung/u }))
    await expectSeen(page.getByRole('link', { name: /^15\/KH-UBND/u }))
  })
})

describe('a plan that is sent again under its number', () => {
  it('asks whether it takes the place of the whole, and offers the answer that ends nothing', async () => {
    const { page, go } = office
    const again = planText([duties[0] ?? '', duties[1] ?? ''], { number, day: '05 tháng 05 năm 2026' })
    await go(await takeIn('ban-sua.txt', again))
    await expectSeen(page.getByText('Thay thế toàn bộ hay chỉ sửa đổi, bổ sung?'))
    await page.getByRole('button', { name: 'Chọn cách thay đổi' }).click()
    const dialog = page.getByRole('dialog')
    const partly = dialog.getByRole('radio', { name: 'Chỉ sửa đổi, bổ sung' })
    await expect.poll(async () => await partly.isChecked()).toBe(true)
    await takePicture(page, 'hoi-cach-thay-doi-office')
    await dialog.getByRole('button', { name: 'Ghi nhận' }).click()
    await expectSeen(dialog.getByText(/sửa \d+, thêm \d+, kết thúc 0; \d+ mục giữ nguyên/u))
    await dialog.getByRole('radio', { name: 'Thay thế toàn bộ' }).check()
    await dialog.getByRole('button', { name: 'Ghi nhận' }).click()
    await expectSeen(dialog.locator('li', { hasText: 'trực cấp cứu' }).getByText('Kết thúc'))
    expect(await listAxeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expectSeen(page.getByText(/^Thay thế toàn bộ kế hoạch 15\/KH-UBND/u))
  })

  it('is asked the same on a phone', async () => {
    const phone = await stand.newPage({ as: 'committee-office', size: 'phone' })
    const id = new URL(office.page.url()).pathname
    await phone.go(id)
    await phone.page.getByRole('button', { name: 'Xem từng thay đổi' }).click()
    await expectSeen(phone.page.getByRole('dialog').getByRole('radio'))
    await takePicture(phone.page, 'hoi-cach-thay-doi-phone')
    expect(await listAxeFindings(phone.page)).toEqual([])
    expect(await listOverflowing(phone.page)).toEqual([])
    await phone.close()
  })
})

describe('the reporting period of the top bar', () => {
  it('is a filter of the lists with dates, and says which days it leaves', async () => {
    const { page, go } = office
    await go('/ke-hoach')
    await page.locator('table a').first().click()
    await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/u)
    const plan = new URL(page.url()).pathname
    await go(`${plan}?xem=nhiem-vu&ky=2026-07`)
    const all = await page.locator('tbody tr').count()
    await page
      .getByRole('checkbox', { name: 'Đến hạn trong kỳ tháng 07/2026 (15/06/2026 – 14/07/2026)' })
      .check()
    await expectSeen(page.getByRole('row', { name: /30\/06\/2026/u }))
    await expect.poll(async () => await page.locator('tbody tr').count()).toBeLessThan(all)
    await takePicture(page, 'trong-ky-nhiem-vu-office')
    expect(await listAxeFindings(page)).toEqual([])
    const sheets = await printSheets(page, 'in-nhiem-vu')
    expect(sheets[0]).toContain('Tỉnh Mẫu · kỳ tháng 07/2026 (15/06/2026 – 14/07/2026) · In lúc')
    expect(sheets[0]?.includes(`Trang 1/${sheets.length}`)).toBe(await hasMarginBoxes(page))
    // The words have the width: several of them on a line.
    expect(sheets[0]).toContain('Công an tỉnh chủ trì')
    await page.getByRole('button', { name: /^Kỳ báo cáo/u }).click()
    await page.getByRole('button', { name: 'Kỳ trước' }).click()
    await expect.poll(async () => await page.getByRole('row', { name: /30\/06\/2026/u }).count()).toBe(0)
  })

  it('leaves in the archive what came in its days', async () => {
    const { page, go } = office
    await go('/van-ban')
    const all = await page.locator('tbody tr').count()
    await page.getByRole('button', { name: 'Bộ lọc khác', exact: true }).click()
    await page.getByRole('checkbox', { name: /^Đến trong kỳ/u }).check()
    await expectSeen(page.getByRole('button', { name: 'Bộ lọc khác (1)' }))
    await page.waitForURL(/trong-ky=1/u)
    await settle(page)
    await expect.poll(async () => await page.locator('tbody tr').count()).toBe(all)
    await go('/van-ban?trong-ky=1&ky=2020-01')
    await expectSeen(page.getByText('Không có văn bản nào'))
    // What is set is counted while it is out of sight, and left by one press.
    await expectSeen(page.getByRole('button', { name: 'Bộ lọc khác (1)' }))
    await takePicture(page, 'trong-ky-kho-office')
    await page.getByRole('button', { name: 'Bỏ mọi bộ lọc' }).click()
    await expect.poll(async () => await page.locator('tbody tr').count()).toBe(all)
    await expectSeen(page.getByRole('button', { name: 'Bộ lọc khác', exact: true }))
    const phone = await stand.newPage({ as: 'committee-office', size: 'phone' })
    await phone.go('/van-ban?trong-ky=1')
    await takePicture(phone.page, 'trong-ky-kho-phone')
    expect(await listOverflowing(phone.page)).toEqual([])
    await phone.close()
  })
})

it('leaves a quiet console', () => {
  expect(office.complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([])
})
