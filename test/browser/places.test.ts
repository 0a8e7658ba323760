import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAxeFindings, takePicture } from './support-checks.ts'
import { openStand, settle, type SeenPage, type Stand } from './support.ts'

/** An office worker looks for where things are, before and after the reorganisation, and keeps the registers. */

let stand: Stand
let seen: SeenPage
beforeAll(async () => {
  stand = await openStand()
  seen = await stand.newPage({ as: 'system-admin' })
})
afterAll(async () => {
  await seen.close()
  await stand.close()
})

const rows = async (): Promise<string[]> => {
  await settle(seen.page)
  return await seen.page.locator('tbody tr td:first-child').allInnerTexts()
}

describe('units', () => {
  it('are found without tone marks, and follow into their past', async () => {
    const { page } = seen
    await seen.go('/dia-ban')
    await page.getByLabel('Tìm theo tên, mã').fill('xa suoi vang')
    await expect.poll(rows).toEqual(['Xã Suối Vàng'])
    await page.getByRole('link', { name: 'Xã Suối Vàng' }).click()
    await page.getByRole('heading', { name: 'Hình thành từ' }).waitFor()
    await page.getByRole('link', { name: 'Thị trấn Suối Vàng' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Thị trấn Suối Vàng' }).waitFor()
    expect(new URL(page.url()).searchParams.get('ngay')).toBe('2025-06-30')
    await page.getByRole('heading', { name: 'Nhập vào' }).waitFor()
  })

  it('show the districts of the day before the reorganisation', async () => {
    const { page } = seen
    await seen.go('/dia-ban')
    await page.getByRole('button', { name: 'Trước 01/07/2025' }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('ngay')).toBe('2025-06-30')
    await page.getByLabel('Loại đơn vị').selectOption({ label: 'Huyện' })
    await expect.poll(rows).toEqual(['Huyện Đèo Gió', 'Huyện Suối Vàng'])
    await seen.go('/dia-ban?loai=rural-district')
    expect(await page.getByText('Không có đơn vị nào khớp').count()).toBe(1)
  })

  it('say so when a code named nothing on that day', async () => {
    await seen.go('/dia-ban/902?ngay=2026-01-01')
    const said = seen.page.getByText('Không có đơn vị hành chính mang mã này vào ngày đó.')
    await said.waitFor()
    expect(await said.count()).toBe(1)
  })
})

describe('roads', () => {
  it('are added and edited in a dialog', async () => {
    const { page } = seen
    const dialog = page.getByRole('dialog')
    await seen.go('/tuyen-duong')
    await page.getByRole('button', { name: 'Thêm tuyến' }).click()
    await dialog.getByLabel('Ký hiệu').fill('ĐT.905')
    await dialog.getByLabel('Tên tuyến').fill('Đường tỉnh 905')
    await dialog.getByLabel('Chiều dài trong tỉnh (km)').fill('12,5')
    expect(await listAxeFindings(page)).toEqual([])
    await takePicture(page, 'them-tuyen-duong')
    await dialog.getByRole('button', { name: 'Thêm tuyến' }).click()
    await expect.poll(rows).toContain('ĐT.905')

    await page.getByRole('button', { name: 'Sửa tuyến ĐT.905' }).click()
    await dialog.getByLabel('Tên tuyến').fill('Đường tỉnh 905 (mới)')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await page.getByRole('cell', { name: 'Đường tỉnh 905 (mới)' }).waitFor()
  })
})

describe('the working calendar', () => {
  it('is entered for a new year, and refuses what contradicts itself', async () => {
    const { page } = seen
    const dialog = page.getByRole('dialog')
    await seen.go('/lich-lam-viec?nam=2027')
    await page.getByRole('button', { name: 'Nhập lịch năm 2027' }).first().click()
    await dialog.getByRole('button', { name: 'Thêm dịp nghỉ' }).click()
    await dialog.getByLabel('Dịp nghỉ', { exact: true }).fill('Tết Dương lịch')
    await dialog.getByLabel('Từ ngày').fill('01/01/2026')
    await dialog.getByLabel('Đến hết ngày').fill('01/01/2026')
    await dialog.getByLabel('Căn cứ').fill('Thông báo thử')
    await dialog.getByRole('button', { name: 'Lưu lịch' }).click()
    await dialog.getByText('không nằm trong năm 2027').waitFor()
    await dialog.getByLabel('Từ ngày').fill('01/01/2027')
    await dialog.getByLabel('Đến hết ngày').fill('01/01/2027')
    expect(await listAxeFindings(page)).toEqual([])
    await takePicture(page, 'nhap-lich')
    await dialog.getByRole('button', { name: 'Lưu lịch' }).click()
    await page.getByRole('cell', { name: 'Tết Dương lịch' }).waitFor()
  })

  it('promises no more than it does: no deadline is moved by it', async () => {
    await seen.go('/lich-lam-viec?nam=2031')
    await seen.page.getByText('không tự dời theo lịch này').waitFor()
    await seen.page.getByText('Năm chưa có lịch thì không có gì được tính').waitFor()
  })

  it('may be read but not changed by whoever only looks', async () => {
    const viewer = await stand.newPage({ as: 'viewer' })
    await viewer.go('/lich-lam-viec?nam=2026')
    expect(await viewer.page.getByRole('cell', { name: 'Quốc khánh' }).count()).toBe(1)
    expect(await viewer.page.getByRole('button', { name: 'Sửa lịch' }).count()).toBe(0)
    await viewer.go('/tuyen-duong')
    expect(await viewer.page.getByRole('button', { name: 'Thêm tuyến' }).count()).toBe(0)
    await viewer.close()
  })
})
