// Read by every Node since 12, so that an old one gets a sentence and not a syntax error: keep the syntax plain.
const needed = [20, 19]

/** True when this Node is new enough; otherwise says in Vietnamese what to install. */
export const nodeIsNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return true
  console.error(
    `Bình An cần Node.js ${needed.join('.')} trở lên, máy này đang dùng ${process.versions.node}. ` +
      'Cài bản LTS từ https://nodejs.org rồi chạy lại lệnh.',
  )
  return false
}
