/** Hands a file to the person: the browser's ordinary download. */
export function download(name: string, bytes: Uint8Array | string, type: string): void {
  const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  const address = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then; the browser holds its own reference.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
