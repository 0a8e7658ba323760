import { describe, expect, test } from 'vitest'
import { readFoot } from './header-foot.ts'
import { toLines } from './lines.ts'
import { normalise } from './normalise.ts'

describe('recipients are no signatories', () => {
  const foot = (text: string) => readFoot(toLines(normalise(text)))

  test('posts and names among the recipients', () => {
    const { name, title, recipients } = foot(
      'Nơi nhận:\n- Giám đốc;\n- Phó Thủ tướng Trần Văn Mẫu;\n- Lưu: VT.',
    )
    expect([name, title]).toEqual([null, null])
    expect(recipients.map((r) => r.value)).toEqual(['Giám đốc', 'Phó Thủ tướng Trần Văn Mẫu', 'Lưu: VT'])
  })

  test('an agency is no name', () => {
    expect(foot('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nSở Xây Dựng').name).toBeNull()
  })
})
