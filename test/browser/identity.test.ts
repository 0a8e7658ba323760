import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CLIENT, openProvider, type Provider } from '../identity-provider.ts'
import { expectSeen, listAxeFindings, listOverflowing, takePicture } from './support-checks.ts'
import { openStand, settle, type SeenPage, type Stand } from './support.ts'

/** Signing in by an identity provider, as the person before the browser lives it. */
let provider: Provider
let stand: Stand
let seen: SeenPage
beforeAll(async () => {
  provider = await openProvider()
  stand = await openStand({
    environment: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_LINK_CLAIM: 'email',
    },
  })
  const admin = await stand.newPage({ as: 'system-admin' })
  await admin.go('/nguoi-dung')
  await admin.page.getByRole('button', { name: 'Thêm người dùng' }).click()
  const dialog = admin.page.getByRole('dialog')
  await dialog.getByLabel('Họ và tên').fill('Phạm Thị Định')
  await dialog.getByLabel('Thư điện tử').fill('dinh@tinhmau.example')
  await dialog.getByRole('combobox', { name: 'Vai trò' }).selectOption({ label: 'Người xem' })
  await dialog.getByRole('button', { name: 'Thêm người dùng' }).click()
  await expectSeen(admin.page.getByRole('heading', { name: 'Phạm Thị Định', level: 1 }))
  await admin.close()
})
afterAll(async () => {
  await stand.close()
  await provider.close()
})
beforeEach(() => provider.setLie(undefined))

const signIn = async (): Promise<void> => {
  seen = await stand.newPage()
  await seen.go('/dang-nhap')
  await seen.page.getByRole('link', { name: 'Đăng nhập bằng tài khoản định danh' }).click()
  await settle(seen.page)
}
const dinh = { sub: 'dinh', email: 'dinh@tinhmau.example', email_verified: true }

describe('the identity provider', () => {
  it('lets in whom the province knows', async () => {
    provider.setClaims(dinh)
    await signIn()
    await expectSeen(seen.page.getByRole('heading', { name: 'Hôm nay', level: 1 }))
    await expectSeen(seen.page.getByRole('button', { name: /Phạm Thị Định/u }))
    await seen.close()
  })

  it('has nobody of ours: the page says whom to ask', async () => {
    provider.setClaims({ sub: 'la', email: 'la@tinhmau.example', email_verified: true })
    await signIn()
    await expectSeen(seen.page.getByText('Chưa đăng nhập được bằng tài khoản định danh.'))
    await expectSeen(seen.page.getByText(/Danh tính này chưa gắn với tài khoản nào/u))
    await takePicture(seen.page, 'dinh-danh-tu-choi-office')
    expect(await listAxeFindings(seen.page)).toEqual([])
    await seen.close()
    const phone = await stand.newPage({ size: 'phone' })
    await phone.go('/dang-nhap?ly-do=khong-co-tai-khoan')
    await expectSeen(phone.page.getByText(/Danh tính này chưa gắn với tài khoản nào/u))
    await takePicture(phone.page, 'dinh-danh-tu-choi-phone')
    expect(await listOverflowing(phone.page)).toEqual([])
    await phone.close()
  })

  it('says something that cannot be trusted: the page says that it was not confirmed', async () => {
    provider.setClaims(dinh)
    provider.setLie('other-key')
    await signIn()
    await expectSeen(seen.page.getByText(/không xác nhận lần đăng nhập này/u))
    await seen.close()
  })

  it('knows somebody whose account was locked since', async () => {
    const admin = await stand.newPage({ as: 'system-admin' })
    await admin.go('/nguoi-dung?q=pham%20thi%20dinh')
    await admin.page.getByRole('link', { name: 'Phạm Thị Định' }).click()
    await admin.page.getByRole('button', { name: 'Khóa tài khoản' }).click()
    await expectSeen(admin.page.getByText('Đã khóa', { exact: true }))
    await admin.close()
    provider.setClaims(dinh)
    await signIn()
    await expectSeen(seen.page.getByText(/đang bị khóa/u))
    await seen.close()
  })

  it('gives way to the password: a wrong one is then what the page speaks of', async () => {
    seen = await stand.newPage()
    await seen.go('/dang-nhap?ly-do=tu-choi')
    await seen.page.getByLabel('Tên đăng nhập').fill('khong.co')
    await seen.page.getByLabel('Mật khẩu').fill('một mật khẩu nào đó')
    await seen.page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expectSeen(seen.page.getByText(/Tên đăng nhập hoặc mật khẩu/u))
    expect(await seen.page.getByText(/không xác nhận lần đăng nhập này/u).count()).toBe(0)
    await seen.close()
  })

  it('is not spoken of for a reason that nobody gave', async () => {
    seen = await stand.newPage()
    await seen.go('/dang-nhap?ly-do=toString')
    expect(await seen.page.getByText('Chưa đăng nhập được bằng tài khoản định danh.').count()).toBe(0)
    await seen.close()
  })

  it('does not answer: the page offers the password', async () => {
    seen = await stand.newPage()
    await seen.go('/dang-nhap?ly-do=khong-tra-loi')
    await expectSeen(seen.page.getByText(/tạm thời không trả lời/u))
    await expectSeen(seen.page.getByLabel('Mật khẩu'))
    await seen.close()
  })
})
