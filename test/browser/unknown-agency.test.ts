import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectGone, expectSeen, listAxeFindings, listOverflowing, takePicture } from './support-checks.ts'
import { takePlanIn } from './support-plan.ts'
import { openStand, type SeenPage, type Stand } from './support.ts'

/** A document names agencies that nobody knows: whoever meets the finding says on the spot who they are. */
let stand: Stand
let office: SeenPage
let document: string
let plan: string
beforeAll(async () => {
  stand = await openStand()
  office = await stand.newPage({ as: 'committee-office' })
  document = await takePlanIn(office, [
    'Chi cục Đò Ngang Mẫu kiểm tra các bến khách ngang sông trước ngày 31/8/2026.',
    'Chi cục Phao Tiêu Mẫu cắm biển báo trên tuyến đường thủy trước ngày 30/9/2026.',
  ])
})
afterAll(async () => await stand.close())

const findingOf = (page: Page, name: string) =>
  page.locator('.proposal').filter({ hasText: `Cơ quan “${name}”` })

/** In the dialog that is open. */
const mapTo = async (page: Page, typed: string, name: RegExp): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill(typed)
  await page.getByRole('option', { name }).first().click()
  await dialog.getByRole('button', { name: 'Gán', exact: true }).click()
  await expectGone(dialog)
}

describe('an agency that the register does not know', () => {
  it('is mapped from the finding of the review, and only it is settled', async () => {
    const { page, go } = office
    await go(`${document}/ra-soat?loai=finding`)
    const finding = findingOf(page, 'Chi cục Đò Ngang Mẫu')
    await expectSeen(page.getByRole('tab', { name: /Phát hiện\s*2/u }))
    await finding.getByRole('button', { name: 'Gán cơ quan' }).click()
    await expectSeen(page.getByRole('dialog').getByText('Văn bản ghi “Chi cục Đò Ngang Mẫu”'))
    await takePicture(page, 'gan-co-quan-office')
    expect(await listAxeFindings(page)).toEqual([])
    await mapTo(page, 'so y te', /Sở Y tế/u)
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click()
    await expectSeen(page.getByText('“Chi cục Đò Ngang Mẫu” lại là chưa rõ cơ quan nào.'))
    await expectSeen(page.getByRole('tab', { name: /Phát hiện\s*2/u }))
    await finding.getByRole('button', { name: 'Gán cơ quan' }).click()
    await mapTo(page, 'so xay dung', /Sở Xây dựng/u)
    await expectSeen(finding.getByText('Đã gán'))
    await expectSeen(finding.getByText('Nay hiểu là Sở Xây dựng tỉnh Mẫu.'))
    await expectSeen(page.getByRole('tab', { name: /Phát hiện\s*1/u }))
    expect(await finding.getByRole('button', { name: 'Gán cơ quan' }).count()).toBe(0)
    await expectSeen(findingOf(page, 'Chi cục Phao Tiêu Mẫu').getByRole('button', { name: 'Gán cơ quan' }))
    await takePicture(page, 'phat-hien-da-gan-office')
    await page.getByRole('tab', { name: /Nhiệm vụ/u }).click()
    await expect.poll(() => page.getByRole('button', { name: 'gán cơ quan' }).count()).toBe(1)
  })

  it('is mapped on the page of the plan, and the plan follows', async () => {
    const { page } = office
    await page.getByRole('button', { name: 'Nhận mọi mục nêu rõ' }).click()
    await expectSeen(page.locator('.proposal--accepted'))
    await page.getByRole('button', { name: 'Duyệt văn bản' }).click()
    const leaveOut = page.getByText('Để các mục này ngoài kế hoạch')
    await expectSeen(page.getByRole('dialog'))
    if ((await leaveOut.count()) > 0) await leaveOut.click()
    await page.getByRole('button', { name: 'Duyệt và lập kế hoạch' }).click()
    await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/u)
    plan = new URL(page.url()).pathname
    await page.getByRole('tab', { name: /Phát hiện/u }).click()
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`Cơ quan “${name}”`, 'u') })
    await expectSeen(row('Chi cục Đò Ngang Mẫu').getByText('Đã gán: Sở Xây dựng tỉnh Mẫu'))
    await row('Chi cục Phao Tiêu Mẫu')
      .getByRole('button', { name: /^Gán cơ quan/u })
      .click()
    await mapTo(page, 'cong an tinh', /^Công an tỉnh Mẫu/u)
    // The notice goes by itself: taken back at once, whatever the plan has learnt by then.
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click()
    await expectSeen(page.getByText('“Chi cục Phao Tiêu Mẫu” lại là chưa rõ cơ quan nào.'))
    await row('Chi cục Phao Tiêu Mẫu')
      .getByRole('button', { name: /^Gán cơ quan/u })
      .click()
    await mapTo(page, 'cong an tinh', /^Công an tỉnh Mẫu/u)
    await expectSeen(row('Chi cục Phao Tiêu Mẫu').getByText('Đã gán: Công an tỉnh Mẫu'))
    await takePicture(page, 'ke-hoach-phat-hien-da-gan-office')
    expect(await listAxeFindings(page)).toEqual([])
    await page.getByRole('tab', { name: /Nhiệm vụ/u }).click()
    await expectSeen(page.getByRole('row', { name: /Chi cục Phao Tiêu Mẫu/u }))
    await expect.poll(() => page.getByRole('button', { name: /gán cơ quan/iu }).count()).toBe(0)
    await page.getByRole('tab', { name: /Theo cơ quan/u }).click()
    await expectSeen(page.getByRole('row', { name: /Công an tỉnh Mẫu/u }))
    // The list of tasks, where the printed name stays, may still be there for a moment.
    await expect.poll(() => page.getByRole('row', { name: /Chi cục Phao Tiêu Mẫu/u }).count()).toBe(0)
  })

  it('is settled in the review of the same document too', async () => {
    const { page, go } = office
    await go(`${document}/ra-soat?loai=finding`)
    await expectSeen(findingOf(page, 'Chi cục Phao Tiêu Mẫu').getByText('Nay hiểu là Công an tỉnh Mẫu.'))
    await expectSeen(page.getByRole('tab', { name: /Phát hiện\s*0/u }))
    expect(office.complaints).toEqual([])
  })

  it('is not offered to whoever may not change the register', async () => {
    const viewer = await stand.newPage({ as: 'viewer', size: 'phone' })
    await viewer.go(`${plan}?xem=phat-hien`)
    await expectSeen(viewer.page.getByText('Đã gán: Công an tỉnh Mẫu'))
    expect(await listOverflowing(viewer.page)).toEqual([])
    expect(await viewer.page.getByRole('button', { name: /gán cơ quan/iu }).count()).toBe(0)
    await viewer.close()
  })
})
