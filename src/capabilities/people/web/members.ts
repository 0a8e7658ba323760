import type { AgencyGroupDetail } from '../contract.ts'
import { kindName, levelName } from './words.ts'

/** The rule of a group in a sentence: `Mọi cơ quan thuộc loại Sở… · cấp tỉnh; thêm 2 cơ quan; trừ 1`. */
export const describeMembers = (members: AgencyGroupDetail['members']): string => {
  const { kinds = [], levels = [], codes = [], except = [] } = members
  const parts: string[] = []
  if (kinds.length > 0 || levels.length > 0) {
    const words = [kinds.map(kindName).join(', '), levels.map(levelName).join(', ')].filter(
      (text) => text !== '',
    )
    parts.push(words.join(' · '))
  }
  if (codes.length > 0)
    parts.push(parts.length > 0 ? `thêm ${codes.length} cơ quan` : `${codes.length} cơ quan được chọn`)
  if (except.length > 0) parts.push(`trừ ${except.length} cơ quan`)
  return parts.join('; ')
}
