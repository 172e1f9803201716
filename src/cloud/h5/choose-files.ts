/** The browser's own chooser (camera or album on phones). Empty when the person closes it. */
export function chooseFiles(count: number): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/jpeg,image/png,image/webp'
    input.multiple = count > 1
    input.style.display = 'none'
    const finish = (files: File[]) => {
      input.remove()
      resolve(files.slice(0, count))
    }
    input.addEventListener('change', () => finish(Array.from(input.files ?? [])))
    input.addEventListener('cancel', () => finish([]))
    // Some browsers forget an input that is not in the page before its chooser is closed.
    document.body.appendChild(input)
    input.click()
  })
}
