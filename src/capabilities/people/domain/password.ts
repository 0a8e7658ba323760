import { toNfc } from '#kernel/vietnamese.ts'

/** Passwords that are tried first everywhere, of ten characters and more; shorter ones fall by length. */
const COMMON = new Set([
  '0123456789',
  '1234567890',
  '12345678910',
  '123456789a',
  '1234567891',
  '0987654321',
  '9876543210',
  '1122334455',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'qwerty12345',
  'qwerty1234',
  'qwerty123456',
  'asdfghjkl1',
  'password12',
  'password123',
  'password1234',
  'p@ssw0rd123',
  'p@ssword123',
  'passw0rd123',
  'admin12345',
  'admin123456',
  'admin@12345',
  'administrator',
  'abc1234567',
  'abcd123456',
  'abc@123456',
  'abcd1234567',
  'abcdefghij',
  'welcome123',
  'iloveyou123',
  'iloveyou12',
  'letmein123',
  'changeme123',
  'matkhau123',
  'matkhau1234',
  'matkhau12345',
  'matkhau@123',
  'mậtkhẩu123',
  'anhyeuem123',
  'emyeuanh123',
  'khongbiet123',
  'khongco123',
  'vietnam123',
  'vietnam1234',
  'vietnam2025',
  'vietnam2026',
  'vietnam@123',
  'congan1234',
  'canbo12345',
  'binhan1234',
  'binhan12345',
  'binhan@123',
  'atgt123456',
  'langson123',
  'laichau123',
])

const SHORTEST = 10
/** Longer ones only keep the machine busy. */
const LONGEST = 200

/** The form that is hashed: one spelling of the same Vietnamese letters, whichever keyboard sent them. */
export const toPassword = (typed: string): string => toNfc(typed)

/** What is wrong with a new password, as a sentence; undefined when it may be used. */
export const findPasswordFault = (login: string, typed: string): string | undefined => {
  const password = toPassword(typed)
  const length = [...password].length
  if (length < SHORTEST) return `Mật khẩu mới có ${length} ký tự, cần ít nhất ${SHORTEST}.`
  if (length > LONGEST) return `Mật khẩu mới dài quá ${LONGEST} ký tự.`
  const plain = password.toLowerCase()
  if (plain === login.toLowerCase()) return 'Mật khẩu không được trùng tên đăng nhập.'
  if (COMMON.has(plain)) return 'Mật khẩu này nằm trong danh sách bị đoán nhiều nhất.'
  if (new Set(plain).size < 4) return 'Mật khẩu lặp lại quá ít ký tự khác nhau.'
  return undefined
}
