import { describe, expect, it } from 'vitest'
import { isSignInNeeded, isTransient, noConnection, toApiProblem, toProblem } from './problem.ts'

describe('a refusal', () => {
  it('keeps what, where and what to do of the server', () => {
    const problem = toApiProblem(409, {
      code: 'people.login-taken',
      title: 'Tên đăng nhập này đã có người dùng.',
      detail: 'nguyen.van.an',
      action: 'Chọn tên khác.',
      facts: { login: 'nguyen.van.an' },
      requestId: 'r1',
    })
    expect(problem).toMatchObject({
      status: 409,
      code: 'people.login-taken',
      title: 'Tên đăng nhập này đã có người dùng.',
      detail: 'nguyen.van.an',
      action: 'Chọn tên khác.',
      requestId: 'r1',
    })
    expect(isTransient(problem)).toBe(false)
  })

  it.each([502, 503, 504])('of a proxy (%i) passes by itself', (status) => {
    const problem = toApiProblem(status, '<html>Bad gateway</html>')
    expect(isTransient(problem)).toBe(true)
    expect(problem.title).toBe('Máy chủ đang tạm dừng.')
  })

  it.each([
    [500, undefined],
    [418, { title: 'thiếu mã' }],
    [404, []],
    [400, 'văn bản thường'],
  ])('without the agreed form (%i) still says what to do', (status, body) => {
    const problem = toApiProblem(status, body)
    expect(problem.code).toBe('web.unexpected')
    expect(problem.detail).toContain(String(status))
    expect(problem.action).not.toBe('')
    expect(isTransient(problem)).toBe(false)
  })

  it('tells a lost connection and a lost session apart', () => {
    expect(isTransient(noConnection())).toBe(true)
    const unknown = toApiProblem(401, { code: 'http.sign-in-needed', title: 'Chưa đăng nhập.' })
    expect(isSignInNeeded(unknown)).toBe(true)
    expect(isSignInNeeded(noConnection())).toBe(false)
  })

  it('is made of whatever was thrown', () => {
    expect(toProblem(new TypeError('x is undefined')).detail).toBe('x is undefined')
    expect(toProblem('đứt').detail).toBe('đứt')
    const own = noConnection()
    expect(toProblem(own)).toBe(own)
  })
})
