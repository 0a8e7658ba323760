/**
 * Configuration: one frozen object, read once at start. Each key has a sentence and a default that works
 * (style rule 24); `docs/generated/config.md` is written from this list.
 */
interface Key<T> {
  readonly name: string
  /** Printed in the documentation, Vietnamese. */
  readonly sentence: string
  readonly fallback: string
  readonly secret?: boolean
  readonly read: (text: string) => T
}

const text = (value: string): string => value
const optional = (value: string): string | undefined => (value === '' ? undefined : value)
const wholeNumber =
  (min: number, max: number) =>
  (value: string): number => {
    const number = Number(value)
    if (!Number.isInteger(number) || number < min || number > max) {
      throw new RangeError(`phải là số nguyên từ ${min} đến ${max}`)
    }
    return number
  }
const oneOf =
  <T extends string>(...allowed: readonly T[]) =>
  (value: string): T => {
    const found = allowed.find((one) => one === value)
    if (found === undefined) throw new RangeError(`phải là một trong: ${allowed.join(', ')}`)
    return found
  }
const yesNo = (value: string): boolean => oneOf('0', '1')(value) === '1'
const key = <T>(
  name: string,
  fallback: string,
  read: (text: string) => T,
  sentence: string,
  secret = false,
): Key<T> => ({ name, fallback, read, sentence, secret })

export const configKeys = {
  port: key('PORT', '3000', wholeNumber(0, 65535), 'Cổng mà máy chủ lắng nghe; 0 là cổng trống bất kỳ.'),
  host: key('HOST', '127.0.0.1', text, 'Địa chỉ mà máy chủ lắng nghe; 0.0.0.0 để máy khác truy cập được.'),
  dataDir: key('DATA_DIR', 'data', text, 'Thư mục dữ liệu: cơ sở dữ liệu nhúng, tệp gốc, hộp thư đi.'),
  databaseUrl: key(
    'DATABASE_URL',
    '',
    optional,
    'Địa chỉ PostgreSQL (postgres://…); để trống thì dùng cơ sở dữ liệu nhúng trong DATA_DIR.',
    true,
  ),
  publicUrl: key(
    'PUBLIC_URL',
    '',
    optional,
    'Địa chỉ mà người dùng gõ vào trình duyệt, ví dụ https://binhan.tinh.gov.vn.',
  ),
  trustProxy: key(
    'TRUST_PROXY',
    '0',
    yesNo,
    'Đặt 1 khi đứng sau máy chủ proxy của cơ quan, để nhận đúng địa chỉ người gửi.',
  ),
  tlsCertificate: key('TLS_CERTIFICATE', '', optional, 'Đường dẫn tệp chứng thư PEM khi tự phục vụ HTTPS.'),
  tlsKey: key('TLS_KEY', '', optional, 'Đường dẫn tệp khóa PEM khi tự phục vụ HTTPS.'),
  logLevel: key(
    'LOG_LEVEL',
    'info',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'Mức ghi nhật ký máy chủ.',
  ),
  sessionHours: key(
    'SESSION_HOURS',
    '12',
    wholeNumber(1, 720),
    'Số giờ một phiên đăng nhập còn hiệu lực khi không dùng.',
  ),
  uploadLimitMb: key(
    'UPLOAD_LIMIT_MB',
    '100',
    wholeNumber(1, 2000),
    'Dung lượng tối đa của một tệp tải lên (MB).',
  ),
  readTimeoutMs: key(
    'READ_TIMEOUT_MS',
    '60000',
    wholeNumber(1, 180_000),
    'Thời gian tối đa để đọc một văn bản (mili giây); quá thời gian này văn bản được lưu trong kho kèm lý do chưa đọc.',
  ),
  readMemoryMb: key(
    'READ_MEMORY_MB',
    '1024',
    wholeNumber(64, 65_536),
    'Bộ nhớ tối đa để đọc một văn bản (MB); mỗi tiến trình đọc dùng riêng từng ấy.',
  ),
  smtpUrl: key(
    'SMTP_URL',
    '',
    optional,
    'Máy chủ thư (smtps://…); để trống thì thư nằm trong DATA_DIR/outbox.',
    true,
  ),
  mailFrom: key('MAIL_FROM', 'binhan@localhost', text, 'Địa chỉ thư gửi đi.'),
  sealMailTo: key(
    'SEAL_MAIL_TO',
    '',
    optional,
    'Nơi nhận mã niêm phong nhật ký hằng ngày; để trống thì không gửi.',
  ),
  backupDir: key(
    'BACKUP_DIR',
    '',
    optional,
    'Thư mục chứa bản sao lưu tự động hằng ngày; để trống thì không tự sao lưu.',
  ),
  backupHour: key('BACKUP_HOUR', '2', wholeNumber(0, 23), 'Giờ (Việt Nam) tự sao lưu hằng ngày.'),
  backupKeep: key('BACKUP_KEEP', '14', wholeNumber(1, 1000), 'Số bản sao lưu tự động được giữ lại.'),
  backupWarnDays: key(
    'BACKUP_WARN_DAYS',
    '7',
    wholeNumber(1, 366),
    'Số ngày không có bản sao lưu mới thì `binhan doctor` nhắc.',
  ),
  oidcIssuer: key(
    'OIDC_ISSUER',
    '',
    optional,
    'Địa chỉ nhà cung cấp định danh OpenID Connect; để trống thì không dùng.',
  ),
  oidcClientId: key('OIDC_CLIENT_ID', '', optional, 'Mã ứng dụng đã đăng ký với nhà cung cấp định danh.'),
  oidcClientSecret: key(
    'OIDC_CLIENT_SECRET',
    '',
    optional,
    'Khóa bí mật của ứng dụng với nhà cung cấp định danh.',
    true,
  ),
  oidcLinkClaim: key(
    'OIDC_LINK_CLAIM',
    'email',
    text,
    'Thông tin của nhà cung cấp định danh dùng để nhận ra tài khoản đã tạo sẵn ở lần đăng nhập đầu: email (đã xác minh) so với thư điện tử của tài khoản, thông tin khác so với tên đăng nhập.',
  ),
} satisfies Record<string, Key<unknown>>

export type Config = { readonly [K in keyof typeof configKeys]: ReturnType<(typeof configKeys)[K]['read']> }

/** Reads the environment once. Throws one error that names every wrong key. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config => {
  const wrong: string[] = []
  const entries = Object.entries(configKeys).map(([name, definition]) => {
    const given = environment[definition.name]
    try {
      return [name, definition.read(given === undefined || given === '' ? definition.fallback : given)]
    } catch (error) {
      wrong.push(`${definition.name} ${(error as Error).message}`)
      return [name, undefined]
    }
  })
  if (wrong.length > 0) throw new RangeError(`Cấu hình sai: ${wrong.join('; ')}.`)
  return Object.freeze(Object.fromEntries(entries)) as Config
}
