// The only ids that tokens can have, so that there is never a second one of an organisation or person on a canvas.

export const partnerTokenId = (canvas: string, organisation: string) => `${canvas}.partner.${organisation}`;
export const participantTokenId = (canvas: string, person: string) => `${canvas}.own.${person}`;
