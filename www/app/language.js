// Which language to speak: the link's first, then the device's.

/** @param {string} fragment @param {readonly string[]} device */
export function languageWanted(fragment, device) {
  const asked = fragment.match(/[#&]lang=([A-Za-z-]{2,8})(?:&|$)/);
  return asked ? [asked[1], ...device] : [...device];
}
