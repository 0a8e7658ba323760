/** `lan.nguyen@tinh.gov.vn` → `l***@tinh.gov.vn`. */
export const maskEmail = (email: string | null): string | null => {
  if (email === null) return null
  const at = email.lastIndexOf('@')
  return at < 1 ? '***' : `${[...email][0]}***${email.slice(at)}`
}

/** `0912 345 678` → `09*****678`. */
export const maskPhone = (phone: string | null): string | null => {
  if (phone === null) return null
  const digits = phone.replace(/[^0-9+]/gu, '')
  return digits.length < 8
    ? '***'
    : `${digits.slice(0, 2)}${'*'.repeat(digits.length - 5)}${digits.slice(-3)}`
}
