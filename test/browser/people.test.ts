import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeXlsx } from 'hucre'
import { expectGone, expectSeen, listAxeFindings, takePicture } from './support-checks.ts'
import { openStand, type Stand } from './support.ts'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
})
afterAll(async () => await stand.close())

describe('agencies', () => {
  it('are found without tone marks, sorted by their heads, and Back restores the list', async () => {
    const { page, go, close } = await stand.newPage({ as: 'committee-office' })
    await go('/co-quan')
    await page.getByRole('searchbox', { name: 'Tìm theo tên, tên viết tắt' }).fill('giao thong')
    await page.waitForURL(/q=giao/u)
    await page.getByLabel('Tình trạng').selectOption({ label: 'Tất cả' })
    await expectSeen(page.getByRole('link', { name: /^Sở Giao thông vận tải/u }))
    await page.getByRole('button', { name: 'Cấp', exact: true }).click()
    await page.waitForURL(/xep=cap/u)
    const head = page.getByRole('columnheader', { name: 'Cấp' })
    await expect.poll(async () => await head.getAttribute('aria-sort')).toBe('ascending')
    await page.getByRole('link', { name: /^Sở Giao thông vận tải/u }).click()
    await expectSeen(page.getByRole('heading', { name: 'Nhiệm vụ chuyển cho' }))
    await expectSeen(page.getByRole('link', { name: /^Sở Xây dựng/u }))
    await takePicture(page, 'co-quan-da-thoi-office')
    await page.goBack()
    await expectSeen(page.getByRole('link', { name: /^Sở Giao thông vận tải/u }))
    expect(new URL(page.url()).searchParams.get('xep')).toBe('cap')
    await close()
  })

  it('never lose one officer’s words to another’s: the later one is told and keeps what was typed', async () => {
    const first = await stand.newPage({ as: 'committee-office' })
    const second = await stand.newPage({ as: 'system-admin' })
    for (const { page, go } of [first, second]) {
      await go('/co-quan/so-y-te')
      await page.getByRole('button', { name: 'Sửa cơ quan' }).click()
      await expectSeen(page.getByLabel('Tên gọi khác, tên viết tắt'))
    }
    expect(await listAxeFindings(first.page)).toEqual([])
    await takePicture(first.page, 'sua-co-quan-office')
    await first.page.getByLabel('Tên gọi khác, tên viết tắt').fill('SYT\nNgành y tế tỉnh')
    await first.page.getByRole('button', { name: 'Lưu cơ quan' }).click()
    await expectSeen(first.page.getByText('Đã lưu cơ quan.'))
    await second.page.getByLabel('Tên gọi khác, tên viết tắt').fill('Sở Y')
    await second.page.getByRole('button', { name: 'Lưu cơ quan' }).click()
    await expectSeen(second.page.getByText('Nội dung đã được người khác sửa trong lúc đang xem.'))
    expect(await second.page.getByLabel('Tên gọi khác, tên viết tắt').inputValue()).toBe('Sở Y')
    await expectSeen(first.page.getByText('Ngành y tế tỉnh'))
    await first.close()
    await second.close()
  })

  it('are added with their code made from the name', async () => {
    const { page, go, close } = await stand.newPage({ as: 'committee-office' })
    await go('/co-quan')
    await page.getByRole('button', { name: 'Thêm cơ quan' }).click()
    await page.getByLabel('Tên đầy đủ').fill('Tổ công tác đường đèo')
    await page.getByLabel('Loại cơ quan').last().selectOption({ label: 'Tổ công tác, đoàn liên ngành' })
    const parent = page.getByRole('combobox', { name: 'Cơ quan cấp trên trực tiếp' })
    await parent.fill('sxd')
    await page.getByRole('option', { name: /^Sở Xây dựng/u }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Thêm cơ quan' }).click()
    await expectSeen(page.getByRole('heading', { name: 'Tổ công tác đường đèo', level: 1 }))
    expect(new URL(page.url()).pathname).toBe('/co-quan/to-cong-tac-duong-deo')
    await expectSeen(page.getByRole('link', { name: /^Sở Xây dựng/u }))
    await close()
  })
})

describe('people', () => {
  it('come in by a one-time link and then by their own password', async () => {
    const admin = await stand.newPage({ as: 'system-admin' })
    await admin.go('/nguoi-dung')
    await admin.page.getByRole('button', { name: 'Thêm người dùng' }).click()
    await admin.page.getByLabel('Họ và tên').fill('Nguyễn Thị Thử')
    const account = admin.page.getByRole('textbox', { name: 'Tên đăng nhập' })
    await expect.poll(async () => await account.inputValue()).toBe('nguyen.thi.thu')
    await admin.page
      .getByRole('dialog')
      .getByRole('combobox', { name: 'Vai trò' })
      .selectOption({ label: 'Người xem' })
    expect(await listAxeFindings(admin.page)).toEqual([])
    await takePicture(admin.page, 'them-nguoi-dung-office')
    await admin.page.getByRole('dialog').getByRole('button', { name: 'Thêm người dùng' }).click()
    await expectSeen(admin.page.getByRole('heading', { name: 'Nguyễn Thị Thử', level: 1 }))
    await admin.page.getByRole('button', { name: 'Cấp đường dẫn đặt mật khẩu' }).click()
    const link = await admin.page.getByLabel('Đường dẫn dùng một lần').inputValue()
    await takePicture(admin.page, 'mot-nguoi-dung-office')

    const { page, go, close } = await stand.newPage()
    const { pathname, search } = new URL(link)
    await go(pathname + search)
    expect(await listAxeFindings(page)).toEqual([])
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill('ngắn quá')
    await page.getByLabel('Nhập lại mật khẩu mới').focus()
    await expectSeen(page.getByText('Mật khẩu mới có 8 ký tự, cần ít nhất 10.'))
    await takePicture(page, 'dat-mat-khau-office')
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill('đường đèo mùa sương mù')
    await page.getByLabel('Nhập lại mật khẩu mới').fill('đường đèo mùa sương mù')
    await page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click()
    await expectSeen(page.getByRole('heading', { name: 'Hôm nay', level: 1 }))
    await page.getByRole('button', { name: /^Tài khoản/u }).click()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByLabel('Tên đăng nhập').fill('nguyen.thi.thu')
    await page.getByLabel('Mật khẩu').fill('đường đèo mùa sương mù')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expectSeen(page.getByRole('heading', { name: 'Hôm nay', level: 1 }))
    await go(pathname + search)
    await expectSeen(page.getByText('Đường dẫn này không dùng được.'))
    await admin.close()
    await close()
  })

  it('come in bulk from a sheet, all or none, with every fault named', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin' })
    const head = ['Họ và tên', 'Tên đăng nhập', 'Cơ quan', 'Vai trò', 'Địa bàn', 'Thư điện tử', 'Điện thoại']
    const sheet = async (rows: readonly (readonly string[])[]) => ({
      name: 'nguoi-dung.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(
        await writeXlsx({ sheets: [{ name: 'Người dùng', rows: [head, ...rows] as string[][] }] }),
      ),
    })
    await go('/nguoi-dung/nhap')
    const input = page.locator('input[type="file"]')
    await input.setInputFiles(
      await sheet([['Lê Văn Một', 'le.van.mot', 'Sở Không Có', 'Đầu mối của cơ quan', '', '', '']]),
    )
    await expectSeen(page.getByText(/Bảng tính còn \d+ chỗ cần sửa\./u))
    await takePicture(page, 'nhap-nguoi-dung-loi-office')
    expect(await listAxeFindings(page)).toEqual([])
    await input.setInputFiles(
      await sheet([
        ['Lê Văn Một', 'le.van.mot', 'Sở Xây dựng', 'Đầu mối của cơ quan', '', '', ''],
        ['Lê Thị Hai', 'le.thi.hai', 'Sở Y tế', 'Đầu mối của cơ quan', '', 'hai@tinhmau.example', ''],
      ]),
    )
    await page.getByRole('button', { name: 'Tạo 2 tài khoản' }).click()
    await expectSeen(page.getByText('Đã tạo 2 tài khoản.'))
    await takePicture(page, 'nhap-nguoi-dung-xong-office')
    expect(await page.getByText(/\/dat-mat-khau\?token=/u).count()).toBe(2)
    await go('/nguoi-dung?q=le%20thi')
    await expectSeen(page.getByRole('link', { name: 'Lê Thị Hai' }))
    await close()
  })

  it('are locked and unlocked again without a question asked', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin' })
    await go('/nguoi-dung?q=le%20thi%20mai')
    await page.getByRole('link', { name: 'Lê Thị Mai' }).click()
    await page.getByRole('button', { name: 'Khóa tài khoản' }).click()
    await expectSeen(page.getByText('Đã khóa', { exact: true }))
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await expectGone(page.getByText('Đã khóa', { exact: true }))
    await expectSeen(page.getByRole('button', { name: 'Khóa tài khoản', exact: true }))
    await close()
  })

  it('stand in for each other during leave, and say so', async () => {
    const { page, go, close } = await stand.newPage({ as: 'agency-head' })
    await go('/uy-quyen')
    await page.getByRole('button', { name: 'Ủy quyền' }).click()
    await takePicture(page, 'uy-quyen-moi-office')
    expect(await listAxeFindings(page)).toEqual([])
    await close()
  })

  it('see and end their own sessions', async () => {
    const { page, go, close } = await stand.newPage({ as: 'commune-focal' })
    const other = await stand.newPage({ as: 'commune-focal' })
    await go('/tai-khoan')
    await expectSeen(page.getByText('Phiên này'))
    await page.getByRole('button', { name: 'Kết thúc', exact: true }).first().click()
    await expectSeen(page.getByText('Đã kết thúc phiên đăng nhập.'))
    await other.go('/co-quan')
    await expectSeen(other.page.getByRole('heading', { name: 'Đăng nhập', level: 1 }))
    await other.close()
    await close()
  })
})

describe('the journal', () => {
  it('names who did what, filters by it, and proves itself', async () => {
    const { page, go, close } = await stand.newPage({ as: 'system-admin' })
    await go('/nhat-ky')
    await page.getByRole('button', { name: 'Kiểm tra tính toàn vẹn' }).click()
    await expectSeen(page.getByText(/Nhật ký nguyên vẹn: \d+ dòng\./u))
    await page.getByRole('button', { name: 'Đã đăng nhập.' }).first().click()
    await expectSeen(page.getByRole('dialog').getByText('session.started'))
    await takePicture(page, 'mot-dong-nhat-ky-office')
    expect(await listAxeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('row').nth(1).getByTitle('Chỉ xem việc của người này').click()
    await page.waitForURL(/nguoi=/u)
    await page.getByRole('button', { name: /^Bỏ lọc/u }).click()
    expect(new URL(page.url()).search).toBe('')
    await close()
  })
})
