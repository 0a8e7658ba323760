import { describe, expect, it } from 'vitest'
import { readAgencyList } from './agencies.ts'

const names = (text: string) => readAgencyList(text).agencies.map(({ name }) => name)

describe('readBranches makes no names of', () => {
  it.each([
    ['Các hội đoàn thể: Tuyên truyền, vận động hội viên chấp hành pháp luật.', ['Các hội đoàn thể']],
    ['Các trường: tổ chức ký cam kết cho học sinh.', ['Các trường']],
    ['Các phòng: Tăng cường kiểm tra, Rà soát hồ sơ.', ['Các phòng']],
    ['các hội: Nông dân.', ['các hội']],
    ['Các xã: Bám sát kế hoạch, Chủ động bố trí kinh phí.', ['Các xã']],
    ['các Cục: theo chức năng, nhiệm vụ được giao chủ động triển khai.', ['các Cục']],
    // Nobody could tell which of them are wards.
    ['UBND các xã, phường: Bình Minh, Hòa An tổ chức', ['UBND các xã, phường']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })
})
