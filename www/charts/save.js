// Hands a text to the browser as a file. Nothing leaves the device.

/**
 * How long the browser may take to fetch what it is to save, ms. It does so in its own time: on a busy machine an address that was gone at
 * once was gone before, and no file came.
 */
export const FETCHED = 60_000;

/** @param {string} name of the file @param {string} text @param {string} [type] its media type */
export function saveText(name, text, type = 'text/csv;charset=utf-8') {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FETCHED);
}
