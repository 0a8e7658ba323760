import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectGone, expectSeen, listAxeFindings, takePicture } from './support-checks.ts'
import { findSamplePerson } from './support-province.ts'
import { openStand, settle, type Stand } from './support.ts'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
})
afterAll(async () => await stand.close())

describe('signing in', () => {
  it('leads back to the page and its filters', async () => {
    const { page, go, close } = await stand.newPage()
    await go('/co-quan?cap=commune')
    expect(new URL(page.url()).pathname).toBe('/dang-nhap')
    await page.getByRole('button', { name: findSamplePerson('committee-office').name }).click()
    await expectSeen(page.getByRole('heading', { name: 'Cơ quan', level: 1 }))
    expect(page.url()).toBe(`${stand.address}/co-quan?cap=commune`)
    await close()
  })

  it('never follows an address outside', async () => {
    const { page, go, close } = await stand.newPage()
    await go('/dang-nhap?tiep=%2F%2Fexample.org%2F')
    await page.getByRole('button', { name: findSamplePerson('viewer').name }).click()
    await expectSeen(page.getByRole('heading', { name: 'Hôm nay', level: 1 }))
    expect(new URL(page.url()).origin).toBe(stand.address)
    await close()
  })

  it('says what is wrong with a wrong password and keeps the name', async () => {
    const { page, go, close } = await stand.newPage()
    await go('/dang-nhap')
    await page.getByLabel('Tên đăng nhập').fill('quantri')
    await page.getByLabel('Mật khẩu').fill('không phải mật khẩu này')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expectSeen(page.getByRole('alert'))
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('quantri')
    await close()
  })

  it('ends with signing out: Back shows no page of the office', async () => {
    const { page, go, close } = await stand.newPage({ as: 'viewer' })
    await go('/co-quan')
    await page.getByRole('button', { name: /^Tài khoản/u }).click()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await expectSeen(page.getByRole('heading', { name: 'Đăng nhập', level: 1 }))
    await page.goBack()
    await expectSeen(page.getByRole('heading', { name: 'Đăng nhập', level: 1 }))
    await close()
  })
})

describe('the keyboard', () => {
  it('reaches everything by search, without tone marks and without the mouse', async () => {
    const { page, go, close } = await stand.newPage({ as: 'committee-office' })
    await go('/')
    await page.keyboard.press('/')
    await page.keyboard.type('so xay dung')
    await expectSeen(page.getByRole('link', { name: /Sở Xây dựng/u }))
    await takePicture(page, 'tim-kiem-office')
    expect(await listAxeFindings(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expectSeen(page.getByRole('heading', { name: /^Sở Xây dựng/u, level: 1 }))
    expect(new URL(page.url()).pathname).toBe('/co-quan/so-xay-dung')
    await close()
  })

  it('shows its own keys and goes by two letters', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin' })
    await go('/')
    await page.keyboard.press('?')
    await expectSeen(page.getByRole('dialog', { name: 'Phím tắt' }))
    await takePicture(page, 'phim-tat-office')
    expect(await listAxeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expectGone(page.getByRole('dialog'))
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await expectSeen(page.getByRole('heading', { name: 'Nhật ký', level: 1 }))
    await close()
  })

  it('does not take letters away from who types', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin' })
    await go('/co-quan')
    const box = page.getByRole('searchbox', { name: 'Tìm theo tên, tên viết tắt' })
    await box.fill('')
    await box.pressSequentially('gn/?')
    expect(await box.inputValue()).toBe('gn/?')
    expect(new URL(page.url()).pathname).toBe('/co-quan')
    await close()
  })

  it('skips to the content, and the focus follows the page', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin' })
    await go('/')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung')
    await page.getByRole('link', { name: 'Nhật ký' }).click()
    await expectSeen(page.getByRole('heading', { name: 'Nhật ký', level: 1 }))
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung')
    await close()
  })
})

describe('what a person may use', () => {
  it('is all that the rail shows', async () => {
    const { page, go, close } = await stand.newPage({ as: 'viewer' })
    await go('/')
    const rail = page.getByRole('navigation', { name: 'Các mục chính' })
    const labels = await rail.getByRole('link').allInnerTexts()
    expect(labels).toContain('Cơ quan')
    expect(labels).not.toContain('Nhật ký')
    expect(labels).not.toContain('Người dùng')
    await close()
  })

  it('is refused in words when somebody types the address', async () => {
    const { page, go, close } = await stand.newPage({ as: 'viewer' })
    await go('/nhat-ky')
    await expectSeen(page.getByRole('heading', { name: 'Tài khoản này không dùng trang này' }))
    await close()
  })
})

describe('trouble on the way', () => {
  it('says that the connection is lost and comes back by itself', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin' })
    await go('/')
    await page.context().setOffline(true)
    await page.getByRole('link', { name: 'Vai trò và quyền' }).click()
    await expectSeen(page.getByText('Mất kết nối với máy chủ. Nội dung đang nhập'))
    await takePicture(page, 'mat-ket-noi-office')
    await page.context().setOffline(false)
    await expectGone(page.getByText('Mất kết nối với máy chủ. Nội dung đang nhập'))
    await close()
  })

  it('waits for a server that is away and opens when it is back', async () => {
    const { page, close } = await stand.newPage({ as: 'system-admin' })
    const away = (url: string) =>
      page.route(url, async (route) => await route.fulfill({ status: 503, body: 'upstream is away' }))
    await away('**/api/**')
    await away('**/health')
    await page.goto('/co-quan')
    await expectSeen(page.getByRole('heading', { name: 'Máy chủ đang tạm dừng' }))
    await takePicture(page, 'may-chu-dung-office')
    await page.unroute('**/api/**')
    await page.unroute('**/health')
    await expectSeen(page.getByRole('heading', { name: 'Cơ quan', level: 1 }))
    await close()
  })
})

describe('the look', () => {
  it('is chosen by the person and kept', async () => {
    const { page, go, close } = await stand.newPage({ as: 'viewer' })
    await go('/')
    await page.getByRole('button', { name: /^Tài khoản/u }).click()
    await takePicture(page, 'trinh-don-tai-khoan-office')
    await page.getByLabel('Tối').check()
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
    expect(await theme()).toBe('dark')
    await go('/co-quan')
    expect(await theme()).toBe('dark')
    await close()
  })

  it('keeps the reporting period in the address from page to page', async () => {
    const { page, go, close } = await stand.newPage({ as: 'viewer' })
    await go('/?ky=2026-03')
    await expectSeen(
      page.getByRole('button', { name: /Kỳ báo cáo: Tháng 03\/2026 15\/02\/2026 – 14\/03\/2026/u }),
    )
    await page.getByRole('link', { name: 'Cơ quan', exact: true }).click()
    await expectSeen(page.getByRole('heading', { name: 'Cơ quan', level: 1 }))
    expect(new URL(page.url()).searchParams.get('ky')).toBe('2026-03')
    await page.getByRole('button', { name: /Kỳ báo cáo/u }).click()
    await takePicture(page, 'ky-bao-cao-office')
    await page.getByRole('button', { name: 'Kỳ trước' }).click()
    await page.waitForURL(/ky=2026-02/u)
    await close()
  })

  it('turns the rail into a sheet on a phone', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin', size: 'phone' })
    await go('/')
    await page.getByRole('button', { name: 'Mở các mục' }).click()
    await takePicture(page, 'cac-muc-phone')
    expect(await listAxeFindings(page)).toEqual([])
    await page.getByRole('link', { name: 'Người dùng' }).click()
    await expectSeen(page.getByRole('heading', { name: 'Người dùng', level: 1 }))
    expect(await page.getByRole('link', { name: 'Nhật ký' }).isVisible()).toBe(false)
    await close()
  })

  it('prints a list as a list: no frame, every row, title and province', async () => {
    const { page, go, close } = await stand.newPage({ as: 'committee-office' })
    await go('/co-quan?tinh-trang=all')
    const rows = await page.getByRole('row').count()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await takePicture(page, 'ban-in-office')
    expect(await page.getByRole('navigation', { name: 'Các mục chính' }).isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Thêm cơ quan' }).isVisible()).toBe(false)
    await expectSeen(page.getByText(/^Tỉnh Mẫu · In lúc \d\d\/\d\d\/\d{4} \d\d:\d\d$/u))
    expect(await page.getByRole('row').count()).toBe(rows)
    await close()
  })

  it('holds at twice the letter size without scrolling sideways', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin' })
    await go('/co-quan')
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    await settle(page)
    await takePicture(page, 'chu-gap-doi-office')
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    await close()
  })
})
